import { pythonEnvironment } from "../support/python-environment.ts";

const LATEST = ["Flask==3.1.3", "Flask-SQLAlchemy==3.1.1", "Flask-Migrate==4.1.0"];

/** The three generations that are met in the field. */
export const ENVIRONMENTS = {
  "Flask-SQLAlchemy 2 on SQLAlchemy 1.4": [
    ...["Flask==2.2.5", "Werkzeug==2.3.8", "Flask-SQLAlchemy==2.5.1", "Flask-Migrate==3.1.0"],
    ...["SQLAlchemy==1.4.54", "psycopg2-binary==2.9.13"],
  ],
  "Flask-SQLAlchemy 3 on SQLAlchemy 2.0": [...LATEST, "SQLAlchemy==2.0.58", "psycopg2-binary==2.9.13"],
  "Flask-SQLAlchemy 3 on SQLAlchemy 2.1": [...LATEST, "SQLAlchemy==2.1.9", "psycopg[binary]==3.3.9"],
} as const;

export type EnvironmentName = keyof typeof ENVIRONMENTS;

export const ENVIRONMENT_NAMES: readonly EnvironmentName[] = [
  "Flask-SQLAlchemy 2 on SQLAlchemy 1.4",
  "Flask-SQLAlchemy 3 on SQLAlchemy 2.0",
  "Flask-SQLAlchemy 3 on SQLAlchemy 2.1",
];

export const NEWEST: EnvironmentName = "Flask-SQLAlchemy 3 on SQLAlchemy 2.1";

export function environment(name: EnvironmentName): Promise<string> {
  return pythonEnvironment(ENVIRONMENTS[name]);
}
