import { Inventory, type SpectralInventory } from "./inventory.js";
import { optionsFault } from "./options.js";
import { isObject } from "./read/node.js";
import { Reading } from "./read/reading.js";
import type { Complaint, Options, Rule } from "./rule.js";

/** The parts of Spectral's context that a function of ours reads. */
export interface SpectralContext {
  readonly document: { readonly source: string | null; readonly data: unknown };
  readonly documentInventory: SpectralInventory;
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
    const known = readingOf(context);
    return rule.check(known.reading, isObject(given) ? given : {}).map((each) => toResult(each, known));
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

function toResult({ message, node }: Complaint, { inventory, reading }: Known): SpectralResult {
  // Spectral takes `~1` in a segment for `/`, and would replace `{{…}}` in a message, which may come from the document
  const path = inventory.pathTo(reading.standing(node).site).map((key) => key.replaceAll("~", "~0"));
  return { message: plainMessage(message), path };
}

const LONGEST_MESSAGE = 1000;

/** A message of bounded length without Spectral's placeholders: `{{value}}` becomes `{ {value}}`. */
export function plainMessage(message: string): string {
  const plain = message.replaceAll("{{", "{ {").trim();
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE - 1)}…` : plain;
}

/** A document with what has been found out about it. */
interface Known {
  readonly inventory: Inventory;
  readonly reading: Reading;
}

const readings = new WeakMap<object, Known>();

/** All rules of a run share one reading of the document. */
function readingOf({ documentInventory, document }: SpectralContext): Known {
  const known = readings.get(documentInventory);
  if (known !== undefined) return known;
  const inventory = new Inventory(document.source ?? "", documentInventory);
  const made = { inventory, reading: new Reading(inventory) };
  readings.set(documentInventory, made);
  return made;
}
