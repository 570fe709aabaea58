import { describe, expect, test } from "vitest";
import { fromContract } from "../../src/baseline/format.js";
import { catalogOf, contractOf } from "./contracts.js";

describe("the first baseline of a contract", () => {
  const contract = () =>
    contractOf("1.0.0", ["a"], {
      errors: { schemas: ["Error"], code: "code", linked: "name" },
      catalogs: [
        catalogOf("reason", ["x"], { open: "open" }),
        catalogOf("code", {
          b: { deprecated: true, sunset: "2026-12-31", replacedBy: "a", statuses: ["4XX", "404"] },
          a: { sunset: "in spring", description: "not kept", since: "0.1.0" },
        }),
        catalogOf("shown", ["y"], { normative: false }),
      ],
    });

  test("takes every code as released in its version, with the facts that later runs compare", () => {
    const baseline = fromContract(contract(), { version: "1.0.0" });
    expect(baseline).toEqual({
      format: 1,
      version: "1.0.0",
      errors: { schemas: ["Error"], code: "code", linked: "name" },
      main: {
        open: "closed",
        codes: {
          b: {
            since: "1.0.0",
            deprecated: "1.0.0",
            sunset: "2026-12-31",
            replacedBy: "a",
            statuses: ["404", "4XX"],
          },
          a: { since: "1.0.0" },
        },
        retired: {},
      },
      body: contract().body,
      catalogs: { reason: { open: "open", codes: { x: { since: "1.0.0" } }, retired: {} } },
      known: {},
      corrected: [],
    });
    expect(Object.keys(baseline)).not.toContain("scheme");
    expect(Object.keys(baseline.main.codes.a ?? {})).toEqual(["since"]);
  });

  test("locks examples only where that is asked for, and knows what is found today", () => {
    const known = { "error-code-format": ["a"] };
    const baseline = fromContract(contract(), { version: "1.0.0", examples: true, known });
    expect(Object.keys(baseline.catalogs)).toEqual(["reason", "shown"]);
    expect(baseline.known).toEqual(known);
  });

  test("has the first catalog as its main one where the contract names none", () => {
    const { errors: _, ...rest } = contract();
    const baseline = fromContract({ ...rest, errors: null }, { version: "1.0.0" });
    expect(baseline.errors).toEqual({
      schemas: ["#/components/schemas/Error"],
      code: "reason",
      linked: "responses",
    });
    expect(Object.keys(baseline.main.codes)).toEqual(["x"]);
    expect(Object.keys(baseline.catalogs)).toEqual(["code"]);
  });

  test("has none where the contract has none", () => {
    expect(fromContract(contractOf("1.0.0", []), { version: "1.0.0" })).toEqual({
      format: 1,
      version: "1.0.0",
      errors: "none",
      main: { open: "closed", codes: {}, retired: {} },
      body: {},
      catalogs: {},
      known: {},
      corrected: [],
    });
  });

  test.each([
    ["1.0.0", "1.0.0", undefined],
    ["1.0.0", "2.0.0", "none"],
    [null, "2.0.0", "none"],
    ["wip", "spring", undefined],
  ])("of a spec that declares %s, named %s, has the scheme %s", (declared, version, scheme) => {
    const { scheme: found } = fromContract(contractOf(declared, ["a"]), { version });
    expect(found).toBe(scheme);
  });
});
