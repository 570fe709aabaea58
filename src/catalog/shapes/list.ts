import type { Shape } from "../../contract/contract.js";
import type { Site } from "../../contract/location.js";
import type { Node } from "../../spec/spec.js";
import type { OddValue, Value, ValueList, ValueNotes } from "../values.js";
import { isPlaceholder } from "../words/placeholder.js";

/** Notes on the values of a list, by value and place in the list. */
export type Notes = (code: string, index: number) => ValueNotes;

/**
 * Makes a list of codes from its elements: strings and numbers are codes (numbers as they are written in JSON),
 * one each, however often they stand there; null says nothing (`nullable`), anything else is odd.
 */
export function makeList(shape: Shape, at: Node, items: readonly Node[], notes: Notes): ValueList | null {
  const values = new Map<string, Value>();
  const odd: OddValue[] = [];
  const repeats: { code: string; site: Site }[] = [];
  for (const [index, { value, site }] of items.entries()) {
    if (value === null || value === "") continue;
    if (typeof value !== "string" && typeof value !== "number") odd.push({ value, site, why: "not-string" });
    else if (typeof value === "string" && isPlaceholder(value)) odd.push({ value, site, why: "placeholder" });
    else if (values.has(String(value))) repeats.push({ code: String(value), site });
    else {
      const code = String(value);
      const type = typeof value === "number" ? "number" : "string";
      values.set(code, { code, site, type, notes: notes(code, index) });
    }
  }
  if (values.size === 0 && odd.length === 0) return null;
  return { site: at.site, shape, values: [...values.values()], odd, repeats };
}
