import type { Baseline, BaselineCatalog, BaselineCode } from "../../contract/baseline.js";
import type { Tombstone } from "../../contract/contract.js";
import { remember } from "../../contract/memo.js";
import { record } from "../../contract/record.js";
import { type Span, type Unlawful, unlawful } from "./span.js";

const empty: BaselineCatalog = { open: "closed", codes: record([]), retired: record([]) };

/**
 * Every code of the old baseline is still one or is retired, every tombstone still stands or is the past of its code,
 * and what is new was born in between.
 */
export function checkCatalogs(before: Baseline, after: Baseline, span: Span): Unlawful[] {
  const found = checkCatalog("", before.main, after.main, span);
  const [old, next] = matched(before, after);
  for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
    found.push(...checkCatalog(`catalogs ${name} `, old[name] ?? empty, next[name] ?? empty, span));
  }
  return found;
}

/** A second catalog may have moved with its property: then the one that is new and holds its codes goes by its name. */
function matched(before: Baseline, after: Baseline): [Baseline["catalogs"], Baseline["catalogs"]] {
  const names = new Map<string, string>();
  const fresh = Object.entries(after.catalogs).filter(([name]) => !Object.hasOwn(before.catalogs, name));
  const holders = new Map<string, typeof fresh>();
  for (const one of fresh)
    for (const part of [one[1].codes, one[1].retired])
      for (const code of Object.keys(part)) remember(holders, code, () => []).push(one);
  for (const [name, { codes }] of Object.entries(before.catalogs)) {
    if (Object.hasOwn(after.catalogs, name)) continue;
    const all = Object.keys(codes);
    const [first] = all;
    const moved = (first === undefined ? fresh : (holders.get(first) ?? [])).find(([, catalog]) =>
      all.every((code) => Object.hasOwn(catalog.codes, code) || Object.hasOwn(catalog.retired, code)),
    );
    if (moved !== undefined) names.set(moved[0], name);
  }
  const renamed = Object.entries(after.catalogs).map(
    ([name, catalog]) => [names.get(name) ?? name, catalog] as const,
  );
  return [before.catalogs, record(renamed)];
}

function checkCatalog(
  where: string,
  before: BaselineCatalog,
  after: BaselineCatalog,
  span: Span,
): Unlawful[] {
  const found: Unlawful[] = [];
  const say = (part: string, code: string, what: string) =>
    found.push(unlawful(`${where}${part} ${code}`, `\`${code}\` ${what}`));
  for (const [code, old] of Object.entries(before.codes)) {
    const alive = after.codes[code];
    const gone = after.retired[code];
    if (alive !== undefined) {
      for (const what of checkAlive(old, alive, span)) say("codes", code, what);
    } else if (gone !== undefined) {
      for (const what of checkRetired(old.since, old.past ?? [], gone, span)) say("retired", code, what);
    } else {
      say("codes", code, "is gone: it is neither a code nor retired");
    }
  }
  for (const [code, old] of Object.entries(before.retired)) {
    const alive = after.codes[code];
    const gone = after.retired[code];
    const { past = [], ...life } = old;
    if (alive !== undefined) {
      for (const what of checkReborn(old.since, [...past, life], alive, span)) say("codes", code, what);
    } else if (gone === undefined) {
      say("retired", code, "was retired, and its tombstone is gone");
    } else if (!same(gone, old)) {
      // Over several releases it may have come back and left again: then its past holds the old tombstone.
      const again = checkRetired(old.since, [...past, life], gone, span);
      if (again.length > 0) say("retired", code, "has another tombstone than before");
    }
  }
  for (const [code, entry] of Object.entries(after.codes)) {
    if (Object.hasOwn(before.codes, code) || Object.hasOwn(before.retired, code)) continue;
    if (!span.contains(entry.since)) say("codes", code, `is new, but its \`since\` is ${entry.since}`);
    for (const what of checkStamps(entry, span)) say("codes", code, what);
    for (const what of checkPast([], entry.past ?? [], entry.since, span)) say("codes", code, what);
  }
  for (const [code, gone] of Object.entries(after.retired)) {
    if (Object.hasOwn(before.codes, code) || Object.hasOwn(before.retired, code)) continue;
    if (!span.contains(gone.since)) say("retired", code, "is retired, but was never a code");
    for (const what of checkRetired(gone.since, [], gone, span)) say("retired", code, what);
  }
  return found;
}

function checkAlive(old: BaselineCode, entry: BaselineCode, span: Span): string[] {
  const found: string[] = [];
  if (entry.since !== old.since) found.push(`was there since ${old.since}, not ${entry.since}`);
  if (
    entry.deprecated !== undefined &&
    entry.deprecated !== old.deprecated &&
    !isOf(entry.deprecated, span)
  ) {
    found.push(`says that it is deprecated since ${entry.deprecated}`);
  }
  const grown = (entry.past?.length ?? 0) > (old.past?.length ?? 0);
  if (entry.reintroduced !== old.reintroduced && !(grown && isOf(entry.reintroduced, span))) {
    found.push("says that it came back, or no longer says so");
  }
  return [...found, ...checkPast(old.past ?? [], entry.past ?? [], old.since, span)];
}

function checkReborn(since: string, past: readonly Tombstone[], entry: BaselineCode, span: Span): string[] {
  const found: string[] = [];
  if (entry.since !== since) found.push(`was there since ${since}, not ${entry.since}`);
  if ((entry.past?.length ?? 0) < past.length) found.push("is back without its tombstone as its past");
  if (!isOf(entry.reintroduced, span)) found.push("is back without the version that brought it back");
  if (entry.deprecated !== undefined && !isOf(entry.deprecated, span)) {
    found.push(`says that it is deprecated since ${entry.deprecated}`);
  }
  return [...found, ...checkPast(past, entry.past ?? [], since, span)];
}

function checkRetired(since: string, past: readonly Tombstone[], gone: Tombstone, span: Span): string[] {
  const found: string[] = [];
  if (gone.since !== since) found.push(`was there since ${since}, not ${gone.since}`);
  if (!span.contains(gone.retired))
    found.push(`is retired in ${gone.retired}, which this step did not release`);
  return [...found, ...checkPast(past, gone.past ?? [], since, span)];
}

/** Old lives stand as they stood; further ones ended in between. */
function checkPast(
  old: readonly Tombstone[],
  past: readonly Tombstone[],
  since: string,
  span: Span,
): string[] {
  if (!old.every((life, index) => same(life, past[index]))) return ["has another past than before"];
  const fresh = past.slice(old.length);
  return fresh.every((life) => life.since === since && span.contains(life.retired) && life.past === undefined)
    ? []
    : ["has a past that it did not have"];
}

function checkStamps(entry: BaselineCode, span: Span): string[] {
  const found: string[] = [];
  if (entry.deprecated !== undefined && !isOf(entry.deprecated, span)) {
    found.push(`says that it is deprecated since ${entry.deprecated}`);
  }
  const cameBack = entry.past !== undefined;
  if (cameBack ? !isOf(entry.reintroduced, span) : entry.reintroduced !== undefined) {
    found.push("says that it came back");
  }
  return found;
}

function isOf(stamp: string | true | undefined, span: Span): boolean {
  return typeof stamp === "string" && span.contains(stamp);
}

function same(a: Tombstone, b: Tombstone | undefined): boolean {
  return b !== undefined && canonical(a) === canonical(b);
}

function canonical({ since, retired, reason, replacedBy, past = [] }: Tombstone): string {
  return JSON.stringify([since, retired, reason, replacedBy ?? null, past.map(canonical)]);
}
