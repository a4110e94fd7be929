import type { Call, ExprNode } from "py-ast";
import type { Setting, Where } from "./code-facts.ts";
import { dotted, textOf } from "./dotted.ts";

/** A configuration key and what it is given. */
export type Given = Pick<Setting, "key" | "kind" | "value">;

/** The keys that an assignment to this target gives: `app.config["X"]`, `app.debug`, `os.environ["X"]`, a name in capitals. */
export function givenByAssignment(
  target: ExprNode,
  value: ExprNode,
  where: Pick<Where, "function" | "className">,
): Given[] {
  if (target.nodeType === "Subscript") {
    const key = textOf(target.slice);
    const owner = dotted(target.value) ?? "";
    if (key !== undefined && /(?:^|\.)config$/.test(owner)) return [{ key, kind: "app", value }];
    if (key !== undefined && owner === "os.environ") return [{ key, kind: "environ", value }];
  }
  if (target.nodeType === "Attribute") {
    const isApp = /^(?:secret_key|debug)$/.test(target.attr) && /app/i.test(dotted(target.value) ?? "");
    return isApp ? [{ key: target.attr.toUpperCase(), kind: "app", value }] : [];
  }
  if (target.nodeType === "Name" && where.function === undefined && /^[A-Z][A-Z0-9_]*$/.test(target.id))
    return [{ key: target.id, kind: where.className === undefined ? "module" : "class", value }];
  return [];
}

/** The keys that a call of this name gives: `app.config.update(X=1)`, `create_engine(url)`. */
export function givenByCall(name: string, { args: [first, second], keywords }: Call): Given[] {
  const given = (key: string | undefined, value: ExprNode | undefined, kind: Given["kind"] = "app") =>
    key === undefined || !value ? [] : [{ key, kind, value }];
  if (/(?:^|\.)config\.(?:update|from_mapping)$/.test(name)) {
    const inDict = first?.nodeType === "Dict" ? first : undefined;
    return [
      ...keywords.flatMap(({ arg, value }) => given(arg, value)),
      ...(inDict?.keys ?? []).flatMap((key, index) => given(textOf(key), inDict?.values[index])),
    ];
  }
  if (/(?:^|\.)config\.setdefault$/.test(name)) return given(textOf(first), second);
  if (name === "os.environ.setdefault") return given(textOf(first), second, "environ");
  if (/(?:^|\.)create_engine$/.test(name))
    return given("create_engine", first ?? keywords.find(({ arg }) => arg === "url")?.value);
  return [];
}
