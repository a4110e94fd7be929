/** What apps of these years pinned, as `pip freeze` wrote it, with what they import. */
export const OLD_REQUIREMENTS: Readonly<Record<string, { readonly pins: string; readonly imports: string }>> =
  {
    "2016": {
      pins:
        "Flask==0.10.1 Flask-Bootstrap==3.3.5.7 Flask-Login==0.3.2 Flask-Mail==0.9.1 Flask-Migrate==1.8.0 Flask-Moment==0.5.1 " +
        "Flask-SQLAlchemy==2.1 Flask-Script==2.0.5 Flask-WTF==0.12 Jinja2==2.8 Mako==1.0.4 MarkupSafe==0.23 SQLAlchemy==1.0.12 " +
        "WTForms==2.1 Werkzeug==0.11.4 alembic==0.8.5 blinker==1.4 dominate==2.1.17 gunicorn==19.4.5 itsdangerous==0.24 " +
        "psycopg2==2.6.1 python-editor==0.5 visitor==0.1.2",
      imports:
        "flask, flask_sqlalchemy, flask_login, flask_migrate, flask_wtf, flask_bootstrap, psycopg2, gunicorn.app.wsgiapp",
    },
    "2017": {
      pins:
        "alembic==0.9.3 bleach==2.0.0 blinker==1.4 click==6.7 dominate==2.3.1 Flask==0.12.2 Flask-Bootstrap==3.3.7.1 " +
        "Flask-HTTPAuth==3.2.3 Flask-Login==0.4.0 Flask-Mail==0.9.1 Flask-Migrate==2.0.4 Flask-Moment==0.5.1 Flask-SQLAlchemy==2.2 " +
        "Flask-WTF==0.14.2 gunicorn==19.7.1 html5lib==0.999999999 itsdangerous==0.24 Jinja2==2.9.6 Mako==1.0.7 Markdown==2.6.8 " +
        "MarkupSafe==1.0 psycopg2==2.7.3 python-dateutil==2.6.1 python-dotenv==0.6.5 python-editor==1.0.3 six==1.10.0 " +
        "SQLAlchemy==1.1.11 visitor==0.1.3 webencodings==0.5.1 Werkzeug==0.12.2 WTForms==2.1",
      imports:
        "flask, flask_sqlalchemy, flask_login, flask_migrate, flask_wtf, flask_bootstrap, flask_httpauth, bleach, psycopg2, gunicorn.app.wsgiapp",
    },
    "2019": {
      pins:
        "alembic==1.0.7 certifi==2018.11.29 chardet==3.0.4 Click==7.0 Flask==1.0.2 Flask-Login==0.4.1 Flask-Migrate==2.3.1 " +
        "Flask-SQLAlchemy==2.3.2 Flask-WTF==0.14.2 gunicorn==19.9.0 idna==2.8 itsdangerous==1.1.0 Jinja2==2.10 Mako==1.0.7 " +
        "MarkupSafe==1.1.0 psycopg2-binary==2.7.7 python-dateutil==2.8.0 python-editor==1.0.4 requests==2.21.0 six==1.12.0 " +
        "SQLAlchemy==1.2.18 urllib3==1.24.1 Werkzeug==0.14.1 WTForms==2.2.1",
      imports:
        "flask, flask_sqlalchemy, flask_login, flask_migrate, flask_wtf, requests, psycopg2, gunicorn.app.wsgiapp",
    },
    "2020": {
      pins:
        "alembic==1.4.3 bcrypt==3.2.0 cffi==1.14.3 click==7.1.2 cryptography==3.2.1 Flask==1.1.2 Flask-Bcrypt==0.7.1 Flask-Cors==3.0.9 " +
        "flask-marshmallow==0.14.0 Flask-Migrate==2.5.3 Flask-SQLAlchemy==2.4.4 gunicorn==20.0.4 itsdangerous==1.1.0 Jinja2==2.11.2 " +
        "Mako==1.1.3 MarkupSafe==1.1.1 marshmallow==3.8.0 psycopg2-binary==2.8.6 pycparser==2.20 PyJWT==1.7.1 python-dateutil==2.8.1 " +
        "python-dotenv==0.15.0 python-editor==1.0.4 six==1.15.0 SQLAlchemy==1.3.20 Werkzeug==1.0.1",
      imports:
        "flask, flask_sqlalchemy, flask_migrate, flask_cors, flask_marshmallow, flask_bcrypt, jwt, psycopg2, cryptography.fernet, gunicorn.app.wsgiapp",
    },
    "2022": {
      pins:
        "alembic==1.7.5 certifi==2021.10.8 charset-normalizer==2.0.10 click==8.0.3 Flask==2.0.2 Flask-Login==0.5.0 Flask-Migrate==3.1.0 " +
        "Flask-SQLAlchemy==2.5.1 Flask-WTF==1.0.0 greenlet==1.1.2 gunicorn==20.1.0 idna==3.3 itsdangerous==2.0.1 Jinja2==3.0.3 Mako==1.1.6 " +
        "MarkupSafe==2.0.1 numpy==1.22.1 pandas==1.3.5 Pillow==9.0.0 psycopg2-binary==2.9.3 python-dateutil==2.8.2 pytz==2021.3 " +
        "requests==2.27.1 six==1.16.0 SQLAlchemy==1.4.29 urllib3==1.26.8 Werkzeug==2.0.2 WTForms==3.0.1",
      imports:
        "flask, flask_sqlalchemy, flask_login, flask_migrate, flask_wtf, pandas, PIL.Image, requests, psycopg2, gunicorn.app.wsgiapp",
    },
  };

/** An app that pins and imports them. */
export function oldApp({ pins, imports }: { readonly pins: string; readonly imports: string }) {
  return {
    Procfile: "web: gunicorn app:app\n",
    "app.py": `import ${imports}\n\napp = flask.Flask(__name__)\n`,
    "requirements.txt": `${pins.split(" ").join("\n")}\n`,
  };
}
