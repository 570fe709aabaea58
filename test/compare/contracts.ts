import type { Change, ChangeKind } from "../../src/contract/change.js";
import type { Catalog, Code, Contract, Operation } from "../../src/contract/contract.js";

/** A code with nothing said of it but what is given. */
export function code(text: string, said: Partial<Code> = {}): Code {
  return {
    code: text,
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
    ...said,
  };
}

export function catalog(codes: readonly Code[], said: Partial<Catalog> = {}): Catalog {
  return {
    name: "code",
    open: "closed",
    normative: true,
    linked: "responses",
    shape: "enum",
    errorSchemas: ["#/components/schemas/Error"],
    pointers: ["#/components/schemas/ErrorCode"],
    codes,
    retired: {},
    ...said,
  };
}

export function contract(catalogs: readonly Catalog[], said: Partial<Contract> = {}): Contract {
  return {
    version: "1.0.0",
    errors: { schemas: ["Error"], code: "code", linked: "responses" },
    catalogs,
    body: { code: { type: ["string"], required: true } },
    operations: [],
    ...said,
  };
}

/** The contract of a document that lists these codes in one enum, in this order. */
export function listed(...codes: readonly string[]): Contract {
  const site = (index: number) => ({
    file: "openapi.yaml",
    pointer: `#/components/schemas/ErrorCode/enum/${index}`,
  });
  return contract([catalog(codes.map((text, index) => code(text, { sites: [site(index)] })))]);
}

/** What a baseline holds of these codes: no order, no places, no operations. */
export function baseline(...codes: readonly string[]): Contract {
  return contract([catalog([...codes].sort().map((text) => code(text)))], { operations: null });
}

/** An operation with its error responses: status to the codes that it can carry. */
export function operation(id: string, responses: Readonly<Record<string, readonly string[]>>): Operation {
  return {
    id,
    site: { file: "openapi.yaml", pointer: `#/paths/${id}` },
    responses: Object.entries(responses).map(([status, codes]) => ({
      status,
      site: { file: "openapi.yaml", pointer: `#/paths/${id}/responses/${status}` },
      codes: new Map([["code", new Set(codes)]]),
    })),
  };
}

/** A whole change: null and empty where nothing is given. */
export function change(kind: ChangeKind, said: Partial<Omit<Change, "kind">> = {}): Change {
  return {
    kind,
    catalog: null,
    code: null,
    to: [],
    how: null,
    confidence: null,
    pattern: null,
    evidence: [],
    statuses: [],
    operations: [],
    field: null,
    before: null,
    after: null,
    codes: [],
    candidate: null,
    site: null,
    beforeSite: null,
    ...said,
  };
}
