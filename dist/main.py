"""Creates, migrates or looks at the tables of a Flask app on a dyno, and tells what came of it."""
import json
import os
import sys
import time

from fhd import databases, loading, running, shapes, tables
from fhd.failures import Stop, stage
from fhd.output import Output

def main(environment):
    arguments = json.loads(environment["FHD_ARGUMENTS"])
    start = (os.getcwd(), dict(os.environ, **environment))
    output = Output(environment["FHD_MARKER"])
    files = sorted(os.listdir("."))
    # What asks for input would wait for it until the dyno's time is up.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout.reconfigure(line_buffering=True)

    status = 0
    try:
        with stage("program"):
            result = dict(Run(arguments, output).result(), ok=True)
    except Stop as stop:
        attempt = int(environment.get("FHD_ATTEMPT", "1"))
        if attempt < attempts(stop, arguments["wait"]):
            output.say("It did not work this time (%s): starting again." % stop.kind)
            again(start, output, attempt + 1)
        if stop.__cause__:
            output.trace(stop.__cause__)
        status = stop.status or 3
        result = {"ok": False, "stage": stop.stage, "kind": stop.kind, "status": stop.status, "module": stop.module}
    output.result(dict(result, mode=arguments["mode"], files=files))
    # Threads and exit handlers of the app must not keep the dyno.
    os._exit(status)


def attempts(stop, wait):
    """How often the program may start, for what may be over in a moment."""
    if stop.kind == "race":
        # Somebody else, a booting web dyno for one, created the same table at the same time.
        return 3
    if stop.kind == "database-unreachable" and stop.stage == "import":
        # The app uses its database as soon as it is imported.
        return 1 + wait // 2
    return 1


def again(start, output, attempt):
    """Replaces this process, and with it all that the app made of it."""
    folder, environment = start
    time.sleep(min(2, attempt / 2))
    os.chdir(folder)
    for standard in (1, 2):
        os.dup2(output.fd, standard)
    code = "import os; exec(os.environ['FHD_PROGRAM'])"
    os.execve(sys.executable, [sys.executable, "-c", code], dict(environment, FHD_ATTEMPT=str(attempt)))


class Run:
    def __init__(self, arguments, output):
        self.arguments = arguments
        self.output = output
        self.environment = dict(os.environ)
        self.start = os.getcwd()
        self.root = os.path.abspath(arguments["root"])
        self.warnings = []
        self.schema = []

    def result(self):
        mode = self.arguments["mode"]
        if os.path.isdir(self.root):
            os.chdir(self.root)
            sys.path.insert(0, self.root)
        if mode == "command":
            return self.command()
        app, flask_target = self.load()
        if mode == "migrate":
            return self.migrate(app, flask_target)
        with app.app_context():
            return self.create(databases.binds_of(app))

    def load(self):
        if self.arguments["target"] is None:
            raise Stop("import", "target-unknown")
        return loading.load(self.arguments["target"])

    def migrate(self, app, flask_target):
        folder = running.migrations_folder(app, [self.root, self.start])
        before, models, versioned = self.look(app)
        # Alembic would create again what create_all() made before it came.
        if models and not versioned:
            raise Stop("migrate", "tables-without-version")
        running.migrate(flask_target, self.root, folder, self.environment, self.output)
        return self.compare(app, before)

    def command(self):
        """The user's command runs whether or not the tables can be looked at."""

        def before_it():
            app, _ = self.load()
            return app, self.look(app)[0]

        before = self.if_possible(before_it)
        running.run_command(self.arguments["command"], self.start, self.environment, self.output)
        report = before and self.if_possible(lambda: self.compare(*before))
        return report or self.report(set(), set(), set(), [])

    def if_possible(self, look):
        """What `look` gives; None and a warning where it cannot."""
        try:
            with stage("inspect"):
                return look()
        except Stop as stop:
            self.output.say("The app's tables cannot be looked at (%s)." % stop.kind)
            self.output.trace(stop.__cause__ or stop)
            self.warnings = ["app-not-loaded"]
            return None

    def connect(self, bind):
        return tables.connect(bind, self.output, self.arguments["wait"])

    def create(self, binds):
        existing, after, wanted, missing = set(), set(), set(), []
        for bind in binds:
            with self.connect(bind) as connection:
                existing |= tables.create(bind, connection)
            with self.connect(bind) as connection, stage("inspect"):
                after |= tables.models_present(bind, connection)
                wanted |= tables.wanted(bind, connection)
                missing += tables.missing_columns(bind, connection)
                self.add_shapes(bind, connection)
        self.warn(binds, wanted)
        return self.report(existing, after, wanted, missing)

    def look(self, app):
        """All tables, those of the models among them, and whether Alembic knows the database."""
        everything, models, versioned = set(), set(), False
        with app.app_context():
            for bind in databases.binds_of(app):
                with self.connect(bind) as connection, stage("inspect"):
                    everything |= tables.all_present(bind, connection)
                    models |= tables.models_present(bind, connection)
                    versioned = versioned or tables.has_version_table(bind, connection)
                # A connection that is kept would hold up a change of its tables.
                bind.engine.dispose()
        return everything, models, versioned

    def compare(self, app, before):
        after, wanted, missing = set(), set(), []
        with app.app_context():
            binds = databases.binds_of(app)
            for bind in binds:
                with self.connect(bind) as connection, stage("inspect"):
                    after |= tables.all_present(bind, connection) | tables.models_present(bind, connection)
                    wanted |= tables.wanted(bind, connection)
                    missing += tables.missing_columns(bind, connection)
                    self.add_shapes(bind, connection)
        self.warn(binds, wanted)
        return self.report(before & after, after, wanted, missing)

    def add_shapes(self, bind, connection):
        # Models with several MetaData are several binds of one database.
        known = {shape["table"] for shape in self.schema}
        found = shapes.shapes(bind, connection, shapes.MOST_TABLES - len(self.schema))
        self.schema += [shape for shape in found if shape["table"] not in known]

    def warn(self, binds, wanted):
        if not binds:
            self.warnings.append("no-database")
        elif not wanted:
            self.warnings.append("no-models")
        if any(tables.is_sqlite(bind) for bind in binds):
            self.warnings.append("sqlite")

    def report(self, existing, after, wanted, missing):
        return {
            "created": sorted(after - existing),
            "existing": sorted(existing),
            "absent": sorted(wanted - after),
            "missingColumns": missing,
            "schema": self.schema,
            "warnings": self.warnings,
        }
