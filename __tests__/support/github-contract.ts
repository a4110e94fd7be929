import { readFile } from "node:fs/promises";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Parameter = { name: string; in: string; required?: boolean; schema: { type: string } };
type Content = { content?: { "application/json": { schema: object } } };
type Operation = {
  parameters: (Parameter | { $ref: string })[];
  requestBody?: Content;
  responses: Record<string, { $ref?: string } & Content>;
};
type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter>; responses: Record<string, Content> };
};

/** What one request is in GitHub's description: its path parameters, and whatever does not fit. */
export type Matched = {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Why the request does not fit the description. */
  readonly wrong: readonly string[];
  /** Why an answer would not. */
  answerWrong(status: number, body: unknown): string[];
};

/** Reads GitHub's description (github-openapi.json, made by github-openapi-slice.ts). */
export async function githubContract() {
  const file = new URL("github-openapi.json", import.meta.url);
  const description: Description = JSON.parse(await readFile(file, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(rebased(description), "github");
  const compiled = new Map<object, ValidateFunction>();

  /** Each fault of a body, by the schema of an operation. */
  function faults(content: Content | undefined, body: unknown): string[] {
    const schema = content?.content?.["application/json"].schema;
    if (schema === undefined) return body === undefined ? [] : ["no body was expected"];
    const validate = compiled.get(schema) ?? ajv.compile(rebased(schema));
    compiled.set(schema, validate);
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  return (method: string, url: URL, body: unknown): Matched | undefined => {
    for (const [path, operations] of Object.entries(description.paths)) {
      const found = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(url.pathname);
      const operation = operations[method.toLowerCase()];
      if (found === null || operation === undefined) continue;
      const parameters = { ...found.groups };
      const known = operation.parameters.map((parameter) =>
        "$ref" in parameter
          ? description.components.parameters[parameter.$ref.split("/").at(-1) ?? ""]
          : parameter,
      );
      const given = { ...parameters, ...Object.fromEntries(url.searchParams) };
      const wrong = Object.entries(given).flatMap(([name, value]) => {
        const parameter = known.find((one) => one?.name === name);
        if (parameter === undefined) return [`unknown parameter ${name}`];
        return parameter.schema.type === "integer" && !/^\d+$/.test(value) ? [`${name} is no integer`] : [];
      });
      return {
        path,
        parameters,
        wrong: [...wrong, ...faults(operation.requestBody, body)],
        answerWrong(status, answer) {
          const response = operation.responses[status];
          // Limits, lost permissions and faults are not described for every operation.
          if (response === undefined) return status < 400 ? [`status ${status} is not described`] : [];
          const name = response.$ref?.split("/").at(-1);
          return faults(name === undefined ? response : description.components.responses[name], answer);
        },
      };
    }
    return undefined;
  };
}

/** References of the description, which ajv knows by the name `github`. */
function rebased(value: object): object {
  return JSON.parse(JSON.stringify(value).replaceAll('"$ref":"#/', '"$ref":"github#/'));
}
