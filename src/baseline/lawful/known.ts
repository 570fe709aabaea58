import type { Baseline } from "../../contract/baseline.js";
import { type Unlawful, unlawful } from "./span.js";

/** Known findings only become fewer. */
export function checkKnown(before: Baseline, after: Baseline): Unlawful[] {
  return Object.entries(after.known).flatMap(([rule, places]) => {
    const old = new Set(Object.hasOwn(before.known, rule) ? before.known[rule] : []);
    return places
      .filter((at) => !old.has(at))
      .map((at) =>
        unlawful(`known ${rule} ${at}`, `${rule} at ${at} was not known before, and \`known\` only shrinks`),
      );
  });
}
