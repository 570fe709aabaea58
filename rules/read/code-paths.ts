import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";
import { applicable } from "./schemas.js";

/** A property of an error body that may hold the code. */
export interface CodePath {
  /** `code`, `error.code`, `errors[].code`. */
  readonly path: string;
  /** `listed`: its values are declared. `named`: an open string that is called a code. */
  readonly strength: "listed" | "named";
  /** It is called a code; others (`type`, `reason`) are taken for one only where nothing is called so. */
  readonly isCode: boolean;
}

/** Bodies are searched this many properties deep: `errors[].source.code` is three. */
const DEEPEST = 3;

const called = /^(error|err|problem|fault|reason|result|status)?_?codes?$/;
const maybe =
  /^(error_?)?(type|reason|issue|error|kind|key|name|id|slug|identifier|title|errors|error_?name|error_?key)$/;
/** What may hold the code: an error, a list of errors, an envelope. */
const holders =
  /(^|_)(errors?|errs?|faults?|problems?|issues?|details?|violations?|exceptions?|failures?|causes?|reasons?|warnings?|fields?)$|^(data|body|content|response|result|results|items|messages?|meta|extensions|status|validation|payload)$/;
/** The HTTP status is no code, nor is anybody's address. */
const never = /^(http_?)?(status_?code|http_?code|status)$|country|currency|postal|zip|language|locale/;

/** Paths of the properties that may hold codes in a body with this schema, in the order of the document. */
export function codePaths(reading: Reading, schema: Node): readonly CodePath[] {
  const found = new Map<string, CodePath>();
  search(reading, schema, "", DEEPEST, new Set(), found);
  return [...found.values()];
}

function search(
  reading: Reading,
  schema: Node,
  before: string,
  depth: number,
  above: ReadonlySet<unknown>,
  found: Map<string, CodePath>,
): void {
  if (above.has(schema.value)) return;
  const within = new Set(above).add(schema.value);
  for (const part of applicable(reading, schema, true)) {
    const items = part.child("items");
    if (items !== null && depth > 0) search(reading, items, `${before}[]`, depth, within, found);
    for (const [name, property] of part.child("properties")?.children() ?? []) {
      const path = before === "" ? name : `${before}.${name}`;
      const word = wordOf(name);
      const isCode = called.test(word) || word.endsWith("_code");
      const strength = isCode || maybe.test(word) ? strengthOf(reading, word, isCode, property) : null;
      if (strength !== null && found.get(path)?.strength !== "listed")
        found.set(path, { path, strength, isCode });
      if (depth > 1 && isObject(property.value) && holders.test(word))
        search(reading, property, path, depth - 1, within, found);
    }
  }
}

function wordOf(name: string): string {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_")
    .replaceAll(/[-.]/g, "_")
    .toLowerCase();
}

function strengthOf(
  reading: Reading,
  word: string,
  isCode: boolean,
  property: Node,
): CodePath["strength"] | null {
  if (never.test(word)) return null;
  const { lists, scalar } = valuesAt(reading, property);
  if (lists) return "listed";
  return isCode && scalar ? "named" : null;
}

/** Does a property list string values; may it hold a single value at all? */
function valuesAt(reading: Reading, property: Node): { lists: boolean; scalar: boolean } {
  let lists = false;
  let scalar = false;
  for (const part of applicable(reading, property, true)) {
    const entries = part.value as Readonly<Record<string, unknown>>;
    const listed = entries.enum ?? entries["x-extensible-enum"];
    if (Array.isArray(listed) && listed.some((value) => typeof value === "string")) lists = true;
    if (typeof entries.const === "string") lists = true;
    const type = entries.type;
    if (type === "string" || type === "integer" || type === "number") scalar = true;
    if (Array.isArray(type) && (type.includes("string") || type.includes("integer"))) scalar = true;
    if (type === undefined && Object.keys(entries).length > 0 && !("properties" in entries)) scalar ||= lists;
  }
  return { lists, scalar: scalar || lists };
}
