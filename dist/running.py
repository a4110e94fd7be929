"""Runs what changes the database by its own rules: Flask-Migrate, or the command that the user wrote."""
import os
import shutil
import subprocess
import sys

from fhd.failures import Stop


def migrate(flask_target, root, folder, environment, output):
    """`flask db upgrade` in the folder, with modules from `root`."""
    command = [sys.executable, "-m", "flask", "db", "upgrade"]
    path = os.pathsep.join(part for part in (root, environment.get("PYTHONPATH")) if part)
    status = _run(command, dict(environment, FLASK_APP=flask_target, PYTHONPATH=path), folder, output)
    if status != 0:
        raise Stop("migrate", "migrate-failed", status)


def migrations_folder(app, folders):
    """The first of the folders in which Flask-Migrate finds its directory."""
    if "migrate" not in app.extensions:
        raise Stop("migrate", "flask-migrate-missing")
    directory = str(app.extensions["migrate"].directory)
    for folder in folders:
        if os.path.isfile(os.path.join(folder, directory, "env.py")):
            return folder
    raise Stop("migrate", "migrations-missing")


def run_command(command, folder, environment, output):
    """The user's command, in the shell that it would have on the dyno."""
    status = _run([shutil.which("bash") or "sh", "-c", command], environment, folder, output)
    if status != 0:
        raise Stop("command", "command-failed", status)


def _run(command, environment, folder, output):
    streams = {"stdin": subprocess.DEVNULL, "stdout": output.fd, "stderr": subprocess.STDOUT}
    status = subprocess.call(command, env=environment, cwd=folder, **streams)
    return status if status >= 0 else 128 - status
