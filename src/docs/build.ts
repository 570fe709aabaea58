import { describeCode } from "../catalog/describe.js";
import { type Baseline, type BaselineCatalog, catalogNamed } from "../contract/baseline.js";
import type { Catalog, Code, Contract, Tombstone } from "../contract/contract.js";
import type { CodeLife, History } from "../contract/history.js";
import { remember } from "../contract/memo.js";
import { Places, type PlacesLimit } from "../contract/places.js";
import { byCodePoint } from "../contract/record.js";
import { anchors, type Claim } from "./anchors.js";
import { introduction } from "./introduction.js";
import { committedLife, names, releasedLife } from "./life.js";
import { type CodeLink, type LifeStep, type Page, type PageCatalog, type PageCode, reachOf } from "./page.js";
import { type Reach, reachIn } from "./reach.js";

/** What a page is made from. */
export interface PageSource {
  /** Path of the spec, as the page names it. */
  readonly spec: string | null;
  /** The API's name. */
  readonly api: string | null;
  readonly contract: Contract;
  readonly baseline: Baseline | null;
  readonly history: History | null;
  /** How many operations and statuses the page may name; unlimited where it is not given. */
  readonly places?: PlacesLimit;
}

/** Examples repeat themselves; the first ones say it. */
const mostMessages = 2;

type AnchorOf = (catalog: string, code: string) => string;

/**
 * Makes the catalog page of one spec. Where spec and baseline disagree on `since`, the baseline knows it better.
 *
 * @throws Problem where it would name too many operations and statuses
 */
export function buildPage({ spec, api, contract, baseline, history, places }: PageSource): Page {
  const named = new Places("codes", places ?? null);
  const parts = contract.catalogs.map((catalog) => ({
    catalog,
    held: baseline === null ? null : catalogNamed(baseline, catalog.name),
  }));
  const anchorOf = anchors(parts.flatMap(({ catalog, held }) => claims(catalog, held)));
  const lives = new Map((history?.codes ?? []).map((life) => [life.code, life]));
  return {
    spec,
    api,
    version: contract.version,
    baseline: baseline?.version ?? null,
    introduction: introduction(contract),
    catalogs: parts.map(({ catalog, held }, at) =>
      pageCatalog(
        catalog,
        held,
        reachIn(catalog, contract.operations ?? [], named),
        anchorOf,
        lives,
        at === 0,
      ),
    ),
  };
}

function claims(catalog: Catalog, held: BaselineCatalog | null): Claim[] {
  const codes = new Map<string, string | null>(
    Object.entries(held?.retired ?? {}).map(([code, { since, past }]) => [code, past?.[0]?.since ?? since]),
  );
  for (const { code, since } of catalog.codes) {
    const known = held?.codes[code];
    codes.set(code, known?.past?.[0]?.since ?? known?.since ?? codes.get(code) ?? since);
  }
  return [...codes].map(([code, since]) => ({ catalog: catalog.name, code, since }));
}

function pageCatalog(
  catalog: Catalog,
  held: BaselineCatalog | null,
  reach: Reach,
  anchorOf: AnchorOf,
  histories: ReadonlyMap<string, CodeLife>,
  main: boolean,
): PageCatalog {
  const present = new Map(catalog.codes.map((code) => [code.code, code]));
  const gone = Object.entries(held?.retired ?? {})
    .filter(([code]) => !present.has(code))
    .sort(([a], [b]) => byCodePoint(a, b));
  const known = new Set([...present.keys(), ...gone.map(([code]) => code)]);
  const link = (code: string): CodeLink => ({
    code,
    anchor: known.has(code) ? anchorOf(catalog.name, code) : null,
  });
  const groups = new Map<string | null, PageCode[]>();
  for (const code of catalog.codes) {
    const told = livingCode(code, held, reach, anchorOf(catalog.name, code.code), link);
    remember(groups, code.group, () => []).push(told);
  }
  return {
    name: catalog.name,
    open: catalog.open,
    normative: catalog.normative,
    groups: [...groups].map(([name, codes]) => ({ name, codes })),
    retired: gone.map(([code, tombstone]) => retiredCode(tombstone, link(code), link)),
    lives: [...new Set([...known, ...(main ? histories.keys() : [])])].sort(byCodePoint).flatMap((code) => {
      const steps = stepsOf(code, present.get(code)?.since ?? null, held, histories.get(code));
      return steps.length === 0 && held === null ? [] : [{ ...link(code), steps }];
    }),
    operations: reach.operations,
  };
}

/** By commits where there is a history, else by releases; without a baseline, by what the spec says of itself. */
function stepsOf(
  code: string,
  since: string | null,
  held: BaselineCatalog | null,
  history: CodeLife | undefined,
): LifeStep[] {
  if (history !== undefined) return committedLife(history);
  if (held !== null) return releasedLife(held.codes[code], held.retired[code]);
  return since === null ? [] : [{ kind: "born", version: since, date: null, to: [] }];
}

function livingCode(
  code: Code,
  held: BaselineCatalog | null,
  reach: Reach,
  anchor: string,
  link: (code: string) => CodeLink,
): PageCode {
  const known = held?.codes[code.code];
  const since = known?.deprecated ?? null;
  const unreleased = held !== null && known === undefined;
  return {
    code: code.code,
    anchor,
    description: code.description ?? describeCode(code.code),
    derived: code.description === null,
    messages: code.messages.filter((message) => message !== code.description).slice(0, mostMessages),
    lifecycle: code.deprecated ? "deprecated" : unreleased ? "unreleased" : "active",
    statuses: code.statuses,
    retryable: code.retryable,
    since: known?.since ?? code.since,
    reintroduced: known?.reintroduced ?? null,
    deprecated: code.deprecated ? { since: since === true ? null : since, sunset: code.sunset } : null,
    retired: null,
    replacedBy: names(code.replacedBy).map(link),
    ...reach.of(code),
    shownIn: reachOf(code.shownIn),
  };
}

function retiredCode(tombstone: Tombstone, self: CodeLink, link: (code: string) => CodeLink): PageCode {
  const { since, retired: version, reason, replacedBy } = tombstone;
  return {
    code: self.code,
    anchor: self.anchor ?? "",
    description: describeCode(self.code),
    derived: true,
    messages: [],
    lifecycle: "retired",
    ...{ statuses: [], retryable: null, since, reintroduced: null, deprecated: null },
    retired: { version, reason },
    replacedBy: names(replacedBy).map(link),
    ...{ basis: "unknown", operations: [], shownIn: [] },
  };
}
