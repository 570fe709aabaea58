import { describe, expect, test } from "vitest";
import { formatBaseline, parseBaseline } from "../../src/baseline/format.js";
import { checkStep } from "../../src/baseline/lawful.js";
import { type Release, release } from "../../src/baseline/release.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Code, Contract } from "../../src/contract/contract.js";
import type { VersionScheme } from "../../src/contract/policy.js";
import { Problem } from "../../src/contract/problem.js";
import { suggestedVersion } from "../../src/judge/version.js";
import fc, { runs } from "../support/fast-check.js";
import { accept, check, contractOf, init, policy } from "./contracts.js";

const context = { policy, now: "2026-11-22" };

interface Life {
  readonly scheme: VersionScheme;
  readonly steps: readonly { baseline: Baseline; contract: Contract }[];
}

const names = ["alpha", "beta", "gamma", "delta", "epsilon", "__proto__"];
// Statuses are always said: a list that is given up and taken up again has been compared with nothing in between.
const codeSaid: fc.Arbitrary<Partial<Code>> = fc.record({
  deprecated: fc.boolean(),
  sunset: fc.constantFrom(null, "2026-01-01", "2027-01-01"),
  statuses: fc.constantFrom<readonly string[]>(["404"], ["404", "409"]),
  replacedBy: fc.constantFrom(null, "alpha", "zeta"),
});
const codes = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), codeSaid), { minLength: 1, selector: ([name]) => name })
  .map(
    (entries): Record<string, Partial<Code>> =>
      Object.assign(Object.create(null), Object.fromEntries(entries)),
  );
const anyLife: fc.Arbitrary<Life> = fc
  .tuple(
    fc.constantFrom<readonly [string, VersionScheme]>(
      ["1.0.0", "semver"],
      ["0.4.0", "semver"],
      ["1.0.0-rc.1", "semver"],
      ["2026-03-01", "date"],
      ["v3", "integer"],
      ["wip", "none"],
    ),
    fc.array(
      fc.record({
        codes,
        open: fc.constantFrom("closed" as const, "open" as const),
        correction: fc.boolean(),
        prerelease: fc.boolean(),
        field: fc.boolean(),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  )
  .map(([[start, scheme], plans]) => {
    const steps: { baseline: Baseline; contract: Contract }[] = [];
    for (const [index, plan] of plans.entries()) {
      const body = plan.field ? { body: { extra: { type: ["string"], required: true } } } : {};
      const contractAt = (version: string) => contractOf(version, plan.codes, { open: plan.open, ...body });
      const last = steps.at(-1);
      if (last === undefined) {
        const contract = contractAt(start);
        steps.push({ contract, baseline: init(contract) });
        continue;
      }
      const next = step(last.baseline, contractAt, `r${index}`, scheme, plan);
      if (next !== null) steps.push(next);
    }
    return { scheme, steps };
  });

/** Accepts whatever a change needs, and declares what is required: the step that any team could take. */
function step(
  baseline: Baseline,
  contractAt: (version: string) => Contract,
  name: string,
  scheme: VersionScheme,
  { correction, prerelease }: { correction: boolean; prerelease: boolean },
): { baseline: Baseline; contract: Contract } | null {
  const same = contractAt(baseline.version);
  const acceptances = check(baseline, same).changes.flatMap((change) => {
    if (change.level !== "error" || change.lawful !== null) return [];
    const at = change.field ?? null;
    return [accept({ kind: change.kind, code: change.code, at, catalog: change.catalog, correction })];
  });
  const { version } = check(baseline, same, { accept: acceptances });
  const lowest = suggestedVersion(baseline, version.requiredBump, scheme, context.now);
  if (lowest === null && scheme !== "none") return null;
  const isFull = lowest !== null && !lowest.includes("-");
  const declared = scheme === "semver" && prerelease && isFull ? `${lowest}-beta.1` : (lowest ?? "wip");
  const contract = contractAt(scheme === "none" ? "wip" : declared);
  const verdict = check(baseline, contract, { accept: acceptances });
  const releaseAs = (as: string | null) =>
    release({ baseline, contract, verdict, acceptances, policy, now: context.now, as });
  const result = scheme === "none" ? unlessNothing(releaseAs, name) : releaseAs(null);
  if (result.state === "refused") throw new Error(`${result.code}: ${result.message}`);
  return result.state === "released" ? { contract, baseline: result.baseline } : null;
}

/** Notes on codes demand no version, and are released with a name all the same where versions are in no order. */
function unlessNothing(releaseAs: (as: string | null) => Release, name: string): Release {
  try {
    return releaseAs(null);
  } catch (error) {
    if (error instanceof Problem && error.code === "usage") return releaseAs(name);
    throw error;
  }
}

describe("whatever releases a spec goes through", () => {
  test("each is lawful, and so are several at once", () => {
    fc.assert(
      fc.property(anyLife, ({ steps }) => {
        for (const [index, { baseline }] of steps.entries()) {
          for (const later of steps.slice(index)) {
            expect(checkStep(baseline, later.baseline, later.contract, context)).toEqual([]);
          }
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test("each gives a file that reads back the same, and released again changes nothing", () => {
    fc.assert(
      fc.property(anyLife, ({ steps }) => {
        for (const { baseline, contract } of steps) {
          expect(parseBaseline(formatBaseline(baseline), "b.json")).toEqual(baseline);
          const verdict = check(baseline, contract);
          const again = release({
            baseline,
            contract,
            verdict,
            acceptances: [],
            policy,
            now: context.now,
            as: null,
          });
          expect(again.state).toBe("unchanged");
          expect(again).toMatchObject({ baseline: { version: baseline.version } });
        }
      }),
    );
  });

  test("no code that was ever released is forgotten", () => {
    fc.assert(
      fc.property(anyLife, ({ steps }) => {
        const last = steps.at(-1)?.baseline.main;
        for (const { baseline } of steps) {
          for (const code of [...Object.keys(baseline.main.codes), ...Object.keys(baseline.main.retired)]) {
            expect(last !== undefined && (code in last.codes || code in last.retired)).toBe(true);
          }
        }
      }),
    );
  });

  test("any single line that is edited in a release, or without one, is caught", () => {
    fc.assert(
      fc.property(anyLife, fc.nat(), fc.nat(), ({ steps }, which, how) => {
        const index = which % steps.length;
        const [before, after] = [steps[Math.max(0, index - 1)], steps[index]];
        if (before === undefined || after === undefined) return;
        const mutated = mutate(after.baseline, before.baseline.version, which, how);
        fc.pre(mutated !== null && formatBaseline(mutated) !== formatBaseline(after.baseline));
        if (mutated === null) return;
        const found = checkStep(before.baseline, mutated, after.contract, context);
        expect(found.length, formatBaseline(mutated)).toBeGreaterThan(0);
      }),
      { numRuns: runs(150) },
    );
  });
});

/** One edit that no release makes. Null where the baseline has nothing of the kind. */
function mutate(baseline: Baseline, version: string, which: number, how: number): Baseline | null {
  const { codes, retired } = baseline.main;
  const code = Object.keys(codes)[which % Math.max(1, Object.keys(codes).length)];
  const gone = Object.keys(retired)[which % Math.max(1, Object.keys(retired).length)];
  const entry = code === undefined ? undefined : codes[code];
  const tombstone = gone === undefined ? undefined : retired[gone];
  const copy = <Value>(record: Readonly<Record<string, Value>>, drop?: string): Record<string, Value> => {
    const result: Record<string, Value> = Object.assign(Object.create(null), record);
    if (drop !== undefined) delete result[drop];
    return result;
  };
  const withCodes = (main: Partial<Baseline["main"]>) => ({
    ...baseline,
    main: { ...baseline.main, ...main },
  });
  switch (how % 9) {
    case 0:
      return code === undefined ? null : withCodes({ codes: copy(codes, code) });
    case 1:
      if (code === undefined || entry === undefined) return null;
      return withCodes({
        codes: Object.assign(copy(codes), { [code]: { ...entry, since: otherThan(entry.since, version) } }),
      });
    case 2:
      return gone === undefined ? null : withCodes({ retired: copy(retired, gone) });
    case 3:
      if (gone === undefined || tombstone === undefined) return null;
      return withCodes({
        retired: Object.assign(copy(retired), {
          [gone]: { ...tombstone, since: otherThan(tombstone.since, version) },
        }),
      });
    case 4:
      return withCodes({ open: baseline.main.open === "open" ? "closed" : "open" });
    case 5:
      return { ...baseline, body: {} };
    case 6:
      return { ...baseline, known: { rule: ["GET /x 404"] } };
    case 7:
      return withCodes({ codes: Object.assign(copy(codes), { never_there: { since: baseline.version } }) });
    default:
      if (code === undefined || entry === undefined) return null;
      return withCodes({ codes: Object.assign(copy(codes), { [code]: { ...entry, statuses: ["599"] } }) });
  }
}

/** A version that is not right: the one before, or one that never was. */
function otherThan(since: string, version: string): string {
  return since === version ? "0.0.1" : version;
}
