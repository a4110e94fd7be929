"""Makes the package `fhd` of the program's modules (PACKED, put before this text) and starts it.

Nothing of ours stays in the environment, so that the app sees what its web process sees.
"""
import base64
import json
import os
import sys
import types
import zlib

environment = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("FHD_")}

sources = json.loads(zlib.decompress(base64.b64decode(PACKED)))
for name, source in [("fhd", "")] + [("fhd." + name, source) for name, source in sources.items()]:
    module = sys.modules[name] = types.ModuleType(name)
    module.__path__ = []
    exec(compile(source, name + ".py", "exec"), module.__dict__)

sys.modules["fhd.main"].main(environment)
