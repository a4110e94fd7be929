/**
 * From which version on other packages go with versions of a package, where pins of before are likely to be lower: by
 * the metadata of either, or because they cannot be imported together. Null when none does.
 */
export const NEEDED_PARTNERS: readonly {
  readonly key: string;
  readonly versions: string;
  readonly partner: string;
  readonly least: string | null;
}[] = (
  [
    ["flask", ">=2.0,<2.1", { werkzeug: "2.0", jinja2: "3.0", itsdangerous: "2.0", click: "7.1.2" }],
    ["flask", ">=2.1,<2.2", { werkzeug: "2.0", jinja2: "3.0", itsdangerous: "2.0", click: "8.0" }],
    ["flask", ">=2.2,<2.3", { werkzeug: "2.2.2", jinja2: "3.0", itsdangerous: "2.0", click: "8.0" }],
    [
      "flask",
      ">=2.3,<3",
      {
        werkzeug: "2.3.7",
        jinja2: "3.1.2",
        itsdangerous: "2.1.2",
        click: "8.1.3",
        blinker: "1.6.2",
        "flask-wtf": "1.1.1",
      },
    ],
    [
      "flask",
      ">=3",
      { werkzeug: "3.0.0", jinja2: "3.1.2", itsdangerous: "2.1.2", click: "8.1.3", blinker: "1.6.2" },
    ],
    ["flask", ">=2", { "flask-script": null }],
    ["jinja2", ">=3", { markupsafe: "2.0" }],
    ["werkzeug", ">=2.2", { markupsafe: "2.1.1" }],
    ["urllib3", ">=1.26,<2", { requests: "2.25.0" }],
    ["urllib3", ">=2", { requests: "2.30.0" }],
    ["flask-sqlalchemy", ">=3", { flask: "2.2.5", sqlalchemy: "1.4.18" }],
  ] as const
).flatMap(([key, versions, partners]) =>
  Object.entries(partners).map(([partner, least]) => ({ key, versions, partner, least })),
);
