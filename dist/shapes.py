"""What the tables of a database look like: columns, primary keys, foreign keys. For people to look at, nothing more."""
import warnings

from fhd import tables

# The result travels in lines, and nobody reads more.
MOST_TABLES = 60
MOST_COLUMNS = 100
LONGEST = 100


def shapes(bind, connection, most=MOST_TABLES):
    """The first `most` tables, the models' before others; none where they cannot be looked at."""
    try:
        with warnings.catch_warnings():
            # SQLAlchemy's warnings about types that it does not know.
            warnings.simplefilter("ignore")
            return _shapes(bind, connection, most)
    except Exception:
        return []


def _shapes(bind, connection, most):
    inspector = tables.inspector_of(connection)
    default = inspector.default_schema_name
    models = {(table.schema or default, table.name) for table in bind.tables}
    present = {
        (schema or default, name)
        for schema in tables.schemas_of(bind)
        for name in inspector.get_table_names(schema=schema)
    }
    # SQLite's default schema has a name too, but older SQLAlchemy knows none: None must not be compared with a text.
    in_order = sorted(present, key=lambda table: (table not in models, table[0] or "", table[1]))
    return [_shape(bind, inspector, schema, name) for schema, name in in_order[:most]]


def _shape(bind, inspector, schema, name):
    key = inspector.get_pk_constraint(name, schema=schema)["constrained_columns"]
    return {
        "table": _text(tables.shown(bind, inspector, schema, name)),
        "columns": [
            {
                "name": _text(column["name"]),
                "type": _type(bind, column["type"]),
                "primaryKey": column["name"] in key,
            }
            for column in inspector.get_columns(name, schema=schema)[:MOST_COLUMNS]
        ],
        "foreignKeys": [
            {
                "columns": _texts(foreign["constrained_columns"]),
                "target": _text(
                    tables.shown(bind, inspector, foreign["referred_schema"], foreign["referred_table"])
                ),
                "references": _texts(foreign["referred_columns"]),
            }
            for foreign in inspector.get_foreign_keys(name, schema=schema)[:MOST_COLUMNS]
        ],
    }


def _type(bind, kind):
    try:
        return _text(kind.compile(dialect=bind.engine.dialect))
    except Exception:
        return "unknown"


def _texts(names):
    return [_text(name) for name in names[:MOST_COLUMNS]]


def _text(name):
    return str(name)[:LONGEST]
