import type { ErrorResponse, Operation } from "../../contract/contract.js";
import type { CatalogPair, Side } from "../catalogs.js";
import type { Exchange } from "./exchange.js";

/** More codes at once than this are a rewritten response, which says nothing of single codes. */
const few = 3;

/**
 * What left and came in the responses of operations that both contracts have, by what they declare and by what their
 * examples show. A list that many responses share is looked at once, and so is a response that many operations share.
 * Both sides know their operations.
 */
export function responseExchanges({ before, after, operations }: CatalogPair): Exchange[] {
  const seen = new Map<ReadonlySet<string>, Set<ReadonlySet<string>>>();
  const exchanges = new Map(sharedResponses(before, after).map((one) => [one.place, one]));
  const oldCodes = codesBy(before);
  const freshCodes = codesBy(after);
  const numbers = [
    ...operations.carrying({ before: before.catalog.name, after: after.catalog.name }),
    ...operations.named({ before: shownIn(before), after: shownIn(after) }),
  ];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const pair = operations.pairs[number];
    if (pair === undefined) continue;
    const now = new Map(pair.after.responses.map((response) => [response.status, response]));
    for (const response of pair.before.responses) {
      const same = now.get(response.status);
      if (same === undefined) continue;
      const old = oldCodes(pair.before, response);
      const fresh = freshCodes(pair.after, same);
      if (seen.get(old)?.has(fresh)) continue;
      seen.set(old, (seen.get(old) ?? new Set()).add(fresh));
      const narrow = old.size * 2 <= before.codes.size;
      for (const one of exchangeIn(old, fresh, `${pair.before.id} ${response.status}`, narrow)) {
        const key = [response.status, one.whole, ...one.left, "", ...one.came].join("\n");
        if (!exchanges.has(key)) exchanges.set(key, one);
      }
    }
  }
  return [...exchanges.values()];
}

/** Operations whose examples show codes. */
function shownIn({ catalog }: Side): string[] {
  return catalog.codes.flatMap(({ shownIn }) => shownIn.map(({ operation }) => operation));
}

/** A library has no operations; its responses are told by their names. */
function sharedResponses(before: Side, after: Side): Exchange[] {
  if ((before.operations?.length ?? 0) > 0 || (after.operations?.length ?? 0) > 0) return [];
  const now = codesByComponent(after);
  return [...codesByComponent(before)].flatMap(([name, codes]) =>
    exchangeIn(codes, now.get(name) ?? none, name, codes.size * 2 <= before.codes.size),
  );
}

function codesByComponent({ catalog }: Side): Map<string, Set<string>> {
  const components = new Map<string, Set<string>>();
  for (const { code, sites } of catalog.codes) {
    for (const { pointer } of sites) {
      const name = /^#\/(?:components\/)?responses\/([^/]+)\//.exec(pointer)?.[1];
      if (name !== undefined) components.set(name, (components.get(name) ?? new Set()).add(code));
    }
  }
  return components;
}

/** @param narrow most codes never come there: what left and came has more in common than to be an error */
function exchangeIn(
  old: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
  place: string,
  narrow: boolean,
): Exchange[] {
  const left = minus(old, fresh);
  const came = minus(fresh, old);
  if (left.length === 0 || came.length === 0 || left.length > few || came.length > few) return [];
  const whole = left.length === old.size;
  const weight = whole ? 0.45 : narrow ? 0.4 : 0.25;
  return [{ left, came, whole, weight, rows: false, place, kind: "response" }];
}

const none: ReadonlySet<string> = new Set();

function codesBy(side: Side): (operation: Operation, response: ErrorResponse) => ReadonlySet<string> {
  const shown = new Map<string, string[]>();
  for (const code of side.catalog.codes) {
    for (const { operation, status } of code.shownIn) {
      const key = `${operation} ${status}`;
      const list = shown.get(key);
      if (list === undefined) shown.set(key, [code.code]);
      else list.push(code.code);
    }
  }
  return (operation, response) => {
    const declared = response.codes.get(side.catalog.name) ?? none;
    const examples = shown.get(`${operation.id} ${response.status}`);
    // A long list is declared by many responses: it is copied only for what it lacks
    return examples === undefined || examples.every((code) => declared.has(code))
      ? declared
      : new Set([...declared, ...examples]);
  };
}

function minus(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((code) => !b.has(code));
}
