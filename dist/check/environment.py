"""Prints, as one line of JSON, which packages an interpreter has. Run with -I -S: then nothing of the environment
or of the working folder is executed, no .pth file and no sitecustomize. Works on Python 3.8 and newer."""

import json
import os
import re
import site
import sys
import threading
from importlib import metadata

# Nobody outside can end this program: it must not hang on a slow disk.
limit = threading.Timer(20, os._exit, [3])
limit.daemon = True
limit.start()


def prefixes():
    """The prefix of the virtual environment that the interpreter stands in, or its own."""
    folder = os.path.dirname(os.path.abspath(sys.executable))
    for home in (folder, os.path.dirname(folder)):
        try:
            with open(os.path.join(home, "pyvenv.cfg"), encoding="utf-8") as config:
                shared = re.search(r"^include-system-site-packages\s*=\s*true", config.read(), re.I | re.M)
        except OSError:
            continue
        return [home] + ([sys.base_prefix] if shared else []), True
    return [sys.base_prefix], False


def folders():
    roots, in_venv = prefixes()
    found = site.getsitepackages(roots)
    if not in_venv:
        found.append(site.getusersitepackages())
    for folder in list(found):
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if name.endswith(".pth"):
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as lines:
                    # A path line leads to an editable install; an import line would be code, and is left alone.
                    found += [os.path.join(folder, line.strip()) for line in lines if not line.startswith(("#", "import"))]
    return [folder for folder in found if os.path.isdir(folder)], in_venv


def imports(distribution):
    """The names that a distribution can be imported by."""
    listed = (distribution.read_text("top_level.txt") or "").split()
    if listed:
        return listed
    names = set()
    for line in (distribution.read_text("RECORD") or "").splitlines():
        first, slash, _ = line.partition(",")[0].strip('"').partition("/")
        if slash and not first.endswith((".dist-info", ".data")) and first not in ("..", "__pycache__"):
            names.add(first)
        elif not slash and re.search(r"\.(py|so|pyd)$", first):
            names.add(first.split(".")[0])
    return sorted(names)


def packages(paths):
    found = {}
    for distribution in metadata.distributions(path=paths):
        try:
            name, version = distribution.metadata["Name"], distribution.version
            key = re.sub(r"[-_.]+", "-", name).lower()
            # The first on the path is the one that Python imports.
            if key not in found:
                found[key] = {
                    "name": name,
                    "version": version,
                    "requires": list(distribution.requires or []),
                    "imports": imports(distribution),
                }
        except Exception:
            continue
    return found


paths, in_venv = folders()
sys.stdout.write(
    json.dumps(
        {
            "python": "%d.%d.%d" % sys.version_info[:3],
            "venv": in_venv,
            "stdlib": sorted(getattr(sys, "stdlib_module_names", sys.builtin_module_names)),
            "packages": packages(paths),
        }
    )
)
