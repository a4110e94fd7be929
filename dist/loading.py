"""Loads the app by gunicorn's rules (gunicorn/util.py, import_app) and finds the Flask app in it."""
import ast
import importlib
import os
import sys

from fhd.failures import Stop, stage


def load(target):
    """The Flask app of `module:name`, `module:factory()` or `module:factory("text")`, and its FLASK_APP."""
    module_name, _, expression = target.partition(":")
    name, arguments = _parse(expression or "application")
    with stage("import"):
        module = _import(module_name)
        if not hasattr(module, name):
            raise Stop("import", "attribute-missing")
        loaded = getattr(module, name)
        if arguments is not None:
            positional, named = arguments
            loaded = loaded(*positional, **named)
        app = _flask_app(loaded)
    if app is None:
        is_function = arguments is None and isinstance(loaded, type(load))
        raise Stop("import", "factory-not-called" if is_function else "no-flask-app")
    return app, _flask_target(module, app, "%s:%s" % (module_name, expression or "application"), loaded)


def _parse(expression):
    try:
        node = ast.parse(expression, mode="eval").body
        if isinstance(node, ast.Name):
            return node.id, None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            positional = [ast.literal_eval(value) for value in node.args]
            named = {word.arg: ast.literal_eval(word.value) for word in node.keywords}
            return node.func.id, (positional, named)
    except (SyntaxError, ValueError):
        pass
    raise Stop("import", "target-invalid")


def _import(name):
    # Flask's own switch: app.run() at import level then does nothing instead of serving for ever.
    os.environ["FLASK_RUN_FROM_CLI"] = "true"
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and (name + ".").startswith(error.name + "."):
            raise Stop("import", "target-missing") from error
        raise
    finally:
        os.environ.pop("FLASK_RUN_FROM_CLI", None)


def _flask_app(loaded):
    """The Flask app inside WSGI middleware, nearest first."""
    flask = sys.modules.get("flask")
    if flask is None:
        return None
    queue, seen = [loaded], set()
    while queue and len(seen) < 10000:
        thing = queue.pop(0)
        # type(), since isinstance() would wake a LocalProxy.
        if issubclass(type(thing), flask.Flask):
            return thing
        if id(thing) not in seen:
            seen.add(id(thing))
            queue.extend(_inside(thing))
    return None


def _inside(thing):
    if type(thing) is dict:
        return list(thing.values())
    if type(thing) in (list, tuple):
        return list(thing)
    if not callable(thing) or isinstance(thing, type):
        return []
    found = [_attribute(cell, "cell_contents") for cell in _attribute(thing, "__closure__") or ()]
    found += [_attribute(thing, name) for name in ("__self__", "func", "args", "__dict__")]
    return found


def _attribute(thing, name):
    """None for an attribute that is not there, or that a proxy or an empty cell cannot give now."""
    try:
        return getattr(thing, name)
    except Exception:
        return None


def _flask_target(module, app, target, loaded):
    """Flask's own command takes no middleware: then the name of the app in its module, where it has one."""
    if loaded is not app:
        for name, value in vars(module).items():
            if value is app:
                return "%s:%s" % (module.__name__, name)
    return target
