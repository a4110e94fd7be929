import { expect, test } from "vitest";
import { webEnd } from "../../src/local-heroku/dynos/web-end.ts";

test.for<[command: string, code: number | null, end: string | undefined]>([
  ["gunicorn app:app", 3, "worker-not-booted"],
  ["flask db upgrade && exec gunicorn app:app", 4, "app-not-found"],
  ["python -m gunicorn app:app", 3, "worker-not-booted"],
  ["gunicorn app:app", 127, "command-not-found"],
  ["gunicorn app:app", 1, undefined],
  ["gunicorn app:app", null, undefined],
  ["waitress-serve app:app", 127, "command-not-found"],
  ["waitress-serve app:app", 3, undefined],
  ["python app.py", 4, undefined],
])("`%s` that ends with %s: %s", ([command, code, end]) => {
  expect(webEnd(command, code)).toBe(end);
});
