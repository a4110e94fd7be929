import { expect, test } from "vitest";
import { parseShell } from "../../src/project/shell.ts";

test.for([
  ["words", "gunicorn  -w 4\tapp:app", [["gunicorn", "-w", "4", "app:app"]]],
  ["single quotation marks", "a 'b c' d'e'f", [["a", "b c", "def"]]],
  ["double quotation marks", 'a "b c" "d\\"e" "f\'g" "h\\i"', [["a", "b c", 'd"e', "f'g", "h\\i"]]],
  ["an empty word", "a '' b", [["a", "", "b"]]],
  ["escapes", "a\\ b create_app\\(\\)", [["a b", "create_app()"]]],
  ["separators", "a; b && c || d | e & f", [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]],
  ["separators without blanks", "a;b&&c|d", [["a"], ["b"], ["c"], ["d"]]],
  [
    "a subshell",
    "(cd x && a b)",
    [
      ["cd", "x"],
      ["a", "b"],
    ],
  ],
  ["a comment", "a b # c; d", [["a", "b"]]],
  ["a number sign in a word", "a#b", [["a#b"]]],
  ["redirections", "a b > log 2>&1 c >>log2 < in &> all d", [["a", "b", "c", "d"]]],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
  ["variables", "a $PORT ${PORT:-5000} x$Y", [["a", "$PORT", "${PORT:-5000}", "x$Y"]]],
  ["commands in a word", 'a $(nproc --all) `b c` "$(d "e")"', [["a", "$(nproc --all)", "`b c`", '$(d "e")']]],
  ["arithmetic", "a $((2 * (3 + 1))) b", [["a", "$((2 * (3 + 1)))", "b"]]],
  ["nothing", "  ", []],
] as const)("%s", ([, line, words]) => {
  const commands = parseShell(line);
  expect(commands.map((command) => command.map(({ text }) => text))).toEqual(words);
  expect(commands.flat().some(({ bareBracket }) => bareBracket)).toBe(false);
});

test.for([
  ["gunicorn app:create_app()", true],
  ["gunicorn app:create_app('x')", true],
  ["gunicorn 'app:create_app()'", false],
  ["gunicorn app:create_app\\(\\)", false],
  ["if (test -f x); then gunicorn 'app:create_app()'; fi", false],
] as const)("brackets that are not in quotation marks: %s", ([line, bare]) => {
  const target = parseShell(line)
    .flat()
    .find(({ text }) => text.startsWith("app:"));
  expect(target?.text).toMatch(/^app:create_app\('?x?'?\)$/);
  expect(target?.bareBracket).toBe(bare);
});

test("what follows an open quotation is left out", () => {
  expect(
    parseShell("a; b 'c d")
      .flat()
      .map(({ text }) => text),
  ).toEqual(["a", "b"]);
});

test("knows which words the shell would change", () => {
  const [words = []] = parseShell("a '$b' \"$c\" \\$d $e f`g`");
  expect(words.map(({ literal }) => literal)).toEqual([true, true, false, true, false, false]);
});

test.for([" ", "a", "'", '"', "\\", "$(", "${", "`", "(", ")", ";", ">", "a ", "'a' ", '"$(', "$((("])(
  "a million characters of %s are split at once",
  (part) => {
    const start = performance.now();
    parseShell(part.repeat(1_000_000 / part.length));
    expect(performance.now() - start).toBeLessThan(1000);
  },
);
