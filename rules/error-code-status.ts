import { catalogsIn } from "../src/catalog/merge.js";
import { remember } from "../src/contract/memo.js";
import { type Catalog, carriedCodes, catalogs } from "./read/catalogs.js";
import { errorExamples, exampleValue } from "./read/examples.js";
import type { Node } from "./read/node.js";
import { type Held, Paths } from "./read/paths.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { type ErrorResponse, errorResponses } from "./read/responses.js";
import { agreement, named } from "./read/status.js";
import type { Complaint, Rule } from "./rule.js";

export const errorCodeStatus: Rule = {
  id: "error-code-status",
  description: "The statuses a code is documented with and those it is used with agree.",
  why: "Clients often look at the status first. A code that is documented with 404 and comes with 409 is handled in the wrong branch.",
  fix: "Correct the `statuses` in `x-error-codes`, or the response that carries the code.",
  level: "warn",
  options: placeOptions,
  check(reading, options) {
    const documented = catalogs(reading, placeFrom(options)).filter(({ codes }) =>
      [...codes.values()].some(({ statuses }) => statuses.length > 0),
    );
    const found = documented.flatMap((catalog) => undeclared(reading, catalog));
    return [...found, ...undocumented(reading, documented)];
  },
};

/** Documented statuses that no operation declares. */
function undeclared(reading: Reading, { codes, lists }: Catalog): Complaint[] {
  const declared = new Set(
    reading.once(errorResponses).flatMap(({ uses }) => uses.map(({ status }) => status)),
  );
  const isDeclared = agreement(declared);
  const places = statusesIn(lists);
  return [...codes.values()].flatMap(({ code, node, statuses }) => {
    const missing = statuses.filter((status) => !isDeclared(status));
    if (missing.length === 0 || declared.size === 0) return [];
    const message = `Code ${code} is documented with ${missing.join(", ")}, which no operation declares.`;
    const cause = "documented with an undeclared status";
    return [{ node: places.get(code) ?? node, at: code, cause, message }];
  });
}

/** Where lists document the statuses of codes, by code. */
function statusesIn(lists: readonly Node[]): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const list of lists) {
    for (const [code, notes] of list.child("x-error-codes")?.children() ?? []) {
      const statuses = notes.child("statuses");
      if (statuses !== null && !found.has(code)) found.set(code, statuses);
    }
  }
  return found;
}

/** Responses that carry a code, by their schema or their examples, under a status it is not documented with. */
function undocumented(reading: Reading, catalogs: readonly Catalog[]): Complaint[] {
  const found = new Map<string, Complaint>();
  const documented = new Map(catalogs.map((catalog) => [catalog, new Documentation(reading, catalog)]));
  const complain = (response: ErrorResponse, catalog: Catalog, wrong: Wrong, node: Node): void => {
    const { code, used, named } = wrong;
    const at = `${response.at} ${code}`;
    const key = `${catalog.name} ${at}`;
    if (found.has(key)) return;
    const message = `Code ${code} is used with ${used}, but documented with ${named}.`;
    found.set(key, { node, at, cause: "used with an undocumented status", message });
    reading.refuseMany(found.size);
  };
  const catalogsOf = catalogsIn(catalogs);
  for (const response of reading.once(errorResponses)) {
    const { value, site } = response.node;
    const body = reading.survey.bodies.read({ value, site });
    const used = reading.of(statusesUsed, response);
    if (body === null) continue;
    for (const catalog of catalogsOf(body)) {
      const carried = carriedCodes(body, catalog);
      if (carried === null) continue;
      for (const wrong of documented.get(catalog)?.disagreeing(carried, used) ?? [])
        complain(response, catalog, wrong, response.node);
    }
  }
  const places = new Paths(
    catalogs.flatMap((catalog) => catalog.paths.map((path) => [path, catalog] as const)),
  );
  const shown = new Map<unknown, readonly Held<Catalog>[]>();
  for (const { response, node } of reading.once(errorExamples)) {
    const used = reading.of(statusesUsed, response);
    for (const { of: catalog, values } of remember(shown, node.value, () =>
      places.in(exampleValue(reading, node)),
    )) {
      reading.spend(values.length, "codes in their examples, once for each response");
      for (const code of values) {
        const wrong = documented.get(catalog)?.wrong(String(code), used) ?? null;
        if (wrong !== null) complain(response, catalog, wrong, node);
      }
    }
  }
  return [...found.values()];
}

/** A code that a response uses with other statuses than it is documented with. */
interface Wrong {
  readonly code: string;
  readonly used: string;
  readonly named: string;
}

/** The statuses of a response's uses. */
interface Used {
  readonly statuses: readonly string[];
  readonly key: string;
}

/** The statuses that codes are documented with. */
interface Documented {
  readonly agrees: (status: string) => boolean;
  readonly named: string;
  /** What disagrees of the statuses that it was held against; null where nothing does. */
  readonly known: Map<string, string | null>;
}

/** What a catalog says of the statuses of its codes. Many codes share theirs, and many responses their codes. */
class Documentation {
  readonly #reading: Reading;
  readonly #byCode = new Map<string, Documented>();
  readonly #known = new Map<ReadonlySet<string>, Map<string, readonly Wrong[]>>();

  constructor(reading: Reading, { codes }: Catalog) {
    this.#reading = reading;
    const alike = new Map<string, Documented>();
    for (const { code, statuses } of codes.values()) {
      if (statuses.length === 0) continue;
      const documented = remember(alike, JSON.stringify(statuses), () => {
        return { agrees: agreement(statuses), named: named(statuses, ", "), known: new Map() };
      });
      this.#byCode.set(code, documented);
    }
  }

  /** Those of the codes that a response carries which do not come with the right statuses. */
  disagreeing(carried: ReadonlySet<string>, used: Used): readonly Wrong[] {
    const known = remember(this.#known, carried, () => new Map<string, readonly Wrong[]>());
    return remember(known, used.key, () => {
      this.#reading.spend(carried.size, "codes in their schemas, once for each status");
      return [...carried].flatMap((code) => this.wrong(code, used) ?? []);
    });
  }

  wrong(code: string, used: Used): Wrong | null {
    const documented = this.#byCode.get(code);
    if (documented === undefined) return null;
    const { agrees, named, known } = documented;
    const found = remember(known, used.key, () => disagreeing(used, agrees));
    return found === null ? null : { code, used: found, named };
  }
}

function statusesUsed(_reading: Reading, { uses }: ErrorResponse): Used {
  const statuses = [...new Set(uses.map(({ status }) => status))].sort();
  return { statuses, key: JSON.stringify(statuses) };
}

function disagreeing({ statuses }: Used, agrees: (status: string) => boolean): string | null {
  const found = statuses.filter((status) => !agrees(status));
  return found.length === 0 ? null : named(found, ", ");
}
