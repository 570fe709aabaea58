import { describe, expect, test } from "vitest";
import {
  compareVersions,
  detectScheme,
  requiredVersion,
  stableOf,
  suggestedVersion,
  versionState,
} from "../../src/judge/version.js";
import fc from "../support/fast-check.js";

test.each([
  ["1.2.3", "semver"],
  ["v1.2.3", "semver"],
  ["1.0", "semver"],
  ["1.0.0-oas3", "semver"],
  ["2024.10.1", "semver"],
  ["3", "integer"],
  ["v3", "integer"],
  ["2026-03-01", "date"],
  ["2026-03", "date"],
  ["20260301", "date"],
  ["2026.03.01", "date"],
  ["2024-06-20.acacia", "date"],
  ["2023-01-01-preview", "date"],
  ["wip", "none"],
  ["v1beta1", "none"],
  ["1.2.3.4", "none"],
  ["", "none"],
])("the version '%s' is of the scheme %s", (version, scheme) => {
  expect(detectScheme(version)).toBe(scheme);
});

test.each([
  ["1.0.0-a".padEnd(256, "a"), "semver"],
  ["2026-03-01-a".padEnd(256, "a"), "date"],
  ["3".padEnd(256), "integer"],
])("no version is longer than 256 characters: '%s'", (version, scheme) => {
  expect(detectScheme(version)).toBe(scheme);
  expect(detectScheme(`${version}${version.at(-1)}`)).toBe("none");
});

test.each([
  ["1.2.3", ["2.0.0", "1.3.0", "1.2.4"]],
  ["v1.2.3", ["v2.0.0", "v1.3.0", "v1.2.4"]],
  ["1.2", ["2.0", "1.3", "1.2.1"]],
  ["0.3.1", ["0.4.0", "0.3.2", "0.3.2"]],
  ["0.3.1+build", ["0.4.0", "0.3.2", "0.3.2"]],
  ["1.0.0-rc.1", ["1.0.0-rc.2", "1.0.0-rc.2", "1.0.0-rc.2"]],
  ["1.1.0-rc.1", ["2.0.0", "1.1.0-rc.2", "1.1.0-rc.2"]],
  ["v3", ["v4", "v4", "v4"]],
  ["2026-12-31", ["2027-01-01", "2027-01-01", "2027-01-01"]],
  ["2026-12", ["2027-01", "2027-01", "2027-01"]],
  ["wip", [null, null, null]],
])("after %s, a major, a minor and a patch need %j", (version, required) => {
  const scheme = detectScheme(version);
  expect(
    (["major", "minor", "patch"] as const).map((bump) => requiredVersion({ version }, bump, scheme)),
  ).toEqual(required);
});

describe("with a prerelease as baseline", () => {
  const beta = { version: "2.0.0-beta.2", stable: "1.4.0" };

  test("what is required counts from the last full version", () => {
    expect(requiredVersion(beta, "major", "semver")).toBe("2.0.0-beta.3");
    expect(requiredVersion({ version: "1.5.0-beta.1", stable: "1.4.0" }, "major", "semver")).toBe("2.0.0");
    expect(requiredVersion({ version: "2.1.0-beta.1", stable: "1.4.0" }, "major", "semver")).toBe(
      "2.1.0-beta.2",
    );
    expect(versionState(beta, "2.0.0-beta.3", "major", "semver")).toBe("covered");
    expect(versionState(beta, "2.0.0", "major", "semver")).toBe("covered");
    expect(versionState(beta, "2.0.0-beta.1", "none", "semver")).toBe("lowered");
  });

  test("the last full version stays the same until there is another", () => {
    expect(stableOf({ version: "1.4.0" }, "2.0.0-beta.1", "semver")).toBe("1.4.0");
    expect(stableOf(beta, "2.0.0-beta.3", "semver")).toBe("1.4.0");
    expect(stableOf(beta, "2.0.0", "semver")).toBeUndefined();
  });
});

test("a prerelease covers what its full version covers", () => {
  expect(versionState({ version: "1.4.0" }, "2.0.0-beta.1", "major", "semver")).toBe("covered");
  expect(versionState({ version: "1.4.0" }, "1.5.0-beta.1", "major", "semver")).toBe("too-small");
});

test("a date to release under is today, or later where the baseline is", () => {
  expect(suggestedVersion({ version: "2026-03-01" }, "minor", "date", "2026-11-22")).toBe("2026-11-22");
  expect(suggestedVersion({ version: "2026-12-01" }, "minor", "date", "2026-11-22")).toBe("2026-12-02");
  expect(suggestedVersion({ version: "v2026.03" }, "minor", "date", "2026-11-22")).toBe("v2026.11");
  expect(suggestedVersion({ version: "1.0.0" }, "minor", "semver", "2026-11-22")).toBe("1.1.0");
});

test("of one date, a preview comes before it and a named edition after it", () => {
  const order = ["2023-01-01-preview", "2023-01-01", "2023-01-01.acacia", "2023-01-01.basil", "2023-01-02"];
  for (const [index, version] of order.slice(1).entries()) {
    expect(compareVersions(order[index] ?? "", version, "date")).toBeLessThan(0);
  }
});

const anyVersion = fc.oneof(
  fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).map((parts) => parts.join(".")),
  fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)).map(([a, b, c, d]) => `${a}.${b}.${c}-rc.${d}`),
  fc.nat(99).map((number) => `v${number}`),
  fc
    .date({ min: new Date("1995-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
    .map((day) => day.toJSON().slice(0, 10)),
);

test("what is required is higher than what was released, and covers its bump", () => {
  fc.assert(
    fc.property(
      anyVersion,
      fc.constantFrom("major" as const, "minor" as const, "patch" as const),
      (version, bump) => {
        const scheme = detectScheme(version);
        const required = requiredVersion({ version }, bump, scheme);
        expect(required).not.toBeNull();
        expect(compareVersions(required ?? "", version, scheme)).toBeGreaterThan(0);
        expect(versionState({ version }, required, bump, scheme)).toBe("covered");
        expect(versionState({ version }, version, bump, scheme)).toBe("pending");
      },
    ),
  );
});

describe("a version is read", () => {
  test.each([
    [null, "none"],
    [" 1.2.3 ", "semver"],
    [" 1.2 ", "semver"],
    [" v3 ", "integer"],
    [" 2026-03-01 ", "date"],
    ["10.12", "semver"],
    ["1.0-beta.11", "semver"],
    ["V1.0", "semver"],
    ["V1.2.3", "semver"],
    ["x1.0", "none"],
    ["1234567890123456789", "none"],
    ["x3", "none"],
    ["3x", "none"],
    ["1990-01", "date"],
    ["1989-12", "none"],
    ["2100-12-31", "date"],
    ["2101-01-01", "none"],
    ["2026-13-01", "none"],
    ["2026-12-32", "none"],
    ["2026-03.01", "none"],
    ["x2026-03-01", "none"],
    ["202603", "integer"],
    ["v20260301", "date"],
    ["2026-03-01-2", "none"],
  ])("%j as %s", (version, scheme) => {
    expect(detectScheme(version)).toBe(scheme);
  });

  test.each([
    ["1.2.3", "wip", "semver"],
    ["wip", "1.2.3", "semver"],
    ["2026-03-01", "1.2.3", "date"],
    ["1.2.3", "2026-03-01", "date"],
    ["3", "wip", "integer"],
    ["wip", "3", "integer"],
    ["1.0.0", "2.0.0", "none"],
  ] as const)("and %s and %s stand in no order of the scheme %s", (a, b, scheme) => {
    expect(compareVersions(a, b, scheme)).toBeNull();
  });

  test.each([
    ["1.0", "1.0.0", "semver", 0],
    ["v1.0.0", "1.0.0+build", "semver", 0],
    ["1.10", "1.9", "semver", 1],
    ["1.0-beta.11", "1.0-beta.2", "semver", 1],
    ["3", "v3", "integer", 0],
    ["9", "10", "integer", -1],
    ["v10", "9", "integer", 1],
    ["2026-03-01", "20260301", "date", 0],
    ["2026-03-01.basil", "2026-03-01.acacia", "date", 1],
    ["2026-03-01", "2026-03-01-preview", "date", 1],
    ["2026-03-01", "2026-03-01.acacia", "date", -1],
  ] as const)("and %s against %s is in the order of the scheme %s: %i", (a, b, scheme, order) => {
    expect(Math.sign(compareVersions(a, b, scheme) ?? Number.NaN)).toBe(order);
  });
});

describe("a required version", () => {
  test.each([
    ["V1.2.3", "minor", "semver", "V1.3.0"],
    ["1.9", "major", "semver", "2.0"],
    ["10.12", "minor", "semver", "10.13"],
    ["1.0-rc.1", "minor", "semver", "1.0.0-rc.2"],
    ["1.0.0-dev1", "patch", "semver", "1.0.0-dev1.0"],
    ["V3", "major", "integer", "V4"],
    ["9", "patch", "integer", "10"],
    ["v2026.03", "patch", "date", "v2026.04"],
    ["2026-03-01-preview", "patch", "date", "2026-03-02"],
    ["20261231", "patch", "date", "20270101"],
  ] as const)("after %s for a %s bump of the scheme %s is %s", (version, bump, scheme, required) => {
    expect(requiredVersion({ version }, bump, scheme)).toBe(required);
  });

  test("is none where nothing is required, or nothing is in order", () => {
    expect(requiredVersion({ version: "1.0.0" }, "none", "semver")).toBeNull();
    expect(requiredVersion({ version: "1.0.0" }, "major", "none")).toBeNull();
    expect(requiredVersion({ version: "wip" }, "major", "semver")).toBeNull();
    expect(requiredVersion({ version: "wip" }, "major", "integer")).toBeNull();
    expect(requiredVersion({ version: "wip" }, "major", "date")).toBeNull();
  });
});

describe("a suggested version", () => {
  test.each([
    ["20260301", "date", "20261122"],
    ["2026.03.01", "date", "2026.11.22"],
    ["2026/03/01", "date", "2026/11/22"],
    ["V2026-03", "date", "V2026-11"],
    ["2026-11", "date", "2026-12"],
    ["2026-11-21", "date", "2026-11-22"],
    ["2026-11-22", "date", "2026-11-23"],
    ["v3", "integer", "v4"],
    ["2024.10.1", "semver", "2024.11.0"],
    ["wip", "none", null],
  ] as const)("after %s of the scheme %s is %s today", (version, scheme, suggested) => {
    expect(suggestedVersion({ version }, "minor", scheme, "2026-11-22")).toBe(suggested);
  });

  test("is none where nothing is required, also with dates", () => {
    expect(suggestedVersion({ version: "2026-03-01" }, "none", "date", "2026-11-22")).toBeNull();
  });
});

describe("the state of a version", () => {
  test.each([
    ["1.0.0", "1.0.0", "minor", "semver", "pending"],
    ["1.0.0", "v1.0.0", "minor", "semver", "pending"],
    ["1.0.0", "v1.0.0", "none", "semver", "none"],
    ["wip", "wip", "none", "semver", "none"],
    ["wip", "wip", "major", "semver", "pending"],
    ["1.0.0", null, "none", "semver", "lowered"],
    ["1.0.0", null, "major", "none", "none"],
    ["1.0.0", "2.0.0", "none", "semver", "covered"],
    ["2026-03-01", "2026-03-02", "major", "date", "covered"],
    ["3", "5", "major", "integer", "covered"],
    ["3", "v3", "major", "integer", "pending"],
  ] as const)(
    "from %s to %s with a %s bump of the scheme %s is %s",
    (version, declared, bump, scheme, state) => {
      expect(versionState({ version }, declared, bump, scheme)).toBe(state);
    },
  );

  test("only semver knows a last full version", () => {
    expect(stableOf({ version: "2026-03-01" }, "2026-03-02-preview", "date")).toBeUndefined();
    expect(stableOf({ version: "1.0.0" }, "1.1.0-rc.1", "none")).toBeUndefined();
    expect(stableOf({ version: "wip" }, "wip", "semver")).toBeUndefined();
  });
});
