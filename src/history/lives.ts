import { type CompareOptions, compare } from "../compare/compare.js";
import type { Code, Contract } from "../contract/contract.js";
import type { CodeLife, LifeEvent, LifeEventKind } from "../contract/history.js";
import { remember } from "../contract/memo.js";
import type { PlacesLimit } from "../contract/places.js";
import { byCodePoint } from "../contract/record.js";

/** The contract as it stood after one commit. */
export interface Version {
  readonly commit: string;
  /** Day of the commit, UTC. */
  readonly date: string;
  readonly contract: Contract;
}

export interface LivesOptions {
  /** Codes that stand only in examples count too (`examples: lock`). */
  readonly examples?: boolean;
  /** How many places may be looked at to tell two versions apart. */
  readonly places?: PlacesLimit;
}

/**
 * The life of every code over the versions of a contract, given oldest first. A code that several catalogs hold lives
 * as long as one of them holds it. Codes come sorted, the events of each oldest first.
 */
export function lives(versions: Iterable<Version>, options: LivesOptions = {}): CodeLife[] {
  const { examples = false } = options;
  const events = new Map<string, LifeEvent[]>();
  let before: Version | null = null;
  let present: ReadonlyMap<string, State> = new Map();
  for (const version of versions) {
    const now = states(version.contract, examples);
    const renames = before === null ? new Map() : renamesBetween(before, version, present, now, options);
    const former = formerNames(renames);
    const add = (code: string, kind: LifeEventKind, names: Partial<Pick<LifeEvent, "to" | "from">> = {}) => {
      const event = { kind, commit: version.commit, date: version.date, version: version.contract.version };
      const life = events.get(code) ?? [];
      events.set(code, life);
      life.push({ ...event, to: [], from: [], ...names });
    };
    for (const code of present.keys()) {
      if (now.has(code)) continue;
      const to = renames.get(code);
      if (to === undefined) add(code, "removed");
      else add(code, "renamed", { to });
    }
    for (const [code, { deprecated }] of now) {
      const earlier = present.get(code);
      if (earlier === undefined)
        add(code, events.has(code) ? "returned" : "born", { from: former.get(code) ?? [] });
      if (deprecated && earlier?.deprecated !== true) add(code, "deprecated");
      if (!deprecated && earlier?.deprecated === true) add(code, "undeprecated");
    }
    before = version;
    present = now;
  }
  return [...events]
    .map(([code, life]) => ({ code, alive: present.has(code), events: life }))
    .sort((a, b) => byCodePoint(a.code, b.code));
}

interface State {
  readonly deprecated: boolean;
}

/** Every code of a contract; deprecated where no catalog holds it otherwise. */
function states(contract: Contract, examples: boolean): ReadonlyMap<string, State> {
  const found = new Map<string, State>();
  for (const { code, deprecated } of codesOf(contract, examples)) {
    found.set(code, { deprecated: deprecated && found.get(code)?.deprecated !== false });
  }
  return found;
}

function codesOf(contract: Contract, examples: boolean): readonly Code[] {
  return contract.catalogs.flatMap((catalog) => (catalog.normative || examples ? catalog.codes : []));
}

type Renames = ReadonlyMap<string, readonly string[]>;

/** Old names to new ones. Comparing is dear, so it is done only where a code left. */
function renamesBetween(
  before: Version,
  after: Version,
  present: ReadonlyMap<string, State>,
  now: ReadonlyMap<string, State>,
  options: CompareOptions,
): Renames {
  if (now.size === 0 || [...present.keys()].every((code) => now.has(code))) return new Map();
  const changes = compare(before.contract, after.contract, options);
  return new Map(
    changes.flatMap(({ kind, code, to }) =>
      kind === "code-renamed" && code !== null ? [[code, to] as const] : [],
    ),
  );
}

/** New names to old ones. */
function formerNames(renames: Renames): ReadonlyMap<string, readonly string[]> {
  const former = new Map<string, string[]>();
  for (const [old, to] of [...renames].sort(([a], [b]) => byCodePoint(a, b)))
    for (const code of new Set(to)) remember(former, code, () => []).push(old);
  return former;
}
