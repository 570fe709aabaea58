import { remember } from "../../contract/memo.js";
import { sorted } from "../../contract/record.js";
import type { Rename, RenameInput } from "./renames.js";

/** That a code became others, in one catalog or, with null, in whichever has it. Of two, the later holds. */
export interface DeclaredRename {
  readonly from: string;
  readonly to: readonly string[];
  readonly catalog: string | null;
}

const indices = new WeakMap<readonly DeclaredRename[], Map<string, DeclaredRename[]>>();

/** Renames by the code that they name, so that many catalogs find theirs among many. */
function byCode(declared: readonly DeclaredRename[]): ReadonlyMap<string, readonly DeclaredRename[]> {
  const known = indices.get(declared);
  if (known !== undefined) return known;
  const index = new Map<string, DeclaredRename[]>();
  for (const rename of declared) remember(index, rename.from, () => []).push(rename);
  indices.set(declared, index);
  return index;
}

/** Renames that someone has said: the `to` of an acceptance, else `replacedBy` of the old code. Facts, not evidence. */
export function declaredRenames({ pair, removed, declared }: RenameInput): Rename[] {
  const { name } = pair.before.catalog;
  const said = byCode(declared);
  return removed.flatMap((from) => {
    const last = said.get(from)?.findLast(({ catalog }) => catalog === null || catalog === name);
    const accepted = last?.to.filter((to) => pair.after.codes.has(to)) ?? [];
    if (accepted.length > 0) return [fact(from, sorted(accepted), "an acceptance says so")];
    const replacement = pair.before.codes.get(from)?.replacedBy ?? null;
    if (replacement === null || !pair.after.codes.has(replacement)) return [];
    return [fact(from, [replacement], "`replacedBy` of the old code names it")];
  });
}

function fact(from: string, to: readonly string[], says: string): Rename {
  return { from, to, how: "declared", confidence: 1, pattern: null, evidence: [says] };
}
