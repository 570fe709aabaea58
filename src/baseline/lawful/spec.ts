import type { Baseline, BaselineCatalog } from "../../contract/baseline.js";
import type { Catalog, Contract } from "../../contract/contract.js";
import { locksExamples, type Policy } from "../../contract/policy.js";
import { byCodePoint, record } from "../../contract/record.js";
import { facts, fromContract } from "../contract.js";
import { type Unlawful, unlawful } from "./span.js";

/** What a release takes from the spec is as the spec had it when the baseline was written. */
export function checkSpec(after: Baseline, contract: Contract, policy: Policy): Unlawful[] {
  const examples = locksExamples(policy);
  const catalogs =
    policy.errors === "none" ? [] : contract.catalogs.filter((catalog) => catalog.normative || examples);
  const expected = fromContract({ ...contract, catalogs }, { version: after.version, examples });
  const found: Unlawful[] = [];
  const main = after.errors === "none" ? undefined : named(catalogs, after.errors.code);
  if (main !== undefined && after.errors !== "none" && expected.errors !== "none") {
    if (!alike([...after.errors.schemas].sort(byCodePoint), [...expected.errors.schemas].sort(byCodePoint))) {
      found.push(unlawful("errors", "the error schemas are not those of the spec"));
    }
    if (after.errors.linked !== main.linked) {
      found.push(unlawful("errors", "the codes are not linked as they are in the spec"));
    }
  }
  if (after.errors === "none" && catalogs.length > 0) {
    found.push(unlawful("errors", "it says that there are no codes, but the spec has some"));
  }
  if (!alike(body(after.body), body(after.errors === "none" ? {} : contract.body))) {
    found.push(unlawful("body", "the error body is not that of the spec"));
  }
  if (after.errors !== "none") found.push(...checkCatalog("", after.main, main));
  for (const [name, catalog] of Object.entries(after.catalogs)) {
    found.push(...checkCatalog(`catalogs ${name} `, catalog, named(catalogs, name)));
  }
  for (const { name } of catalogs) {
    if (after.errors === "none" || name === after.errors.code || Object.hasOwn(after.catalogs, name))
      continue;
    found.push(unlawful(`catalogs ${name}`, `the spec has the catalog \`${name}\`, the baseline does not`));
  }
  return found;
}

function named(catalogs: readonly Catalog[], name: string): Catalog | undefined {
  return catalogs.find((catalog) => catalog.name === name);
}

function checkCatalog(where: string, after: BaselineCatalog, catalog: Catalog | undefined): Unlawful[] {
  const found: Unlawful[] = [];
  if (catalog !== undefined && after.open !== catalog.open) {
    found.push(
      unlawful(
        `${where}open`,
        `the catalog is ${after.open} in the baseline and ${catalog.open} in the spec`,
      ),
    );
  }
  const inSpec = record((catalog?.codes ?? []).map((code) => [code.code, code]));
  for (const [code, entry] of Object.entries(after.codes)) {
    const said = inSpec[code];
    if (said === undefined) {
      found.push(unlawful(`${where}codes ${code}`, `\`${code}\` is not in the spec`));
      continue;
    }
    const { sunset, replacedBy, statuses = [] } = entry;
    const spec = facts(said);
    if (
      (entry.deprecated !== undefined) !== said.deprecated ||
      sunset !== spec.sunset ||
      replacedBy !== spec.replacedBy ||
      !alike([...statuses].sort(byCodePoint), spec.statuses ?? [])
    ) {
      found.push(unlawful(`${where}codes ${code}`, `\`${code}\` is not as the spec has it`));
    }
  }
  for (const code of Object.keys(inSpec)) {
    if (Object.hasOwn(after.codes, code)) continue;
    found.push(unlawful(`${where}codes ${code}`, `\`${code}\` is in the spec, but not in the baseline`));
  }
  return found;
}

function body(fields: Baseline["body"]): unknown {
  return Object.entries(fields)
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([path, { type, required }]) => [path, [...type].sort(byCodePoint), required]);
}

function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
