/** What versions of a package ask for, where pins of before are likely to be lower: from their own metadata. */
export const NEEDED_PARTNERS: readonly {
  readonly key: string;
  readonly versions: string;
  readonly partner: string;
  readonly least: string;
}[] = (
  [
    ["flask", ">=2.0,<2.1", { werkzeug: "2.0", jinja2: "3.0", itsdangerous: "2.0", click: "7.1.2" }],
    ["flask", ">=2.1,<2.2", { werkzeug: "2.0", jinja2: "3.0", itsdangerous: "2.0", click: "8.0" }],
    ["flask", ">=2.2,<2.3", { werkzeug: "2.2.2", jinja2: "3.0", itsdangerous: "2.0", click: "8.0" }],
    [
      "flask",
      ">=2.3,<3",
      { werkzeug: "2.3.7", jinja2: "3.1.2", itsdangerous: "2.1.2", click: "8.1.3", blinker: "1.6.2" },
    ],
    [
      "flask",
      ">=3",
      { werkzeug: "3.0.0", jinja2: "3.1.2", itsdangerous: "2.1.2", click: "8.1.3", blinker: "1.6.2" },
    ],
    ["jinja2", ">=3", { markupsafe: "2.0" }],
    ["werkzeug", ">=2.2", { markupsafe: "2.1.1" }],
    ["flask-sqlalchemy", ">=3", { flask: "2.2.5", sqlalchemy: "1.4.18" }],
  ] as const
).flatMap(([key, versions, partners]) =>
  Object.entries(partners).map(([partner, least]) => ({ key, versions, partner, least })),
);
