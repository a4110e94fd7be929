"""Reads projects as JSON from stdin, and prints what pip's own parser makes of each requirements.txt."""

import base64
import json
import logging
import os
import sys
import tempfile

import pip
from pip._internal.exceptions import PipError
from pip._internal.network.session import PipSession
from pip._internal.req.constructors import install_req_from_parsed_requirement
from pip._internal.req.req_file import parse_requirements
from pip._vendor.packaging.utils import canonicalize_name


def entry(parsed, environment):
    requirement = install_req_from_parsed_requirement(parsed)
    named = requirement.req
    marker = requirement.markers or (named.marker if named else None)
    return {
        "key": canonicalize_name(named.name) if named else None,
        "extras": sorted(named.extras if named else []),
        "specifier": sorted(str(part) for part in named.specifier) if named else [],
        "constraint": requirement.constraint,
        "editable": requirement.editable,
        "hashes": sum(len(digests) for digests in requirement.hash_options.values()),
        "active": marker.evaluate({**environment, "extra": ""}) if marker else True,
        "line": int(parsed.line_source.split()[1]),
    }


def read(files, environment):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for path, content in files.items():
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "wb") as file:
                file.write(base64.b64decode(content))
        try:
            return [entry(parsed, environment) for parsed in parse_requirements("requirements.txt", PipSession())]
        except (PipError, ValueError, LookupError):
            return "refused"
        finally:
            os.chdir("/")


logging.disable(logging.CRITICAL)
projects, environment = json.load(sys.stdin)
json.dump({"version": pip.__version__, "results": [read(files, environment) for files in projects]}, sys.stdout)
