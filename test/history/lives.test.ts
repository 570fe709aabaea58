import { describe, expect, test } from "vitest";
import type { Contract } from "../../src/contract/contract.js";
import { lives, type Version } from "../../src/history/lives.js";
import fc from "../support/fast-check.js";

/** A contract with one catalog; `code!` is deprecated. */
function contract(version: string, codes: readonly string[], name = "code", normative = true): Contract {
  return {
    version,
    errors: { schemas: ["Error"], code: name, linked: "responses" },
    catalogs: codes.length === 0 ? [] : [catalog(name, codes, normative)],
    body: {},
    operations: null,
  };
}

function catalog(name: string, codes: readonly string[], normative = true): Contract["catalogs"][number] {
  return {
    name,
    open: "closed",
    normative,
    linked: "responses",
    shape: "enum",
    errorSchemas: ["#/components/schemas/Error"],
    pointers: ["#/components/schemas/Code"],
    retired: {},
    codes: codes.map((text) => ({
      code: text.replace("!", ""),
      deprecated: text.endsWith("!"),
      description: null,
      name: null,
      group: null,
      sunset: null,
      since: null,
      replacedBy: null,
      retryable: null,
      statuses: [],
      shownIn: [],
      sites: [],
      messages: [],
    })),
  };
}

/** One version per list of codes, a day apart. */
function versions(...lists: readonly (readonly string[])[]): Version[] {
  return lists.map((codes, index) => ({
    commit: `commit${index + 1}`,
    date: `2026-01-0${index + 1}`,
    contract: contract(`${index + 1}.0.0`, codes),
  }));
}

/** `gone: 1 born, 3 removed`: events by the number of the version. */
function told(history: readonly Version[], examples = false): string[] {
  return lives(history, { examples }).map(({ code, alive, events }) => {
    const words = events.map(({ kind, version, to, from }) => {
      const names = [...to.map((name) => ` to ${name}`), ...from.map((name) => ` from ${name}`)].join("");
      return `${version?.[0]} ${kind}${names}`;
    });
    return `${code}${alive ? "" : " †"}: ${words.join(", ")}`;
  });
}

describe("the life of a code", () => {
  test("begins with the first version that has it", () => {
    expect(lives(versions(["b"], ["b", "a"]))).toEqual([
      {
        code: "a",
        alive: true,
        events: [{ kind: "born", commit: "commit2", date: "2026-01-02", version: "2.0.0", to: [], from: [] }],
      },
      {
        code: "b",
        alive: true,
        events: [{ kind: "born", commit: "commit1", date: "2026-01-01", version: "1.0.0", to: [], from: [] }],
      },
    ]);
  });

  test("ends when it is removed, and goes on when it returns", () => {
    expect(told(versions(["not_found", "gone"], ["not_found"], ["not_found", "gone"]))).toEqual([
      "gone: 1 born, 2 removed, 3 returned",
      "not_found: 1 born",
    ]);
  });

  test("goes on under a new name, and back under the old one", () => {
    const [old, renamed] = [
      ["sandbox_not_found", "sandbox_busy"],
      ["machine_not_found", "machine_busy"],
    ];
    expect(told(versions(old, renamed, old))).toEqual([
      "machine_busy †: 2 born from sandbox_busy, 3 renamed to sandbox_busy",
      "machine_not_found †: 2 born from sandbox_not_found, 3 renamed to sandbox_not_found",
      "sandbox_busy: 1 born, 2 renamed to machine_busy, 3 returned from machine_busy",
      "sandbox_not_found: 1 born, 2 renamed to machine_not_found, 3 returned from machine_not_found",
    ]);
  });

  test("knows when it was deprecated, not deprecated any more, and born deprecated", () => {
    expect(told(versions(["a", "b!"], ["a!", "b"], ["a!", "b"]))).toEqual([
      "a: 1 born, 2 deprecated",
      "b: 1 born, 1 deprecated, 2 undeprecated",
    ]);
  });

  test("is one life though several catalogs hold it", () => {
    const both = { ...contract("1", []), catalogs: [catalog("code", ["a", "b"]), catalog("reason", ["a"])] };
    const history = [
      { commit: "1", date: "2026-01-01", contract: both },
      {
        commit: "2",
        date: "2026-01-02",
        contract: { ...both, version: "2", catalogs: [catalog("reason", ["a"])] },
      },
    ];
    expect(told(history)).toEqual(["a: 1 born", "b †: 1 born, 2 removed"]);
  });

  test("does not end when the property moves", () => {
    const history = versions(["a", "b"], []);
    const moved = [
      ...history.slice(0, 1),
      ...history.slice(1).map((last) => ({ ...last, contract: contract("2", ["a", "b"], "error.code") })),
    ];
    expect(told(moved)).toEqual(["a: 1 born", "b: 1 born"]);
  });

  test("is not told of codes that stand only in examples, unless these are locked", () => {
    const history = [{ commit: "1", date: "2026-01-01", contract: contract("1", ["a"], "code", false) }];
    expect(told(history)).toEqual([]);
    expect(told(history, true)).toEqual(["a: 1 born"]);
  });

  test("is told of any name a code may have", () => {
    expect(told(versions(["__proto__", "constructor"], []))).toEqual([
      "__proto__ †: 1 born, 2 removed",
      "constructor †: 1 born, 2 removed",
    ]);
  });

  test("no versions tell no lives", () => {
    expect(lives([])).toEqual([]);
  });

  test("alternates between being there and not, and ends as the last version has it", () => {
    const codes = fc.subarray(["not_found", "gone", "quota_exceeded", "machine_busy", "sandbox_busy"]);
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 8 }), (lists) => {
        const history = versions(...lists);
        for (const { code, alive, events } of lives(history)) {
          const there = events.filter(({ kind }) => kind !== "deprecated" && kind !== "undeprecated");
          expect(there[0]?.kind).toBe("born");
          there.forEach(({ kind }, index) => {
            expect(["born", "returned"].includes(kind)).toBe(index % 2 === 0);
          });
          expect(alive).toBe(there.length % 2 === 1);
          expect(alive).toBe(lists.at(-1)?.includes(code));
        }
      }),
    );
  });
});
