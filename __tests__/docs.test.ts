import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatedDocs } from "../script/docs.ts";

test.for(Object.entries(await generatedDocs()))(
  "%s says what action.yml says (npm run docs)",
  async ([path, text]) => {
    expect(await readFile(join(import.meta.dirname, "..", path), "utf8")).toBe(text);
  },
);
