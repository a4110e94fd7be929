"""Why the program stops. The action has the words for each kind; the exception's own text stays here."""
from contextlib import contextmanager


class Stop(Exception):
    def __init__(self, stage, kind, status=None, module=None):
        super().__init__("%s: %s" % (stage, kind))
        self.stage = stage
        self.kind = kind
        self.status = status
        self.module = module


DRIVERS = {"psycopg2", "psycopg", "psycopg2cffi", "pg8000", "asyncpg", "MySQLdb", "pymysql", "mysql"}

# PostgreSQL's own codes (appendix A of its manual).
SQLSTATES = {
    "28000": "database-login",
    "28P01": "database-login",
    "3D000": "database-login",
    "53300": "database-unreachable",
    "57P03": "database-unreachable",
    "42501": "permission-denied",
    "3F000": "schema-missing",
    "42704": "type-missing",
    "55P03": "locked",
    "42P07": "race",
    "42710": "race",
    "23505": "race",
}

# Exception class, a piece of its text, kind: for what has no code, a refused connection among others.
TEXTS = [
    ("NoSuchModuleError", "sqlalchemy.dialects:postgres", "postgres-scheme"),
    ("ArgumentError", "Could not parse SQLAlchemy URL", "database-url-invalid"),
    ("ArgumentError", "Expected string or URL object", "database-url-missing"),
    ("RuntimeError", "'SQLALCHEMY_DATABASE_URI'", "database-url-missing"),
    ("RuntimeError", "Working outside of application context", "outside-app-context"),
    ("ImportError", "no pq wrapper available", "driver-missing"),
    ("UndefinedValueError", "", "config-var-missing"),
    ("EnvError", "", "config-var-missing"),
    ("OperationalError", "password authentication failed", "database-login"),
    ("OperationalError", "no pg_hba.conf entry", "database-login"),
    ("OperationalError", '" does not exist', "database-login"),
    ("OperationalError", "already exists", "race"),
    ("InterfaceError", "Can't create a connection", "database-unreachable"),
]


@contextmanager
def stage(name):
    """Turns whatever is raised inside into a Stop of this stage."""
    try:
        yield
    except Stop:
        raise
    except SystemExit as error:
        raise Stop(name, "app-exits") from error
    except Exception as error:
        kind, telling = _telling(error)
        module = telling.name if kind == "module-missing" else None
        raise Stop(name, kind or name + "-failed", module=module) from error


def kind_of(error):
    """The kind that the error or one of its causes has, None for an error that tells us nothing."""
    return _telling(error)[0]


def _telling(error):
    """That kind, and which of them has it."""
    while error is not None:
        kind = _own_kind(error)
        if kind:
            return kind, error
        context = None if error.__suppress_context__ else error.__context__
        error = getattr(error, "orig", None) or error.__cause__ or context
    return None, None


def _own_kind(error):
    if isinstance(error, ModuleNotFoundError):
        return "driver-missing" if (error.name or "").split(".")[0] in DRIVERS else "module-missing"
    if isinstance(error, KeyError) and _raised_in(error) == "os":
        return "config-var-missing"
    code = getattr(error, "sqlstate", None) or getattr(error, "pgcode", None) or _pg8000_code(error)
    if code:
        return SQLSTATES.get(code)
    kinds = {base.__name__ for base in type(error).__mro__}
    for kind, text, found in TEXTS:
        if kind in kinds and text in str(error):
            return found
    if "OperationalError" in kinds and not hasattr(error, "orig") and type(error).__module__ != "sqlite3":
        return "database-unreachable"
    return None


def _pg8000_code(error):
    fields = error.args[0] if error.args else None
    return fields.get("C") if isinstance(fields, dict) else None


def _raised_in(error):
    """The module whose code raised the error."""
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    return last and last.tb_frame.f_globals.get("__name__")
