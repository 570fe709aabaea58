import { describeCode } from "../catalog/describe.js";
import type { Catalog, Code, Contract } from "../contract/contract.js";
import { remember } from "../contract/memo.js";

/** What the generated file of any language says. */
export interface Model {
  /** Root-relative path of the spec. */
  readonly spec: string;
  readonly catalogs: readonly ModelCatalog[];
}

export interface ModelCatalog {
  /** Path of the property: `error.code`. */
  readonly name: string;
  /** Words that its type's name begins with; empty for the main catalog. */
  readonly prefix: readonly string[];
  /** Whether servers may send codes that are not listed. */
  readonly isOpen: boolean;
  readonly codes: readonly ModelCode[];
  /** In the order of the spec, each with its codes. */
  readonly groups: readonly { readonly name: string; readonly codes: readonly ModelCode[] }[];
}

export interface ModelCode {
  readonly code: string;
  /** What to make its identifier from: the name that the spec gives it, else the code. */
  readonly named: string;
  readonly description: string;
  readonly group: string | null;
  readonly statuses: readonly string[];
  readonly retryable: boolean | null;
  readonly deprecated: boolean;
  readonly sunset: string | null;
  readonly replacedBy: string | null;
}

/** Takes from a contract what clients need. Catalogs without codes are left out; order is that of the spec. */
export function modelOf(spec: string, contract: Contract): Model {
  const catalogs = contract.catalogs.filter(({ codes }) => codes.length > 0);
  return { spec, catalogs: catalogs.map((catalog, at) => catalogModel(catalog, at === 0)) };
}

function catalogModel(catalog: Catalog, isMain: boolean): ModelCatalog {
  const codes = catalog.codes.map(codeModel);
  const groups = new Map<string, ModelCode[]>();
  for (const code of codes) {
    if (code.group !== null) remember(groups, code.group, () => []).push(code);
  }
  return {
    name: catalog.name,
    prefix: isMain
      ? []
      : catalog.name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && word !== "code"),
    isOpen: catalog.open !== "closed",
    codes,
    groups: [...groups].map(([name, members]) => ({ name, codes: members })),
  };
}

function codeModel(code: Code): ModelCode {
  const { statuses, retryable, deprecated, sunset, replacedBy, group } = code;
  const description = (code.description ?? describeCode(code.code)).replace(/\s+/gu, " ").trim();
  return {
    code: code.code,
    named: code.name ?? code.code,
    ...{ description, group, statuses, retryable, deprecated, sunset, replacedBy },
  };
}
