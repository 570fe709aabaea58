import { formatBaseline, parseBaseline } from "../../src/baseline/format.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Catalog, Code, Contract, Operation } from "../../src/contract/contract.js";
import { buildPage } from "../../src/docs/build.js";
import type { Page } from "../../src/docs/page.js";

const site = { file: "openapi.yaml", pointer: "#" };

/** A code of which nothing but its name is known, unless said otherwise. */
export function code(name: string, known: Partial<Code> = {}): Code {
  return {
    code: name,
    description: null,
    name: null,
    group: null,
    deprecated: false,
    sunset: null,
    since: null,
    replacedBy: null,
    retryable: null,
    statuses: [],
    shownIn: [],
    sites: [],
    messages: [],
    ...known,
  };
}

export function catalog(codes: readonly Code[], known: Partial<Catalog> = {}): Catalog {
  return {
    name: "code",
    open: "closed",
    normative: true,
    linked: "responses",
    shape: "enum",
    errorSchemas: ["#/components/schemas/Problem"],
    pointers: ["#/components/schemas/Problem/properties/code"],
    codes,
    retired: {},
    ...known,
  };
}

export function contract(catalogs: readonly Catalog[], operations: readonly Operation[] = []): Contract {
  return {
    version: "2.1.0",
    errors: { schemas: ["Problem"], code: catalogs[0]?.name ?? "code", linked: "responses" },
    catalogs,
    body: { code: { type: ["string"], required: true }, message: { type: ["string"], required: true } },
    operations,
  };
}

/** An operation with the codes of catalog `code` that every status of it can carry. */
export function operation(id: string, responses: Readonly<Record<string, readonly string[]>>): Operation {
  return {
    id,
    site,
    responses: Object.entries(responses).map(([status, codes]) => ({
      status,
      site,
      codes: new Map([["code", new Set(codes)]]),
    })),
  };
}

/** A baseline as a file would hold it, with what matters here. */
export function baseline(parts: {
  readonly version?: string;
  readonly codes: Readonly<Record<string, object>>;
  readonly retired?: Readonly<Record<string, object>>;
}): Baseline {
  const { version = "2.0.0", codes, retired = {} } = parts;
  const errors = { schemas: ["Problem"], code: "code", linked: "responses" };
  const text = JSON.stringify({ format: 1, version, errors, open: "closed", codes, retired });
  return parseBaseline(formatBaseline(parseBaseline(text, "b.json")), "b.json");
}

export function pageOf(of: Contract, held: Baseline | null = null): Page {
  return buildPage({ spec: "openapi.yaml", api: "Shop", contract: of, baseline: held, history: null });
}

/** A small API in the middle of its life: every lifecycle, two groups, narrowed responses. */
export function shop(): Page {
  const orders = { group: "Orders" };
  const codes = [
    code("order_not_found", { ...orders, statuses: ["404"], messages: ["There is no order 17."] }),
    code("order_already_paid", { ...orders, statuses: ["409"], retryable: false }),
    code("order_cancelled", {
      ...orders,
      statuses: ["409", "410"],
      description: "The `order` was cancelled.",
    }),
    code("order_gone", {
      ...orders,
      statuses: ["410"],
      deprecated: true,
      sunset: "2027-06-30",
      replacedBy: "order_cancelled",
    }),
    code("card_declined", { group: "Payments", statuses: ["402"], description: "The bank said no." }),
    code("card_expired", { group: "Payments", statuses: ["402"] }),
    code("payment_pending", { group: "Payments", statuses: ["409"], retryable: true }),
  ];
  const held = baseline({
    codes: {
      order_not_found: { since: "1.0.0" },
      order_already_paid: { since: "1.0.0" },
      order_cancelled: { since: "1.1.0" },
      order_gone: { since: "1.0.0", deprecated: "2.0.0" },
      card_declined: { since: "1.0.0" },
      card_expired: { since: "1.2.0" },
    },
    retired: {
      no_such_order: {
        since: "1.0.0",
        retired: "2.0.0",
        replacedBy: "order_not_found",
        reason: "one way to say it",
      },
      card_stolen: { since: "1.0.0", retired: "1.2.0", reason: "never sent" },
    },
  });
  const operations = [
    operation("GET /orders/{id}", { "404": ["order_not_found"], "410": ["order_cancelled", "order_gone"] }),
    operation("POST /orders/{id}/payments", {
      "402": ["card_declined", "card_expired"],
      "404": ["order_not_found"],
      "409": ["order_already_paid", "payment_pending"],
    }),
    operation("DELETE /orders/{id}", { "404": ["order_not_found"], "409": ["order_already_paid"] }),
    operation("GET /orders/{id}/invoice", { "404": ["order_not_found"] }),
    operation("POST /carts/{id}/checkout", { "402": ["card_declined", "card_expired"] }),
  ];
  return pageOf(contract([catalog(codes)], operations), held);
}
