import { describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config/config.js";
import { addAcceptances, type NewAcceptance, pruneAcceptances } from "../../src/config/edit.js";
import { hostile } from "../baseline/arbitrary.js";
import fc, { runs } from "../support/fast-check.js";

const nothing = {
  kind: null,
  code: null,
  to: [],
  at: null,
  spec: null,
  reason: "r",
  owner: null,
  until: null,
  correction: false,
  catalog: null,
};
const code = (name: string, more: Partial<NewAcceptance> = {}): NewAcceptance => ({
  ...nothing,
  code: name,
  ...more,
});
const said = (text: string, file = "errlock.yaml") =>
  parseConfig(text, file).accept.map(({ location: _, ...rest }) => rest);

describe("an acceptance is written", () => {
  test("into a config without any, as people would write it", () => {
    const text = "# our config\nspecs:\n  - specs/openapi.yaml   # the only one\n";
    const entry = code("sandbox_not_found", {
      to: ["machine_not_found"],
      reason: "renamed: announced in May",
      owner: "@api-team",
      until: "2026-12-31",
    });
    expect(addAcceptances(text, "errlock.yaml", [entry])).toBe(
      `${text}accept:
  - code: sandbox_not_found
    to: [machine_not_found]
    reason: "renamed: announced in May"
    owner: "@api-team"
    until: 2026-12-31
`,
    );
  });

  test("into an empty file, one of comments, and one with an empty list", () => {
    for (const text of [
      "",
      "# nothing\n",
      "accept:\n",
      "accept: []\n",
      "accept: # none yet\nrules: {}\n",
      "rules: {}",
    ]) {
      const edited = addAcceptances(text, "errlock.yaml", [code("a")]);
      expect(said(edited)).toEqual([code("a")]);
      for (const comment of text.match(/#.*/g) ?? []) expect(edited).toContain(comment);
    }
  });

  test("where it belongs by its code, between entries whose comments stay with them", () => {
    const text = `accept:
  # about b
  - code: b   # beside b
    reason: x
    # below b
  # about d
  - code: d
    reason: >
      folded
      text

# the rules
rules: {}
`;
    expect(addAcceptances(text, "errlock.yaml", [code("c"), code("e"), code("a")])).toBe(`accept:
  - code: a
    reason: r
  # about b
  - code: b   # beside b
    reason: x
    # below b
  - code: c
    reason: r
  # about d
  - code: d
    reason: >
      folded
      text
  - code: e
    reason: r

# the rules
rules: {}
`);
  });

  test("in the indentation that the list has", () => {
    expect(addAcceptances("accept:\n- code: b\n  reason: x\n", "errlock.yaml", [code("a")])).toBe(
      "accept:\n- code: a\n  reason: r\n- code: b\n  reason: x\n",
    );
  });

  test("in place of the one that accepted the same", () => {
    const text = "accept:\n  - code: a\n    reason: old\n    until: 2020-01-01\n";
    expect(said(addAcceptances(text, "errlock.yaml", [code("a", { reason: "new" })]))).toEqual([
      code("a", { reason: "new" }),
    ]);
  });

  test("into a flow list and into JSON", () => {
    const flow = "accept: [{ code: b, reason: x }] # why\nrules: {}\n";
    const edited = addAcceptances(flow, "errlock.yaml", [code("a")]);
    expect(said(edited).map((entry) => entry.code)).toEqual(["b", "a"]);
    expect(edited).toContain("# why");
    for (const json of [
      "{}",
      '{ "rules": {} }\n',
      '{\n  "accept": [\n    { "code": "b", "reason": "x" }\n  ]\n}\n',
      "",
    ]) {
      const written = addAcceptances(json, "errlock.json", [code("a"), code('q"', { reason: "é" })]);
      expect(said(written, "errlock.json")).toEqual(
        expect.arrayContaining([code("a"), code('q"', { reason: "é" })]),
      );
    }
  });

  test("with the line breaks and the byte order mark of the file", () => {
    const edited = addAcceptances(
      "\ufeff# c\r\naccept:\r\n  - code: b\r\n    reason: x\r\n",
      "errlock.yaml",
      [code("a")],
    );
    expect(edited).toBe(
      "\ufeff# c\r\naccept:\r\n  - code: a\r\n    reason: r\r\n  - code: b\r\n    reason: x\r\n",
    );
  });

  test("with paths relative to the config's folder", () => {
    const edited = addAcceptances("", "services/x/errlock.yaml", [
      code("a", { spec: "services/x/specs/a.yaml" }),
    ]);
    expect(edited).toContain("spec: specs/a.yaml");
    expect(said(edited, "services/x/errlock.yaml")[0]?.spec).toBe("services/x/specs/a.yaml");
  });
});

describe("an acceptance is taken out", () => {
  const text = `accept:
  # about all of them
  - code: a
    reason: x
  # about b
  - code: b
    reason: x # inside
  - codes: [c, d, 404]
    reason: x
  - codes:
      - e
      - f # six
    reason: x
rules: {} # rules
`;
  const names = (edited: string) => said(edited).map((entry) => entry.code);

  test("with its comments, and nothing else", () => {
    const edited = pruneAcceptances(text, "errlock.yaml", [code("b")]);
    expect(edited).toBe(text.replace("  # about b\n  - code: b\n    reason: x # inside\n", ""));
  });

  test("also when it is one of several codes", () => {
    expect(names(pruneAcceptances(text, "errlock.yaml", [code("c"), code("404"), code("e")]))).toEqual([
      "a",
      "b",
      "d",
      "f",
    ]);
    expect(names(pruneAcceptances(text, "errlock.yaml", [code("d"), code("e"), code("f")]))).toEqual([
      "a",
      "b",
      "c",
      "404",
    ]);
  });

  test("and the last one leaves an empty list", () => {
    const edited = pruneAcceptances(
      text,
      "errlock.yaml",
      ["a", "b", "c", "d", "404", "e", "f"].map((name) => code(name)),
    );
    expect(names(edited)).toEqual([]);
    expect(edited).toContain("rules: {} # rules");
    expect(names(addAcceptances(edited, "errlock.yaml", [code("z")]))).toEqual(["z"]);
  });

  test("and what is not there changes nothing", () => {
    expect(pruneAcceptances(text, "errlock.yaml", [code("zzz"), code("a", { kind: "code-added" })])).toBe(
      text,
    );
  });
});

const anyCode = hostile.filter((name) => name.trim() !== "" && !name.includes("*"));
const anyEntry: fc.Arbitrary<NewAcceptance> = fc
  .record({
    code: anyCode,
    reason: anyCode,
    owner: fc.option(anyCode),
    until: fc.option(fc.constantFrom("2026-12-31", "2.0", "v3", "1.0.0-rc.1", "null")),
    to: fc.uniqueArray(anyCode, { maxLength: 2 }),
    catalog: fc.option(anyCode),
    correction: fc.boolean(),
  })
  .map((entry) => ({ ...nothing, ...entry }));

test("whatever is accepted reads back as it was given, and every comment survives", () => {
  const bases = [
    "",
    "# c1\nrules: {} # c2\n",
    "accept:\n  # c1\n  - code: m # c2\n    reason: x\n# c3\n",
    "rules: {}\naccept:\n- codes: [m, n] # c1\n  reason: x\n# c2",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...bases),
      fc.uniqueArray(anyEntry, { maxLength: 5, selector: (entry) => `${entry.code} ${entry.catalog}` }),
      (text, entries) => {
        const edited = addAcceptances(text, "errlock.yaml", entries);
        const replaced = (entry: { code: string | null; catalog: string | null }) =>
          entries.some((other) => other.code === entry.code && other.catalog === entry.catalog);
        const before = said(text).filter((entry) => !replaced(entry));
        const all = said(edited);
        expect(all).toHaveLength(before.length + entries.length);
        expect(all).toEqual(expect.arrayContaining([...before, ...entries]));
        if (before.length === said(text).length) {
          for (const comment of text.match(/# c\d/g) ?? []) expect(edited).toContain(comment);
        }
        expect(said(pruneAcceptances(edited, "errlock.yaml", entries))).toEqual(before);
      },
    ),
    { numRuns: runs(150) },
  );
});

test("a list that lost its last entry can take one again, in the same shape", () => {
  const entry = { ...nothing, code: "b_gone", reason: "why" };
  const json = '{\n  "accept": [\n    { "code": "b_gone", "reason": "why" }\n  ]\n}\n';
  const none = pruneAcceptances(json, "errlock.json", [entry]);
  expect(none).toBe('{\n  "accept": []\n}\n');
  expect(addAcceptances(none, "errlock.json", [entry])).toBe(json);
  const full = "rules: {}\naccept:\n  - code: b_gone\n    reason: why\n";
  const empty = pruneAcceptances(full, "errlock.yaml", [entry]);
  expect(empty).toBe("rules: {}\naccept: []\n");
  expect(addAcceptances(empty, "errlock.yaml", [entry])).toBe(full);
});
