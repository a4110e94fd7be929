// What Mermaid reads as we mean it, line by line: a part of its grammars (erDiagram.jison and gantt.jison of mermaid 12.3)
// in which no word can be taken for anything else. script/pictures/prove-diagrams.ts reads such texts with Mermaid itself.

const LABEL = /"[\w.\u00c0-\uffff-]+(?: NOT IN THE DATABASE)?"/;
const WORD = /(?!(?:pk|fk|uk)\b)[A-Za-z_\u00c0-\uffff][\w()[\]\u00c0-\uffff-]*/;

const ENTITY_START = new RegExp(`^  (t\\d+)\\[${LABEL.source}\\]( \\{)?$`, "i");
const ATTRIBUTE = new RegExp(
  `^    ${WORD.source} ${WORD.source}( PK| FK| PK, FK)?( "not in the database")?$`,
  "i",
);
const RELATION = /^ {2}(t\d+) \}o--\|\| (t\d+) : "[\w., \u00c0-\uffff-]+"$/;
const TASK = /^ {2}[\w., \u00c0-\uffff-]+ :(?:done, |crit, )?\d+, \d+ms$/;

/** The entities of a diagram with their numbers of attributes, and its relations. Throws on a line that is of no kind. */
export function parseErDiagram(text: string) {
  const [first, ...lines] = text.split("\n");
  if (first !== "erDiagram") throw new Error("not an entity-relationship diagram");
  const entities = new Map<string, number>();
  const relations: string[] = [];
  let open: string | undefined;
  for (const line of lines) {
    const [, entity, brace] = ENTITY_START.exec(line) ?? [];
    const [, from, to] = RELATION.exec(line) ?? [];
    if (open !== undefined && line === "  }") open = undefined;
    else if (open !== undefined && ATTRIBUTE.test(line)) entities.set(open, (entities.get(open) ?? 0) + 1);
    else if (open === undefined && entity !== undefined && !entities.has(entity)) {
      entities.set(entity, 0);
      open = brace === undefined ? undefined : entity;
    } else if (open === undefined && from !== undefined) relations.push(`${from} ${to}`);
    else throw new Error(`a line of no kind: ${line}`);
  }
  if (open !== undefined) throw new Error("an entity that does not end");
  return { entities, relations };
}

/** The number of tasks of a chart. Throws on a line that is of no kind. */
export function parseGantt(text: string): number {
  const [, tasks] =
    /^gantt\n {2}dateFormat x\n {2}axisFormat %s s\n {2}tickInterval \d+(?:second|minute)\n([\s\S]*)$/.exec(
      text,
    ) ?? [];
  if (tasks === undefined) throw new Error("not a gantt chart in seconds");
  const lines = tasks.split("\n");
  for (const line of lines) if (!TASK.test(line)) throw new Error(`a line of no kind: ${line}`);
  return lines.length;
}
