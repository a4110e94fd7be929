"""Says of Python sources whether they parse. Reads one JSON object from the file `input` of its folder: `minor` (of
the Python 3 that counts) and `files` (path to text). Prints one line of JSON. The sources are data: they are compiled,
never run. Run with -I -S. Works on Python 3.8 and newer."""

import ast
import json
import os
import sys
import threading
import warnings

# Nobody outside can end this program: it must not hang on a hostile source.
limit = threading.Timer(10, os._exit, [3])
limit.daemon = True
limit.start()
warnings.simplefilter("ignore")


def verdict(text, minor):
    """None when it parses, else the line and the message."""
    try:
        compile(text, "source", "exec", dont_inherit=True)
        ast.parse(text, "source", feature_version=(3, minor))
    except SyntaxError as error:
        return {"line": error.lineno, "message": error.msg}
    except ValueError:
        return {"line": None, "message": "null bytes"}
    except (RecursionError, MemoryError, OverflowError):
        return "unknown"
    return None


with open("input", encoding="utf-8") as source:
    wanted = json.load(source)
minor = min(wanted["minor"], sys.version_info[1])
files = {path: verdict(text, minor) for path, text in wanted["files"].items()}
print(json.dumps({"minor": sys.version_info[1], "files": files}))
