import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";
import { applicable } from "./schemas.js";

/** One value of a list of codes, where it stands, and what the list says about it. */
export interface Code {
  readonly code: string;
  readonly node: Node;
  readonly description: string | null;
  readonly group: string | null;
  /** Statuses it is documented with (`x-error-codes`), and where that stands. */
  readonly statuses: readonly string[];
  readonly notes: Node | null;
}

/** A list of codes: an `enum`, `const`s under `oneOf` or `anyOf`, an extension. */
export interface CodeList {
  /** The schema that holds the list. */
  readonly node: Node;
  readonly codes: readonly Code[];
}

/** What a code's property admits: its lists, and whether other strings are admitted too. */
export interface Values {
  readonly lists: readonly CodeList[];
  /** It is said that more may come: an extensible enum, or a plain string beside the list. */
  readonly open: boolean;
}

/** Reads the values of a property. Source: JSON Schema `enum`, `const`; `x-extensible-enum` (Zalando), `x-ms-enum`. */
export function valuesOf(reading: Reading, property: Node): Values {
  const lists: CodeList[] = [];
  const singles: Code[] = [];
  let open = false;
  for (const node of applicable(reading, property, true)) {
    const listed = node.child("enum") ?? node.child("x-extensible-enum");
    if (node.child("x-extensible-enum") !== null || node.at("x-ms-enum", "modelAsString")?.value === true)
      open = true;
    if (listed !== null) {
      const codes = [...listed.children()].flatMap(([index, value]) => codeAt(node, value, Number(index)));
      if (codes.length > 0) lists.push({ node, codes });
    } else if (node.child("const") !== null) {
      const value = node.child("const");
      if (value !== null) singles.push(...codeAt(node, value, 0));
    } else if (isPlainAlternative(node)) open = true;
  }
  if (singles.length > 0) lists.push({ node: property, codes: singles });
  return { lists, open };
}

function codeAt(list: Node, value: Node, index: number): Code[] {
  if (typeof value.value !== "string" || isPlaceholder(value.value)) return [];
  const code = value.value;
  const notes = list.at("x-error-codes", code);
  const group = notes?.child("group")?.value ?? list.at("x-enum-groups", code)?.value;
  const statuses = notes?.child("statuses")?.value;
  return [
    {
      code,
      node: value,
      description: described(list, code, index, notes),
      group: typeof group === "string" && group !== "" ? group : null,
      statuses: Array.isArray(statuses) ? statuses.map(String) : [],
      notes,
    },
  ];
}

function described(list: Node, code: string, index: number, notes: Node | null): string | null {
  const own = list.child("const") === null ? [] : [list.child("description"), list.child("title")];
  const texts = [notes?.child("description"), ...own];
  for (const extension of ["x-enum-descriptions", "x-enumDescriptions", "x-enum-description"]) {
    texts.push(list.at(extension, Array.isArray(list.child(extension)?.value) ? String(index) : code));
  }
  for (const held of [list.child("x-enum-elements"), list.at("x-ms-enum", "values")]) {
    for (const [, element] of held?.children() ?? []) {
      const name = element.child("value")?.value ?? element.child("name")?.value;
      if (name === code) texts.push(element.child("description"));
    }
  }
  const said = texts
    .map((text) => text?.value)
    .find((text) => typeof text === "string" && text.trim() !== "");
  return typeof said === "string" ? said : null;
}

/** `anyOf: [{ enum: … }, { type: string }]`: the list is open on purpose. */
function isPlainAlternative(node: Node): boolean {
  const container = node.parent?.key;
  if (container !== "anyOf" && container !== "oneOf") return false;
  return isObject(node.value) && node.value.type === "string" && node.child("$ref") === null;
}

/** `{{SPECIFIC_CODE}}`, `<code>`, `string`: what a template or a generator leaves where a code should stand. */
export function isPlaceholder(value: string): boolean {
  return value === "" || value === "string" || /^(\{\{.*\}\}|\$\{.*\}|<.*>)$/.test(value);
}
