import { optionsFault } from "./options.js";
import { fromPointer, isObject } from "./read/node.js";
import { type Follow, Reading } from "./read/reading.js";
import type { Complaint, Options, Rule } from "./rule.js";

/** The parts of Spectral's context that a function of ours reads. */
export interface SpectralContext {
  readonly document: { readonly source: string | null; readonly data: unknown };
  readonly documentInventory: {
    readonly unresolved: unknown;
    readonly referencedDocuments: Readonly<Record<string, { readonly data: unknown } | undefined>>;
  };
}

export interface SpectralResult {
  readonly message: string;
  readonly path: string[];
}

export type SpectralFunction = (
  target: unknown,
  options: unknown,
  context: SpectralContext,
) => SpectralResult[];

/** A rule as Spectral wants it. */
export interface SpectralRule {
  readonly description: string;
  readonly message: string;
  readonly severity: "error" | "warn" | "info";
  readonly recommended: boolean;
  readonly given: "$";
  readonly resolved: true;
  readonly then: { readonly function: SpectralFunction; readonly functionOptions?: Options };
}

/**
 * A Spectral rule that judges the whole document at once. It asks for the resolved document because only then does
 * Spectral find places in other files; what it reads is the unresolved one.
 */
export function toSpectral(rule: Rule, options: Options = {}): SpectralRule {
  const check: SpectralFunction = (_target, given, context) => {
    const fault = optionsFault(rule.options, given);
    if (fault !== null) throw new TypeError(`${rule.id}: ${fault}`);
    const reading = readingOf(context);
    return rule.check(reading, isObject(given) ? given : {}).map((each) => toResult(each, reading));
  };
  return {
    description: rule.description,
    message: "{{error}}",
    severity: rule.level === "off" ? "warn" : rule.level,
    recommended: rule.level !== "off",
    given: "$",
    resolved: true,
    // biome-ignore lint/suspicious/noThenProperty: Spectral's name for what a rule does
    then: { function: check, ...(Object.keys(options).length === 0 ? {} : { functionOptions: options }) },
  };
}

function toResult({ message, node }: Complaint, reading: Reading): SpectralResult {
  // Spectral takes `~1` in a segment for `/`, and would replace `{{…}}` in a message, which may come from the document
  const path = reading
    .standing(node)
    .resolvedPath(reading.root.file)
    .map((key) => key.replaceAll("~", "~0"));
  return { message: plainMessage(message), path };
}

const LONGEST_MESSAGE = 1000;

/** A message of bounded length without Spectral's placeholders: `{{value}}` becomes `{ {value}}`. */
export function plainMessage(message: string): string {
  const plain = message.replaceAll("{{", "{ {").trim();
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE - 1)}…` : plain;
}

const readings = new WeakMap<object, Reading>();

/** All rules of a run share one reading of the document. */
function readingOf(context: SpectralContext): Reading {
  const { documentInventory: inventory, document } = context;
  const known = readings.get(inventory);
  if (known !== undefined) return known;
  const file = document.source ?? "";
  const reading = new Reading(inventory.unresolved, file, followIn(file, context));
  readings.set(inventory, reading);
  return reading;
}

function followIn(rootFile: string, { documentInventory: inventory }: SpectralContext): Follow {
  return (ref, from) => {
    const hash = ref.indexOf("#");
    const relative = hash === -1 ? ref : ref.slice(0, hash);
    const file = relative === "" ? from : join(from, relative);
    const data = file === rootFile ? inventory.unresolved : inventory.referencedDocuments[file]?.data;
    const path = fromPointer(hash === -1 ? "" : ref.slice(hash));
    if (data === undefined || path === null) return null;
    let value: unknown = data;
    for (const key of path) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
      value = (value as Readonly<Record<string, unknown>>)[key];
    }
    return { value, file, path };
  };
}

/** The absolute path or URL of a relative reference, as Spectral names the documents it has read. */
function join(from: string, relative: string): string {
  if (/^[a-z]+:\/\//i.test(relative) || relative.startsWith("/")) return relative;
  if (/^[a-z]+:\/\//i.test(from)) return new URL(relative, from).href;
  const parts = from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
