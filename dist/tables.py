"""Looks at the tables of a database and creates those that are not there. Nothing is ever altered."""
import time

from fhd.failures import kind_of, stage

# One number for every run of this program on a database: "flask" in ASCII.
LOCK = 0x666C61736B


def connect(bind, output, wait):
    """A connection; a database that does not accept any yet is asked again for `wait` seconds."""
    end = time.monotonic() + wait
    with stage("connect"):
        while True:
            try:
                return bind.engine.connect()
            except Exception as error:
                unreachable = kind_of(error) == "database-unreachable" and not is_sqlite(bind)
                if not unreachable or time.monotonic() > end:
                    raise
            output.say("The database does not accept connections yet.")
            time.sleep(min(2, wait))


def create(bind, connection):
    """Creates what is missing, on PostgreSQL in one transaction, and gives the tables that were there."""
    import sqlalchemy

    with stage("create"):
        if is_postgres(bind):
            # An engine in autocommit mode would let go of the lock at once.
            connection = connection.execution_options(isolation_level="READ COMMITTED")
        with connection.begin():
            if is_postgres(bind):
                connection.execute(sqlalchemy.text("SET LOCAL lock_timeout = '120s'"))
                connection.execute(sqlalchemy.text("SELECT pg_advisory_xact_lock(%d)" % LOCK))
            before = models_present(bind, connection)
            bind.metadata.create_all(bind=connection, tables=bind.tables)
    return before


def models_present(bind, connection):
    """The shown names of the models' tables that exist."""
    inspector = inspector_of(connection)
    return {
        shown(bind, inspector, table.schema, table.name)
        for table in bind.tables
        if inspector.has_table(table.name, schema=table.schema)
    }


def all_present(bind, connection):
    """The shown names of all tables, the models' or not."""
    inspector = inspector_of(connection)
    return {
        shown(bind, inspector, schema, name)
        for schema in schemas_of(bind)
        for name in inspector.get_table_names(schema=schema)
    }


def wanted(bind, connection):
    """The shown names of the tables that the models want."""
    inspector = inspector_of(connection)
    return {shown(bind, inspector, table.schema, table.name) for table in bind.tables}


def has_version_table(bind, connection):
    """Whether Alembic keeps its version here: a table, however named, of the one column `version_num`."""
    inspector = inspector_of(connection)
    return any(
        [column["name"] for column in inspector.get_columns(name, schema=schema)] == ["version_num"]
        for schema in schemas_of(bind)
        for name in inspector.get_table_names(schema=schema)
    )


def missing_columns(bind, connection):
    """Columns that the models have and the existing tables lack, with the statement that would add each."""
    from sqlalchemy.schema import CreateColumn

    inspector = inspector_of(connection)
    dialect = bind.engine.dialect
    fold = str if is_postgres(bind) else str.lower
    for table in bind.tables:
        if not inspector.has_table(table.name, schema=table.schema):
            continue
        present = {fold(column["name"]) for column in inspector.get_columns(table.name, schema=table.schema)}
        for column in table.columns:
            if fold(column.name) not in present:
                ddl = "ALTER TABLE %s ADD COLUMN %s" % (
                    dialect.identifier_preparer.format_table(table),
                    CreateColumn(column).compile(dialect=dialect),
                )
                name = shown(bind, inspector, table.schema, table.name)
                yield {"table": name, "column": str(column.name), "ddl": " ".join(ddl.split())}


def shown(bind, inspector, schema, name):
    """`table`, with its schema before it where that is not the default one, and its bind before both."""
    schema = None if schema == inspector.default_schema_name else schema
    return ".".join(str(part) for part in (bind.key, schema, name) if part is not None)


def is_postgres(bind):
    return bind.engine.dialect.name == "postgresql"


def is_sqlite(bind):
    return bind.engine.dialect.name == "sqlite"


def schemas_of(bind):
    """The default schema, as None, and those of the models."""
    return {None} | {table.schema for table in bind.tables}


def inspector_of(connection):
    import sqlalchemy

    return sqlalchemy.inspect(connection)
