import { matchCatalogs } from "../compare/catalogs.js";
import type { Baseline, BaselineCatalog, BaselineCode, Correction } from "../contract/baseline.js";
import type { Catalog, Contract, Tombstone } from "../contract/contract.js";
import { Places } from "../contract/places.js";
import type { VersionScheme } from "../contract/policy.js";
import { byCodePoint, record } from "../contract/record.js";
import { stableOf } from "../judge/version.js";
import { facts, fromCode, fromContract, toContract } from "./contract.js";
import { partedBaseline } from "./parted.js";

/** Why a code left, and what replaced it if anybody said so. */
export interface Departure {
  readonly reason: string;
  readonly replacedBy?: string | readonly string[];
}

export interface Step {
  readonly version: string;
  readonly scheme: VersionScheme;
  readonly examples: boolean;
  /** Why a code of a catalog left. */
  readonly departure: (catalog: string, code: string) => Departure;
  readonly known: Baseline["known"];
  readonly corrected: readonly Correction[];
}

/**
 * The baseline that follows another: the contract as it stands, with all that must not be forgotten. Codes keep their
 * `since`, codes that left become tombstones, and one that came back keeps its tombstones as its past.
 */
export function nextBaseline(released: Baseline, contract: Contract, step: Step): Baseline {
  const { version, examples, known } = step;
  const before = partedBaseline(released, contract);
  const corrected = [...before.corrected, ...step.corrected];
  if (before.errors === "none") {
    const { scheme: _, ...first } = fromContract(contract, { version, known, examples });
    return { ...first, ...stamps(before, step), corrected };
  }
  const match = matchCatalogs(toContract(before), contract, examples, new Places("changes", null));
  const sides = new Map(match.pairs.map((pair) => [pair.before.catalog.name, pair.after]));
  const main = sides.get(before.errors.code) ?? null;
  const others = new Map<string, BaselineCatalog>();
  for (const [name, catalog] of Object.entries(before.catalogs)) {
    const after = sides.get(name);
    others.set(after?.catalog.name ?? name, nextCatalog(name, catalog, after?.catalog ?? null, step));
  }
  const empty: BaselineCatalog = { open: "closed", codes: record([]), retired: record([]) };
  for (const { catalog } of match.fresh) {
    others.set(catalog.name, nextCatalog(catalog.name, empty, catalog, step));
  }
  const place = contract.errors ?? before.errors;
  return {
    format: before.format,
    ...stamps(before, step),
    errors:
      main === null
        ? before.errors
        : { schemas: place.schemas, code: main.catalog.name, linked: main.catalog.linked },
    main: nextCatalog(before.errors.code, before.main, main?.catalog ?? null, step),
    body: contract.body,
    catalogs: record([...others].sort(([a], [b]) => byCodePoint(a, b))),
    known,
    corrected,
  };
}

function stamps(
  before: Baseline,
  { version, scheme }: Step,
): Pick<Baseline, "version" | "stable" | "scheme"> {
  // A baseline whose version stays is not released anew.
  const stable = version === before.version ? before.stable : stableOf(before, version, scheme);
  return {
    version,
    ...(stable !== undefined && { stable }),
    ...(before.scheme !== undefined && { scheme: before.scheme }),
  };
}

function nextCatalog(
  name: string,
  before: BaselineCatalog,
  after: Catalog | null,
  step: Step,
): BaselineCatalog {
  const codes = new Map<string, BaselineCode>();
  const retired = new Map<string, Tombstone>(Object.entries(before.retired));
  for (const code of after?.codes ?? []) {
    const known = before.codes[code.code];
    const tombstone = retired.get(code.code);
    retired.delete(code.code);
    if (known !== undefined) {
      codes.set(code.code, {
        since: known.since,
        ...(code.deprecated && { deprecated: known.deprecated ?? step.version }),
        ...facts(code),
        ...(known.reintroduced !== undefined && { reintroduced: known.reintroduced }),
        ...(known.past !== undefined && { past: known.past }),
      });
    } else if (tombstone !== undefined) {
      codes.set(code.code, reborn(tombstone, fromCode(code, step.version), step.version));
    } else {
      codes.set(code.code, fromCode(code, step.version));
    }
  }
  for (const [code, entry] of Object.entries(before.codes)) {
    if (!codes.has(code)) retired.set(code, buried(entry, step.version, step.departure(name, code)));
  }
  const sort = <Value>(entries: Map<string, Value>) =>
    record([...entries].sort(([a], [b]) => byCodePoint(a, b)));
  return { open: after?.open ?? before.open, codes: sort(codes), retired: sort(retired) };
}

/** A code that came back: its first `since`, and every earlier life as its past. */
function reborn(tombstone: Tombstone, entry: BaselineCode, version: string): BaselineCode {
  const { past = [], ...life } = tombstone;
  return { ...entry, since: tombstone.since, reintroduced: version, past: [...past, life] };
}

function buried(entry: BaselineCode, version: string, { reason, replacedBy }: Departure): Tombstone {
  return {
    since: entry.since,
    retired: version,
    ...(replacedBy !== undefined && { replacedBy }),
    reason,
    ...(entry.past !== undefined && { past: entry.past }),
  };
}
