/** Versions that work on Heroku's Pythons even without a wheel: their compiled parts compile, or are left out. */
export type BuiltFromSource = {
  /** PEP 503 canonical name. */
  readonly package: string;
  /** `script/prove-pins` installs the first of them and runs `code`. */
  readonly first: string;
  readonly code: string;
};

export const BUILT_FROM_SOURCE: readonly BuiltFromSource[] = (
  [
    ["cffi", "1.17.1", "import _cffi_backend"],
    ["coverage", "5.5", "import coverage"],
    ["greenlet", "3.2.2", "import greenlet"],
    ["lazy-object-proxy", "1.4.3", "import lazy_object_proxy"],
    ["markupsafe", "1.1.1", "import markupsafe"],
    ["msgpack", "1.0.2", "import msgpack"],
    ["multidict", "5.1.0", "import multidict"],
    ["psycopg2-binary", "2.9.10", "import psycopg2"],
    ["pyyaml", "6.0.1", "import yaml"],
    ["regex", "2021.4.4", "import regex"],
    ["simplejson", "3.16.0", "import simplejson"],
    ["sqlalchemy", "1.2.19", "import sqlalchemy.orm"],
    ["ujson", "5.4.0", "import ujson"],
    ["wrapt", "1.14.1", "import wrapt"],
  ] as const
).map(([name, first, code]) => ({ package: name, first, code }));
