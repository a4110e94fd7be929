"""Answers, as pip's own copy of `packaging` does, which markers hold and which versions fit which specifiers."""

import json
import sys

from pip._vendor.packaging.markers import InvalidMarker, Marker, UndefinedComparison
from pip._vendor.packaging.requirements import InvalidRequirement, Requirement
from pip._vendor.packaging.specifiers import InvalidSpecifier, SpecifierSet
from pip._vendor.packaging.utils import canonicalize_name


def holds(marker, environment):
    try:
        return Marker(marker).evaluate({"extra": "", **environment})
    except InvalidMarker:
        return "invalid"
    except UndefinedComparison:
        return False


def fits(version, specifier):
    try:
        return SpecifierSet(specifier).contains(version, prereleases=True)
    except InvalidSpecifier:
        return "invalid"


def dependency(text):
    try:
        parsed = Requirement(text)
    except InvalidRequirement:
        return "invalid"
    return [canonicalize_name(parsed.name), sorted(parsed.extras), sorted(map(str, parsed.specifier)), parsed.url]


asked = json.load(sys.stdin)
json.dump(
    {
        "markers": [[holds(marker, each) for each in asked["environments"]] for marker in asked["markers"]],
        "versions": [[fits(version, each) for each in asked["specifiers"]] for version in asked["versions"]],
        "dependencies": [dependency(each) for each in asked["dependencies"]],
    },
    sys.stdout,
)
