"""The databases of an app and the tables that its models want in each. Works inside the app's context."""
import gc
import sys
from collections import namedtuple

from fhd.failures import Stop, stage

# key: the bind's name, None for the default one.
Bind = namedtuple("Bind", "key engine metadata tables")


def binds_of(app):
    """One Bind per database, none for an app without SQLAlchemy."""
    extension = app.extensions.get("sqlalchemy")
    with stage("database"):
        if hasattr(extension, "metadatas"):
            return list(_flask_sqlalchemy_3(extension))
        if hasattr(extension, "db"):
            return list(_flask_sqlalchemy_2(app, extension.db))
        if "sqlalchemy" in sys.modules:
            return list(_plain_sqlalchemy(extension))
    return []


def _flask_sqlalchemy_3(db):
    for key, metadata in db.metadatas.items():
        tables = list(metadata.tables.values())
        if key in db.engines:
            yield Bind(key, db.engines[key], metadata, tables)
        elif tables:
            raise Stop("database", "bind-missing")


def _flask_sqlalchemy_2(app, db):
    for key in [None] + list(app.config.get("SQLALCHEMY_BINDS") or ()):
        yield Bind(key, db.get_engine(app, key), db.metadata, db.get_tables_for_bind(key))


def _plain_sqlalchemy(extension):
    """The one engine of the process, or of Flask-SQLAlchemy-Lite, with every model of the process."""
    import sqlalchemy

    tables = {}
    for metadata in _living(sqlalchemy.MetaData):
        schemas = {table.schema for table in metadata.tables.values()}
        # SQLAlchemy 2 has models of PostgreSQL's own tables for its reflection.
        if not schemas <= {"pg_catalog", "information_schema"}:
            tables[metadata] = list(metadata.tables.values())
    engines = getattr(extension, "engines", None)
    engines = list(engines.values()) if engines else _living(sqlalchemy.engine.Engine)
    if not tables and not engines:
        return
    if len({engine.url for engine in engines}) != 1:
        raise Stop("database", "several-engines" if engines else "no-engine")
    for metadata in tables or {sqlalchemy.MetaData(): []}:
        yield Bind(None, engines[0], metadata, tables.get(metadata, []))


def _living(kind):
    # type(), since isinstance() would wake werkzeug's LocalProxy objects.
    return [thing for thing in gc.get_objects() if issubclass(type(thing), kind)]
