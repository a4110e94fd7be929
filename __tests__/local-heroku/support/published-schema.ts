import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";

/** Heroku's published schema of the Platform API; it lies beside the checkout and not in it. */
const FILE = join(import.meta.dirname, "../../../../shared/data/heroku-platform-schema.json");

/** Properties that the schema lists and that only some things have. */
const NOT_ALWAYS = ["provision_message", "current_user_permissions", "deleted_at", "sni_endpoint"];

type Json = { [key: string]: unknown };

/** What is wrong with an answer as the schema sees it, one sentence each; undefined when it knows no such request. */
export type Contract = (method: string, path: string, body: unknown) => string[] | undefined;

/** The schema as a judge of answers, undefined where the file is not there. */
export async function publishedContract(): Promise<Contract | undefined> {
  const text = await readFile(FILE, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const schema = local(JSON.parse(text));
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema({ ...schema, $id: "heroku" });
  const links = Object.entries(object(schema.definitions)).flatMap(([noun, definition]) =>
    list(object(definition).links).map((link) => readLink(noun, object(link))),
  );
  return (method, path, body) => {
    const link = links.find((one) => one.method === method && one.pattern.test(path));
    if (!link) return undefined;
    const validate = ajv.compile(link.target);
    const errors = validate(body) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
    const properties = Object.keys(object(object(object(schema.definitions)[link.noun]).properties));
    const items = Array.isArray(body) ? body : [body];
    if (properties.length === 0 || link.empty) return errors;
    const missing = properties.filter(
      (name) => !NOT_ALWAYS.includes(name) && items.some((item) => !(name in item)),
    );
    return [...errors, ...missing.map((name) => `${name} is missing`)];
  };
}

function readLink(noun: string, link: Json) {
  const href = String(link.href).replace(/\{\([^)]*\)\}/g, "[^/]+");
  const definition = { $ref: `heroku#/definitions/${noun}` };
  const fallback = link.rel === "instances" ? { type: "array", items: definition } : definition;
  const target = link.targetSchema ? qualify(object(link.targetSchema)) : fallback;
  return {
    noun,
    method: String(link.method),
    pattern: new RegExp(`^${href}$`),
    target,
    empty: link.rel === "empty",
  };
}

/** A local address is neither of git.heroku.com nor of herokuapp.com; and a schema's own `id` would move its references. */
function local(value: unknown): Json {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([name, inner]) => name !== "$schema" && !(name === "id" && typeof inner === "string"))
        .filter(([name, inner]) => !(name === "pattern" && /heroku(app)?\\\.com/.test(String(inner))))
        .map(([name, inner]) => [name, walk(inner)]),
    );
  };
  const schema = object(walk(value));
  // A host name is no URI, whatever the schema says of domains.
  delete object(object(object(object(schema.definitions).domain).definitions).hostname).format;
  return schema;
}

function qualify(part: Json): Json {
  return JSON.parse(JSON.stringify(part).replaceAll('"#/definitions', '"heroku#/definitions'));
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? Object.assign(value) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
