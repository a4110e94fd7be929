/** Names or modules that a package or Python no longer has. Tried with the versions on both sides of `since`. */
export type RemovedImport = {
  readonly module: string;
  /** The names that went; without them the module itself went, with all below it. */
  readonly names?: readonly string[];
  /** Who dropped it: `python` or a package, and in which version. */
  readonly by: string;
  readonly since: string;
  /** What to write instead. */
  readonly instead: string;
  /** The module that has the same names now, where only it has to be changed. */
  readonly now?: string;
  /** Packages that bring it back, or may. */
  readonly broughtBy?: readonly string[];
};

const MARKUP = { now: "markupsafe", instead: "Import it from `markupsafe`." };
const SECURITY = ["generate_password_hash", "check_password_hash"];
const UTILS = ["secure_filename", "cached_property", "import_string", "find_modules", "redirect"];
const URLS = [
  "url_quote",
  "url_quote_plus",
  "url_unquote",
  "url_unquote_plus",
  "url_encode",
  "url_decode",
  "url_parse",
  "url_join",
  "url_unparse",
];
const ABSTRACT = [
  ...["Awaitable", "Callable", "Collection", "Container", "Coroutine", "Generator", "Hashable", "ItemsView"],
  ...["Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence"],
  ...["MutableSet", "Reversible", "Sequence", "Set", "Sized", "ValuesView"],
];

/** What Flask and the packages under it dropped. */
const FLASK: readonly RemovedImport[] = [
  {
    module: "flask.ext",
    by: "flask",
    since: "1.0",
    instead: "Import the extension itself: `flask_sqlalchemy` for `flask.ext.sqlalchemy`.",
  },
  { module: "flask", names: ["Markup", "escape"], by: "flask", since: "3.0", ...MARKUP },
  {
    module: "flask",
    names: ["_app_ctx_stack", "_request_ctx_stack"],
    by: "flask",
    since: "3.0",
    instead: "Use `flask.g` or `flask.globals.app_ctx`.",
  },
  {
    module: "flask",
    names: ["safe_join"],
    by: "flask",
    since: "2.1",
    now: "werkzeug.utils",
    instead: "Import it from `werkzeug.utils`.",
  },
  {
    module: "flask.json",
    names: ["JSONEncoder", "JSONDecoder"],
    by: "flask",
    since: "2.3",
    instead: "Derive from `flask.json.provider.DefaultJSONProvider` and set `app.json`.",
  },
  {
    module: "flask_script",
    by: "flask",
    since: "2.0",
    instead:
      "Flask-Script does not work with this Flask: turn its commands into `@app.cli.command()` and run them with `flask`.",
  },
  { module: "jinja2", names: ["Markup", "escape"], by: "jinja2", since: "3.1", ...MARKUP },
  {
    module: "jinja2",
    names: ["contextfunction", "contextfilter"],
    by: "jinja2",
    since: "3.1",
    instead: "Use `jinja2.pass_context`.",
  },
  {
    module: "jinja2",
    names: ["environmentfunction", "environmentfilter"],
    by: "jinja2",
    since: "3.1",
    instead: "Use `jinja2.pass_environment`.",
  },
  {
    module: "werkzeug.contrib",
    by: "werkzeug",
    since: "1.0",
    instead: "ProxyFix is in `werkzeug.middleware.proxy_fix`, the caches in the package cachelib.",
  },
  {
    module: "werkzeug",
    names: SECURITY,
    by: "werkzeug",
    since: "1.0",
    now: "werkzeug.security",
    instead: "Import it from `werkzeug.security`.",
  },
  {
    module: "werkzeug",
    names: UTILS,
    by: "werkzeug",
    since: "1.0",
    now: "werkzeug.utils",
    instead: "Import it from `werkzeug.utils`.",
  },
  {
    module: "werkzeug",
    names: ["FileStorage"],
    by: "werkzeug",
    since: "1.0",
    now: "werkzeug.datastructures",
    instead: "Import it from `werkzeug.datastructures`.",
  },
  {
    module: "werkzeug.security",
    names: ["safe_str_cmp"],
    by: "werkzeug",
    since: "2.1",
    instead: "Use `hmac.compare_digest`.",
  },
  {
    module: "werkzeug.wrappers",
    names: ["BaseRequest", "BaseResponse"],
    by: "werkzeug",
    since: "2.1",
    instead: "Use `Request` and `Response`.",
  },
  { module: "werkzeug.utils", names: ["escape"], by: "werkzeug", since: "2.1", ...MARKUP },
  { module: "werkzeug.urls", names: URLS, by: "werkzeug", since: "3.0", instead: "Use `urllib.parse`." },
];

const SETUPTOOLS =
  "List `setuptools<81` in requirements.txt, or do without: `importlib.metadata` and `importlib.resources` have most of it.";

/** What Python dropped: "Removed" in its "What's New" pages. */
const PYTHON: readonly RemovedImport[] = [
  {
    module: "collections",
    names: ABSTRACT,
    by: "python",
    since: "3.10",
    now: "collections.abc",
    instead: "Import it from `collections.abc`.",
  },
  ...gone("3.10", "formatter", "parser", "symbol", "xml.etree.cElementTree"),
  {
    module: "fractions",
    names: ["gcd"],
    by: "python",
    since: "3.9",
    now: "math",
    instead: "Import it from `math`.",
  },
  {
    module: "cgi",
    names: ["escape"],
    by: "python",
    since: "3.8",
    now: "html",
    instead: "Import it from `html`.",
  },
  { module: "time", names: ["clock"], by: "python", since: "3.8", instead: "Use `time.perf_counter`." },
  {
    module: "base64",
    names: ["encodestring", "decodestring"],
    by: "python",
    since: "3.9",
    instead: "Use `encodebytes` and `decodebytes`.",
  },
  {
    module: "platform",
    names: ["linux_distribution"],
    by: "python",
    since: "3.8",
    instead: "Use `platform.freedesktop_os_release`.",
  },
  {
    module: "inspect",
    names: ["getargspec"],
    by: "python",
    since: "3.11",
    instead: "Use `inspect.getfullargspec`.",
  },
  { module: "asyncio", names: ["coroutine"], by: "python", since: "3.11", instead: "Write `async def`." },
  ...gone("3.11", "binhex"),
  { module: "imp", by: "python", since: "3.12", instead: "Use `importlib`.", broughtBy: ["zombie-imp"] },
  {
    module: "asyncore",
    by: "python",
    since: "3.12",
    instead: "Use `asyncio`.",
    broughtBy: ["pyasyncore", "pyftpdlib"],
  },
  {
    module: "asynchat",
    by: "python",
    since: "3.12",
    instead: "Use `asyncio`.",
    broughtBy: ["pyasynchat", "pyftpdlib"],
  },
  ...gone("3.12", "smtpd"),
  {
    module: "ssl",
    names: ["wrap_socket", "match_hostname"],
    by: "python",
    since: "3.12",
    instead: "Use `ssl.SSLContext`.",
  },
  {
    module: "configparser",
    names: ["SafeConfigParser"],
    by: "python",
    since: "3.12",
    instead: "Use `ConfigParser`.",
  },
  {
    module: "locale",
    names: ["format"],
    by: "python",
    since: "3.12",
    instead: "Use `locale.format_string`.",
  },
  {
    module: "cgi",
    by: "python",
    since: "3.13",
    instead: "Use Flask's `request`, or list `legacy-cgi`.",
    broughtBy: ["legacy-cgi", "webob", "pyramid"],
  },
  {
    module: "cgitb",
    by: "python",
    since: "3.13",
    instead: "Use `traceback`, or list `legacy-cgi`.",
    broughtBy: ["legacy-cgi", "webob", "pyramid"],
  },
  {
    module: "crypt",
    by: "python",
    since: "3.13",
    instead: "Use `werkzeug.security` or passlib.",
    broughtBy: ["legacycrypt", "standard-crypt"],
  },
  {
    module: "audioop",
    by: "python",
    since: "3.13",
    instead: "List `audioop-lts`.",
    broughtBy: ["audioop-lts", "pydub", "speechrecognition", "discord-py"],
  },
  { module: "lib2to3", by: "python", since: "3.13", instead: "List `fissix`, or do without." },
  ...gone(
    "3.13",
    "aifc",
    "chunk",
    "imghdr",
    "mailcap",
    "nntplib",
    "pipes",
    "sndhdr",
    "sunau",
    "telnetlib",
    "uu",
    "xdrlib",
  ),
  ...gone("3.13", "nis", "ossaudiodev", "spwd"),
  {
    module: "distutils",
    by: "python",
    since: "3.13",
    instead: "List `setuptools` in requirements.txt, or use `shutil`, `subprocess` and `packaging`.",
    broughtBy: ["setuptools"],
  },
  { module: "pkg_resources", by: "python", since: "3.13", instead: SETUPTOOLS, broughtBy: ["setuptools"] },
  {
    module: "pkgutil",
    names: ["find_loader", "get_loader"],
    by: "python",
    since: "3.14",
    instead: "Use `importlib.util.find_spec`.",
  },
  {
    module: "ast",
    names: ["Num", "Str", "Bytes", "NameConstant", "Ellipsis"],
    by: "python",
    since: "3.14",
    instead: "Use `ast.Constant`.",
  },
];

function gone(since: string, ...modules: string[]): RemovedImport[] {
  return modules.map((module) => ({
    module,
    by: "python",
    since,
    instead:
      "Find what takes its place in Python's documentation of the version before, or stay on an older Python.",
    broughtBy: [`standard-${module}`],
  }));
}

export const REMOVED_IMPORTS: readonly RemovedImport[] = [...FLASK, ...PYTHON];
