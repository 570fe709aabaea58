import type { Change } from "../contract/change.js";
import type { Code } from "../contract/contract.js";
import type { CatalogPair } from "./catalogs.js";
import { change } from "./change.js";
import { codeSite } from "./codes.js";

/** Deprecation, sunset and, where both sides maintain them, the words of the codes that both sides list. */
export function compareLives(pair: CatalogPair, kept: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (const code of kept) {
    const before = pair.before.codes.get(code);
    const after = pair.after.codes.get(code);
    if (before === undefined || after === undefined) continue;
    const said = {
      catalog: pair.before.catalog.name,
      code,
      site: codeSite(pair.after, code),
      beforeSite: codeSite(pair.before, code),
    };
    if (!before.deprecated && after.deprecated) {
      const to = after.replacedBy === null ? [] : [after.replacedBy];
      changes.push(change("code-deprecated", { ...said, to, after: after.sunset }));
    }
    if (before.deprecated && !after.deprecated) changes.push(change("code-undeprecated", said));
    if (shortened(before, after)) {
      changes.push(change("code-sunset-shortened", { ...said, before: before.sunset, after: after.sunset }));
    }
    if (differ(before.description, after.description)) {
      changes.push(
        change("description-changed", { ...said, before: before.description, after: after.description }),
      );
    }
    if (differ(before.group, after.group)) {
      changes.push(change("group-changed", { ...said, before: before.group, after: after.group }));
    }
  }
  return changes;
}

/** The promise "not before this date" got weaker. Without a date nothing was promised. */
function shortened(before: Code, after: Code): boolean {
  if (!before.deprecated || !after.deprecated || before.sunset === null) return false;
  return after.sunset === null || after.sunset < before.sunset;
}

/** Null is a side that does not maintain it. White space is layout, not wording. */
function differ(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && layout(before) !== layout(after);
}

function layout(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
