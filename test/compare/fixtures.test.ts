import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseBaseline, toContract } from "../../src/baseline/format.js";
import { extract } from "../../src/catalog/extract.js";
import { compare } from "../../src/compare/compare.js";
import { changeKinds } from "../../src/compare/kinds.js";
import { changeMessage } from "../../src/compare/message.js";
import type { Change, RenameHow } from "../../src/contract/change.js";
import type { Contract } from "../../src/contract/contract.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";

const fixtures = join(import.meta.dirname, "fixtures");
const names = readdirSync(fixtures).sort();

/** One side of a fixture: a spec, or a baseline where the kind needs one. */
async function side(name: string, which: "before" | "after", place: Contract["errors"]): Promise<Contract> {
  const baseline = join(fixtures, name, `${which}.json`);
  if (existsSync(baseline)) return toContract(parseBaseline(readFileSync(baseline, "utf8"), `${which}.json`));
  const file = "openapi.yaml";
  const bytes = readFileSync(join(fixtures, name, `${which}.yaml`));
  const spec = await loadSpec({ read: async () => new Map([[file, bytes]]) }, file, defaultLimits);
  return extract(spec, { place, setting: null }).contract;
}

async function changesOf(name: string): Promise<Change[]> {
  const before = await side(name, "before", null);
  return compare(before, await side(name, "after", before.errors));
}

async function changesOfAll(): Promise<Map<string, Change[]>> {
  return new Map(await Promise.all(names.map(async (name) => [name, await changesOf(name)] as const)));
}

test("every fixture pair gives exactly the changes of the snapshot, and none beside them", async () => {
  const found = await changesOfAll();
  const lines = names.flatMap((name) => [
    `# ${name}`,
    ...(found.get(name) ?? []).map((change) => {
      const how = change.how === null ? "" : ` (${change.how} ${change.confidence})`;
      return `${change.kind}${how}: ${changeMessage(change)}`;
    }),
    "",
  ]);
  expect(lines.join("\n")).toMatchSnapshot();
});

test("every kind of change has a fixture of its name that shows it", async () => {
  const found = await changesOfAll();
  for (const kind of Object.keys(changeKinds)) {
    expect(
      found.get(kind)?.map((change) => change.kind),
      `add test/compare/fixtures/${kind}`,
    ).toContain(kind);
  }
});

test("every way to recognise a rename has a fixture of its name that shows it", async () => {
  const found = await changesOfAll();
  const ways: Record<RenameHow, true> = {
    typo: true,
    case: true,
    separator: true,
    prefix: true,
    token: true,
    merge: true,
    split: true,
    declared: true,
    other: true,
  };
  for (const how of Object.keys(ways)) {
    expect(
      found.get(`rename-${how}`)?.map((change) => change.how),
      `add test/compare/fixtures/rename-${how}`,
    ).toContain(how);
  }
});

test("a change is located in the new document, and in the old one where it stood there", async () => {
  const found = await changesOfAll();
  const [removed] = found.get("code-removed") ?? [];
  expect(removed?.site).toEqual({ file: "openapi.yaml", pointer: "#/components/schemas/ErrorCode" });
  expect(removed?.beforeSite).toEqual({
    file: "openapi.yaml",
    pointer: "#/components/schemas/ErrorCode/enum/1",
  });
  const [renamed] = found.get("rename-case") ?? [];
  expect(renamed?.site?.pointer).toBe("#/components/schemas/ErrorCode/enum/1");
});
