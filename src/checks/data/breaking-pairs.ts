/** Two packages that pip installs side by side, and that do not work together. */
export type BreakingPair = {
  /** PEP 503 canonical name, and the versions of it that break. */
  readonly package: string;
  readonly versions: string;
  /** The other package, and the versions with which they break. */
  readonly partner: string;
  readonly partners: string;
  /** What Python prints, without the paths. */
  readonly message: string;
  /** What to install in place of the first package. */
  readonly remedy: string;
  readonly proof: Proof;
};

/** `script/prove-pairs.ts` installs `broken`, runs `code` and expects the message; with `works` the code must run. */
export type Proof = {
  readonly code: string;
  readonly broken: readonly string[];
  readonly works: readonly string[];
};

/** When and on what every row was proved. */
export const PROVED = { on: "2026-11-23", python: "CPython 3.11.7" } as const;

type Row = readonly [
  pair: readonly [name: string, versions: string, partner: string, partners: string],
  message: string,
  remedy: string,
  code: string,
  broken: string,
  works: string,
];

const FLASK_1 = "Jinja2==2.11.3 MarkupSafe==2.0.1 itsdangerous==1.1.0 click==7.1.2";

const ROWS: readonly Row[] = [
  [
    ["flask-sqlalchemy", "<3", "flask", ">=3"],
    "ImportError: cannot import name '_app_ctx_stack' from 'flask'",
    "Flask-SQLAlchemy>=3.1",
    "import flask_sqlalchemy",
    "Flask-SQLAlchemy==2.5.1 SQLAlchemy==1.4.54 Flask==3.0.0",
    "Flask-SQLAlchemy==2.5.1 SQLAlchemy==1.4.54 Flask==2.2.5 Werkzeug==2.3.8",
  ],
  [
    ["flask-sqlalchemy", "==2.5.*", "sqlalchemy", ">=2"],
    "AttributeError: module 'sqlalchemy' has no attribute '__all__'",
    "Flask-SQLAlchemy>=3.1",
    "import flask_sqlalchemy; flask_sqlalchemy.SQLAlchemy()",
    "Flask-SQLAlchemy==2.5.1 SQLAlchemy==2.0.0 Flask==2.2.5 Werkzeug==2.3.8",
    "Flask-SQLAlchemy==2.5.1 SQLAlchemy==1.4.54 Flask==2.2.5 Werkzeug==2.3.8",
  ],
  [
    ["flask", ">=2,<=2.2.2", "werkzeug", ">=3"],
    "ImportError: cannot import name 'url_quote' from 'werkzeug.urls'",
    "Flask>=3",
    "import flask",
    "Flask==2.2.2 Werkzeug==3.0.0",
    "Flask==2.2.2 Werkzeug==2.3.8",
  ],
  [
    ["flask", "<=1.1.2", "jinja2", ">=3.1"],
    "ImportError: cannot import name 'escape' from 'jinja2'",
    "Flask>=3",
    "import flask",
    "Flask==1.1.2 Werkzeug==1.0.1 Jinja2==3.1.0 MarkupSafe==2.0.1 itsdangerous==1.1.0 click==7.1.2",
    `Flask==1.1.2 Werkzeug==1.0.1 ${FLASK_1}`,
  ],
  [
    ["flask", "<=1.1.2", "itsdangerous", ">=2.1"],
    "ImportError: cannot import name 'json' from 'itsdangerous'",
    "Flask>=3",
    "import flask",
    "Flask==1.1.2 Werkzeug==1.0.1 Jinja2==2.11.3 MarkupSafe==2.0.1 itsdangerous==2.1.0 click==7.1.2",
    "Flask==1.1.2 Werkzeug==1.0.1 Jinja2==2.11.3 MarkupSafe==2.0.1 itsdangerous==2.0.1 click==7.1.2",
  ],
  [
    ["flask", "<=1.1.2", "werkzeug", ">=2.1"],
    "ImportError: cannot import name 'BaseResponse' from 'werkzeug.wrappers'",
    "Flask>=3",
    "import flask",
    `Flask==1.1.2 Werkzeug==2.1.0 ${FLASK_1}`,
    `Flask==1.1.2 Werkzeug==2.0.3 ${FLASK_1}`,
  ],
  [
    ["flask", ">=1.1.3,<2", "markupsafe", ">=2.1"],
    "ImportError: cannot import name 'soft_unicode' from 'markupsafe'",
    "Flask>=3",
    "import flask",
    "Flask==1.1.4 MarkupSafe==2.1.0",
    "Flask==1.1.4 MarkupSafe==2.0.1",
  ],
  [
    ["jinja2", "<3", "markupsafe", ">=2.1"],
    "ImportError: cannot import name 'soft_unicode' from 'markupsafe'",
    "Jinja2>=3.1",
    "import jinja2",
    "Jinja2==2.11.3 MarkupSafe==2.1.0",
    "Jinja2==2.11.3 MarkupSafe==2.0.1",
  ],
  [
    ["flask-login", ">=0.6,<0.6.3", "werkzeug", ">=3"],
    "ImportError: cannot import name 'url_decode' from 'werkzeug.urls'",
    "Flask-Login>=0.6.3",
    "import flask_login",
    "Flask-Login==0.6.2 Flask==2.3.3 Werkzeug==3.0.0",
    "Flask-Login==0.6.2 Flask==2.3.3 Werkzeug==2.3.8",
  ],
  [
    ["flask-login", "<0.6", "werkzeug", ">=2.1"],
    "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
    "Flask-Login>=0.6.3",
    "import flask_login",
    "Flask-Login==0.5.0 Flask==2.1.3 Werkzeug==2.1.0",
    "Flask-Login==0.5.0 Flask==2.0.3 Werkzeug==2.0.3",
  ],
  [
    ["flask-wtf", "<1.1.2", "flask", ">=3"],
    "ImportError: cannot import name 'Markup' from 'flask'",
    "Flask-WTF>=1.2",
    "import flask_wtf",
    "Flask-WTF==1.1.1 Flask==3.0.0",
    "Flask-WTF==1.1.1 Flask==2.2.5 Werkzeug==2.3.8",
  ],
  [
    ["flask-wtf", "<=0.14.3", "werkzeug", ">=2.1"],
    "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
    "Flask-WTF>=1.1.1",
    "import flask_wtf",
    "Flask-WTF==0.14.3 WTForms==2.3.3 Flask==2.1.3 Werkzeug==2.1.2",
    "Flask-WTF==0.14.3 WTForms==2.3.3 Flask==2.0.3 Werkzeug==2.0.3",
  ],
  [
    ["flask-bcrypt", "<=0.7.1", "werkzeug", ">=2.1"],
    "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
    "Flask-Bcrypt>=1.0.1",
    "import flask_bcrypt",
    "Flask-Bcrypt==0.7.1 Flask==2.1.3 Werkzeug==2.1.2",
    "Flask-Bcrypt==0.7.1 Flask==2.0.3 Werkzeug==2.0.3",
  ],
  [
    ["flask-uploads", "<=0.2.1", "werkzeug", ">=1"],
    "ImportError: cannot import name 'secure_filename' from 'werkzeug'",
    "Flask-Reuploaded",
    "import flask_uploads",
    `Flask-Uploads==0.2.1 Flask==1.1.2 Werkzeug==1.0.0 ${FLASK_1}`,
    `Flask-Uploads==0.2.1 Flask==1.1.2 Werkzeug==0.16.1 ${FLASK_1}`,
  ],
  [
    ["flask-admin", "<=1.5.8", "jinja2", ">=3.1"],
    "ImportError: cannot import name 'contextfunction' from 'jinja2'",
    "Flask-Admin>=1.6",
    "import flask_admin",
    "Flask-Admin==1.5.8 Flask==2.2.5 Werkzeug==2.3.8 Jinja2==3.1.0 WTForms==2.3.3",
    "Flask-Admin==1.5.8 Flask==2.0.3 Werkzeug==2.0.3 Jinja2==3.0.3 WTForms==2.3.3",
  ],
  [
    ["flask-socketio", "<5", "werkzeug", ">=2.1"],
    "ImportError: cannot import name 'run_with_reloader' from 'werkzeug.serving'",
    "Flask-SocketIO>=5.3.6",
    "import flask_socketio",
    "Flask-SocketIO==4.3.2 Flask==2.1.3 Werkzeug==2.1.0",
    "Flask-SocketIO==4.3.2 Flask==2.0.3 Werkzeug==2.0.3",
  ],
  [
    ["flask-restful", "<=0.3.8", "flask", ">=2.1"],
    "ImportError: cannot import name '_endpoint_from_view_func' from 'flask.helpers'",
    "Flask-RESTful>=0.3.10",
    "import flask_restful",
    "Flask-RESTful==0.3.8 Flask==2.1.0 Werkzeug==2.1.2",
    `Flask-RESTful==0.3.8 Flask==1.1.2 Werkzeug==1.0.1 ${FLASK_1}`,
  ],
  [
    ["flask-moment", "<=0.11.0", "jinja2", ">=3.1"],
    "ImportError: cannot import name 'Markup' from 'jinja2'",
    "Flask-Moment>=1",
    "import flask_moment",
    "Flask-Moment==0.11.0 Flask==2.2.5 Werkzeug==2.3.8 Jinja2==3.1.0",
    "Flask-Moment==0.11.0 Flask==2.0.3 Werkzeug==2.0.3 Jinja2==3.0.3",
  ],
  [
    ["flask-babel", "==2.0.0", "flask", ">=3"],
    "ImportError: cannot import name 'locked_cached_property' from 'flask.helpers'",
    "Flask-Babel>=4",
    "import flask_babel",
    "Flask-Babel==2.0.0 Flask==3.0.0",
    "Flask-Babel==2.0.0 Flask==2.2.5 Werkzeug==2.3.8",
  ],
  [
    ["flask-httpauth", "<=4.2.0", "werkzeug", ">=2.1"],
    "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
    "Flask-HTTPAuth>=4.8",
    "import flask_httpauth",
    "Flask-HTTPAuth==4.2.0 Flask==2.1.3 Werkzeug==2.1.0",
    "Flask-HTTPAuth==4.2.0 Flask==2.0.3 Werkzeug==2.0.3",
  ],
  [
    ["flask-jwt-extended", "<=3.24.1", "werkzeug", ">=2.1"],
    "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
    "Flask-JWT-Extended>=4.6",
    "import flask_jwt_extended",
    "Flask-JWT-Extended==3.24.1 PyJWT==1.7.1 Flask==2.1.3 Werkzeug==2.1.0",
    "Flask-JWT-Extended==3.24.1 PyJWT==1.7.1 Flask==2.0.3 Werkzeug==2.0.3",
  ],
  [
    ["flask-restx", "<=1.1.0", "flask", ">=3"],
    "ModuleNotFoundError: No module named 'flask.scaffold'",
    "flask-restx>=1.3",
    "import flask_restx",
    "flask-restx==1.1.0 Flask==3.0.0 setuptools==70.3.0",
    "flask-restx==1.1.0 Flask==2.2.5 Werkzeug==2.3.8 setuptools==70.3.0",
  ],
  [
    ["flasgger", "<=0.9.5", "flask", ">=3"],
    "ImportError: cannot import name 'Markup' from 'flask'",
    "flasgger>=0.9.7.1",
    "import flasgger",
    "flasgger==0.9.5 Flask==3.0.0 setuptools==70.3.0",
    "flasgger==0.9.5 Flask==2.2.5 Werkzeug==2.3.8 setuptools==70.3.0",
  ],
  [
    ["flask-debugtoolbar", "<=0.11.0", "flask", ">=3"],
    "ImportError: cannot import name '_request_ctx_stack' from 'flask.globals'",
    "Flask-DebugToolbar>=0.14",
    "import flask_debugtoolbar",
    "Flask-DebugToolbar==0.11.0 Flask==3.0.0",
    "Flask-DebugToolbar==0.11.0 Flask==2.1.3 Werkzeug==2.1.2",
  ],
  [
    ["flask-assets", "<=2.0", "flask", ">=3"],
    "ImportError: cannot import name '_request_ctx_stack' from 'flask'",
    "Flask-Assets>=2.1",
    "import flask_assets",
    "Flask-Assets==2.0 Flask==3.0.0",
    "Flask-Assets==2.0 Flask==2.2.5 Werkzeug==2.3.8",
  ],
  [
    ["flask-marshmallow", "<=0.14.0", "marshmallow", ">=4"],
    "ImportError: cannot import name 'pprint' from 'marshmallow'",
    "flask-marshmallow>=1.3",
    "import flask_marshmallow",
    "flask-marshmallow==0.14.0 marshmallow==4.0.0 Flask==2.2.5 Werkzeug==2.3.8",
    "flask-marshmallow==0.14.0 marshmallow==3.26.1 Flask==2.2.5 Werkzeug==2.3.8",
  ],
];

/** Every pair, the surest to be met first. */
export const BREAKING_PAIRS: readonly BreakingPair[] = ROWS.map(
  ([[name, versions, partner, partners], message, remedy, code, broken, works]) => ({
    ...{ package: name, versions, partner, partners, message, remedy },
    proof: { code, broken: broken.split(" "), works: works.split(" ") },
  }),
);
