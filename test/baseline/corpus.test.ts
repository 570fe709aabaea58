import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { formatBaseline, fromContract, parseBaseline, toContract } from "../../src/baseline/format.js";
import { checkStep } from "../../src/baseline/lawful.js";
import { release } from "../../src/baseline/release.js";
import { extract } from "../../src/catalog/extract.js";
import { compare } from "../../src/compare/compare.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Contract, ErrorPlace } from "../../src/contract/contract.js";
import type { Acceptance } from "../../src/contract/policy.js";
import { createFileSource } from "../../src/host/files.js";
import { placeOf } from "../../src/judge/fingerprint.js";
import { judge } from "../../src/judge/judge.js";
import { schemeOf } from "../../src/judge/version.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import { accept, policy } from "./contracts.js";

const pairs = join(process.env.ERRLOCK_CORPUS ?? "../shared/corpus", "pairs");
const folders = existsSync(pairs)
  ? readdirSync(pairs, { recursive: true, encoding: "utf8" })
      .filter((file) => /(?:^|\/)before\.\w+$/.test(file))
      .sort()
  : [];
const now = "2026-11-22";

async function contractOf(
  folder: string,
  name: string,
  place: ErrorPlace | null,
  held: string[],
): Promise<Contract | null> {
  const file = readdirSync(folder).find((candidate) => candidate.startsWith(`${name}.`));
  if (file === undefined) return null;
  try {
    const spec = await loadSpec(createFileSource(folder), file, defaultLimits);
    return extract(spec, { place, setting: null, held }).contract;
  } catch {
    // A file that is no document of its own (a part of a larger spec) is judged elsewhere.
    return null;
  }
}

function verdictOf(baseline: Baseline, contract: Contract, acceptances: readonly Acceptance[]) {
  const changes = compare(toContract(baseline), contract);
  const findings: [] = [];
  const spec = "spec.yaml";
  return judge({
    spec,
    severalSpecs: false,
    baseline,
    contract,
    changes,
    findings,
    policy,
    acceptances,
    now,
    base: null,
  });
}

test.skipIf(folders.length === 0)(
  "every break of the corpus can be accepted one by one and released, and the step is lawful (skipped without the corpus)",
  { timeout: 300_000 },
  async () => {
    let judged = 0;
    for (const file of folders) {
      const folder = join(pairs, dirname(file));
      const before = await contractOf(folder, "before", null, []);
      if (before === null || before.catalogs.every(({ normative }) => !normative)) continue;
      const first = fromContract(before, { version: before.version ?? "1" });
      expect(parseBaseline(formatBaseline(first), "b.json"), folder).toEqual(first);
      const after = await contractOf(
        folder,
        "after",
        first.errors === "none" ? null : first.errors,
        Object.keys(first.main.codes),
      );
      if (after === null) continue;
      judged += 1;
      const open = verdictOf(first, after, []);
      const errors = open.changes.filter(({ level }) => level === "error");
      expect(
        errors.every(({ remedy }) => remedy.length === 1),
        folder,
      ).toBe(true);
      const acceptances = errors.map((change) =>
        accept({
          kind: change.kind,
          code: change.code,
          catalog: change.catalog,
          at: placeOf(change) || null,
        }),
      );
      const scheme = schemeOf(policy, first);
      const pending = verdictOf(first, { ...after, version: first.version }, acceptances);
      const required = pending.version.required;
      const contract = { ...after, version: scheme === "none" ? after.version : (required ?? first.version) };
      const verdict = verdictOf(first, contract, acceptances);
      expect(
        verdict.changes.filter(({ level, accepted }) => level === "error" && accepted === null),
        folder,
      ).toEqual([]);
      const as = scheme === "none" && pending.version.requiredBump !== "none" ? "next" : null;
      const result = release({ baseline: first, contract, verdict, acceptances, policy, now, as });
      expect(result.state, folder).not.toBe("refused");
      if (result.state === "released") {
        expect(checkStep(first, result.baseline, contract, { policy, now }), folder).toEqual([]);
        expect(parseBaseline(formatBaseline(result.baseline), "b.json")).toEqual(result.baseline);
      }
    }
    expect(judged).toBeGreaterThan(0);
  },
);
