import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { api } from "../support/api.js";
import { type Files, inFolder, specFile, withFolder } from "./gate.js";

const codes = ["machine_busy", "machine_gone"];
const baselineFile = "baselines/openapi.json";
const baseline = JSON.stringify({
  format: 1,
  version: "1.0.0",
  errors: { schemas: ["ErrorResponse"], code: "code", linked: "responses" },
  open: "closed",
  codes: { machine_busy: { since: "1.0.0" }, machine_gone: { since: "1.0.0" } },
});
const spec = api("1.0.0", codes);
const range = (count: number) => [...Array(count).keys()];
const extended = (text: string) => `${spec}\nx-more:\n  ${text}\n`;
const ruleset = (given: string) =>
  `rules:\n  my-rule:\n    given: "${given}"\n    then: { field: nothing, function: truthy }\n`;

interface Row {
  readonly limits: string;
  readonly files: Files;
  readonly argv?: readonly string[];
  readonly config?: string;
  readonly says: RegExp;
}

/** A line that keeps the contract: what stands beside it is not passed over for that. */
const recorded = JSON.stringify({ method: "GET", url: "/x", status: 200, body: {} });

const har = (entries: number) =>
  JSON.stringify({ log: { entries: range(entries).map(() => ({ request: {}, response: {} })) } });

/** Every input with every limit that it has: what goes beyond it is exit 2 with its own message. */
const rows: Readonly<Record<string, Row>> = {
  "bytes of a spec": { limits: "bytes: 600", files: {}, says: /600 bytes/ },
  "bytes of a spec's files together": {
    limits: "bytes: 3000",
    files: {
      [specFile]: extended("- $ref: './a.yaml'"),
      "specs/a.yaml": `a: ${"x".repeat(2_500)}`,
    },
    says: /3000 bytes/,
  },
  "depth of a spec": {
    limits: "depth: 40",
    files: { [specFile]: extended(`${"[".repeat(60)}${"]".repeat(60)}`) },
    says: /more than 40 deep/,
  },
  "nodes of a spec": {
    limits: "nodes: 1000",
    files: { [specFile]: extended(`[${range(2_000)}]`) },
    says: /more than 1000 values/,
  },
  "aliases of a spec": {
    limits: "aliases: 5",
    files: { [specFile]: extended(`[&a {}, ${range(9).map(() => "*a")}]`) },
    says: /more than 5 YAML aliases/,
  },
  "files of a spec": {
    limits: "files: 3",
    files: {
      [specFile]: extended(
        range(9)
          .map((i) => `- $ref: './a${i}.yaml'`)
          .join("\n  "),
      ),
    },
    says: /more than 3 files/,
  },
  "references of a spec": {
    limits: "refs: 5",
    files: {
      [specFile]: extended(
        range(9)
          .map((i) => `- $ref: '#/a${i}'`)
          .join("\n  "),
      ),
    },
    says: /more than 5 references/,
  },
  "codes of a spec": {
    limits: "codes: 10",
    files: { [specFile]: api("1.0.0", [...codes, ...range(20).map((i) => `e${i}`)]) },
    says: /`enum` has 22 items, more than 10/,
  },
  "codes of a spec from several lists": {
    limits: "codes: 10",
    files: {
      [specFile]: api("1.0.0", codes).replace(
        /^( *)enum: .*$/m,
        (_, indent) =>
          `${indent}anyOf: [{ enum: [${range(8).map((i) => `e${i}`)}] }, { enum: [${range(8).map((i) => `f${i}`)}] }]`,
      ),
    },
    says: /`code` lists 16 codes, more than 10/,
  },
  "responses of a spec, behind references": {
    limits: "responses: 100",
    files: {
      [specFile]: spec.replace(
        /^paths:\n/m,
        `paths:\n${range(60)
          .map((i) => `  /x${i}: { $ref: "#/paths/~1v1~1machines~1{id}" }\n`)
          .join("")}`,
      ),
    },
    says: /more than 100 operations and responses/,
  },
  "codes and operations of the specs of a run": {
    limits: "run: 3",
    files: { "specs/second.yaml": spec },
    says: /specs\/second\.yaml: not read: the specs before it have more than 3 codes, operations, changes and findings/,
  },
  "time of the specs of a run": {
    limits: "runTime: 1ms",
    files: { "specs/second.yaml": spec },
    says: /specs\/second\.yaml: not read: the specs before it took more than 0\.001 s/,
  },
  "text of a spec": {
    limits: "text: 100",
    files: { [specFile]: api("1.0.0", [...codes, `e_${"x".repeat(200)}`]) },
    says: /226 characters, more than 100/,
  },
  "findings in a spec": {
    limits: "findings: 5",
    files: {
      [specFile]: spec.replace(
        /^paths:\n/m,
        `paths:\n${range(9)
          .map((i) => `  /x${i}: { get: { responses: { '404': { description: no } } } }\n`)
          .join("")}`,
      ),
    },
    says: /findings, more than 5/,
  },
  "findings of a user's ruleset, a third": {
    limits: "findings: 30",
    files: { "r.yaml": 'rules: { my: { given: "$..*", resolved: false, then: { function: falsy } } }\n' },
    config: "ruleset: ./r.yaml\n",
    says: /the rules have 11 findings, more than 10/,
  },
  "schemas and lists of a spec's bodies": {
    limits: "nodes: 2000",
    files: {
      [specFile]: spec.replace(
        /^paths:\n/m,
        `paths:\n  /x: { get: { responses: { '404': { description: no, content: { application/json: { schema: { properties: { code: { enum: [${range(
          99,
        ).map((i) => `e${i}_failed`)}] } } } } } } } } }\n`,
      ),
    },
    says: /unfold to more than 2000 fields/,
  },
  "schemas of a spec's bodies that rules look at": {
    limits: "nodes: 30000",
    files: {
      [specFile]: spec
        .replace(
          /^paths:\n/m,
          `paths:\n${range(100)
            .map(
              (i) =>
                `  /x${i}: { get: { responses: { '404': { description: no, content: { application/json: { schema: { allOf: [{ $ref: "#/components/schemas/ErrorResponse" }, { $ref: "#/components/schemas/Wide" }] } } } } } } }\n`,
            )
            .join("")}`,
        )
        .replace(
          /^ {2}schemas:\n/m,
          `$&    Wide: { properties: { ${range(50).map((i) => `p${i}: {}`)} } }\n`,
        ),
    },
    says: /too many schemas and properties of their own: rules may look at 30000/,
  },
  "steps of a pattern for codes": {
    limits: "text: 100",
    files: { [specFile]: api("1.0.0", [...codes, "machine_lost"]) },
    config: 'rules: { error-code-format: [error, { pattern: "(a?){400}b" }] }\n',
    says: /error-code-format takes more than 500 steps/,
  },
  "places that the changes of a spec name": {
    limits: "places: 100",
    files: { [specFile]: api("1.1.0", [...codes, "machine_lost", "machine_late"]) },
    says: /changes name operations, statuses and codes so often that their names have more than 100 characters/,
  },
  "places that a page names": {
    limits: "places: 100",
    files: {},
    argv: ["docs", "-f", "json", specFile],
    says: /codes name operations, statuses and codes so often that their names have more than 100 characters/,
  },
  "places that codes are listed with": {
    limits: "places: 30",
    files: {},
    argv: ["codes", "-f", "json", specFile],
    says: /more than 30 characters/,
  },
  "bytes of a config": {
    limits: "bytes: 100MB",
    files: {},
    config: `# ${"x".repeat(4_100_000)}\n`,
    says: /config is larger than 4000000 bytes/,
  },
  "characters of a config": {
    limits: "bytes: 100MB",
    files: {},
    config: `# ${"x".repeat(1_100_000)}\n`,
    says: /config is larger than 1000000 characters/,
  },
  "values of a config": {
    limits: "bytes: 100MB",
    files: {},
    config: `specs: [${range(100_001).map(() => "a")}]\n`,
    says: /too many values/,
  },
  "depth of a config": {
    limits: "bytes: 100MB",
    files: {},
    config: `specs: ${"[".repeat(30)}${"]".repeat(30)}\n`,
    says: /nested too deep/,
  },
  "bytes of a baseline": {
    limits: "bytes: 3000",
    files: { [baselineFile]: baseline.padEnd(4_000) },
    says: /limit of 3000 bytes/,
  },
  "codes of a baseline": {
    limits: "codes: 3",
    files: {
      [baselineFile]: baseline.replace(
        '"codes":{',
        `"retired":{${range(10).map((i) => `"r${i}":{"since":"0.1.0","retired":"1.0.0","reason":"x"}`)}},"codes":{`,
      ),
    },
    says: /10 retired codes in one catalog, more than 3 times 3/,
  },
  "codes of a baseline, none of them retired": {
    limits: "codes: 3",
    files: {
      [baselineFile]: baseline.replace(
        '"codes":{',
        `"codes":{${range(5)
          .map((i) => `"e${i}":{"since":"1.0.0"},`)
          .join("")}`,
      ),
    },
    says: /7 codes in one catalog, more than 3/,
  },
  "codes of a baseline that an update would write": {
    limits: "codes: 2",
    files: {
      [specFile]: api("2.0.0", ["machine_busy", "machine_lost"]),
      [baselineFile]: baseline.replace(
        '"codes":{',
        `"retired":{${range(6).map((i) => `"r${i}":{"since":"0.1.0","retired":"1.0.0","reason":"x"}`)}},"codes":{`,
      ),
    },
    argv: ["baseline", "update"],
    config: "accept:\n  - { kind: code-removed, code: machine_gone, reason: nobody read it }\n",
    says: /7 retired codes in one catalog, more than 3 times 2/,
  },
  "nodes of a baseline": {
    limits: "nodes: 1000",
    files: {
      [baselineFile]: baseline.replace(
        '"codes":{',
        `"known":{"r":[${range(2_000).map((i) => `"${i}"`)}]},"codes":{`,
      ),
    },
    says: /baseline is not valid JSON: more than 1000 values/,
  },
  "depth of a baseline": {
    limits: "bytes: 100MB",
    files: {
      [baselineFile]: baseline.replace('"codes":{', `"known":${"[".repeat(30)}${"]".repeat(30)},"codes":{`),
    },
    says: /nested more than 16 levels/,
  },
  "bytes of a ruleset": {
    limits: "bytes: 3000",
    files: { "r.yaml": `${ruleset("$")}# ${"x".repeat(4_000)}` },
    config: "ruleset: ./r.yaml\n",
    says: /r\.yaml.*3000 bytes/,
  },
  "depth of a ruleset": {
    limits: "depth: 40",
    files: { "r.yaml": `${ruleset("$")}aliases: { A: ${"[".repeat(60)}${"]".repeat(60)} }\n` },
    config: "ruleset: ./r.yaml\n",
    says: /r\.yaml.*more than 40 deep/,
  },
  "nodes of a ruleset": {
    limits: "nodes: 1000",
    files: { "r.yaml": `${ruleset("$")}aliases: { A: [${range(2_000)}] }\n` },
    config: "ruleset: ./r.yaml\n",
    says: /r\.yaml.*more than 1000 values/,
  },
  "aliases of a ruleset": {
    limits: "aliases: 5",
    files: { "r.yaml": `${ruleset("$")}aliases: { A: [&a [x], ${range(9).map(() => "*a")}] }\n` },
    config: "ruleset: ./r.yaml\n",
    says: /r\.yaml.*more than 5 YAML aliases/,
  },
  "files of a ruleset": {
    limits: "files: 3",
    files: Object.fromEntries(range(9).map((i) => [`r${i}.yaml`, `extends: ./r${i + 1}.yaml\n`])),
    config: "ruleset: ./r0.yaml\n",
    says: /more than 3 rulesets/,
  },
  "bytes of a HAR": {
    limits: "bytes: 3000",
    files: { "a.har": har(1_000) },
    argv: ["traffic", "a.har"],
    says: /a\.har: the file has \d+ bytes, more than the limit of 3000/,
  },
  "depth of a HAR": {
    limits: "depth: 40",
    files: { "a.har": `{"log":{"entries":${"[".repeat(60)}${"]".repeat(60)}}}` },
    argv: ["traffic", "a.har"],
    says: /a\.har: the recording is nested more than 40 deep/,
  },
  "values of a HAR": {
    limits: "nodes: 1000",
    files: { "a.har": har(1_000) },
    argv: ["traffic", "a.har"],
    says: /a\.har: the recording is of more than 1000 values/,
  },
  "depth of a line of NDJSON": {
    limits: "depth: 40",
    files: {
      "a.ndjson": `${recorded}\n{"url":"/x","status":404,"body":${"[".repeat(60)}${"]".repeat(60)}}\n`,
    },
    argv: ["traffic", "a.ndjson"],
    says: /a\.ndjson: line 2 of the recording is nested more than 40 deep/,
  },
  "bytes of a line of NDJSON": {
    limits: "exchange: 3000",
    files: { "a.ndjson": `${recorded}\n{"url":"/${"x".repeat(4_000)}","status":404}\n` },
    argv: ["traffic", "a.ndjson"],
    says: /a\.ndjson: line 2 of the recording has more than 3000 characters/,
  },
  "bytes of a consumer": {
    limits: "consumerBytes: 10",
    files: { "src/a.ts": 'if (code === "machine_gone") stop();\n' },
    config: "consumers: [{ name: a, files: 'src/*.ts' }]\n",
    argv: ["scan"],
    says: /too large|none .* read|huge/i,
  },
  "files of consumers": {
    limits: "consumerFiles: 3",
    files: Object.fromEntries(range(9).map((i) => [`src/a${i}.ts`, "x"])),
    config: "consumers: [{ name: a, files: 'src/*.ts' }]\n",
    argv: ["scan"],
    says: /more than 3 files/,
  },
  "files that consumers share": {
    limits: "consumerFiles: 9",
    files: Object.fromEntries(range(5).map((i) => [`src/a${i}.ts`, '"machine_gone"'])),
    config: `consumers: [${range(9).map((i) => `{ name: a${i}, files: 'src/*.ts' }`)}]\n`,
    argv: ["scan"],
    says: /beyond the limit of 9.*limits\.consumerFiles/s,
  },
  "strings beside codes in files of consumers": {
    limits: "consumerFiles: 9",
    files: { "src/a.ts": `"machine_gone"\n${'"x"\n'.repeat(40)}` },
    config: "consumers: [{ name: a, files: 'src/*.ts' }]\n",
    argv: ["scan"],
    says: /too many strings and names beside them.*limits\.consumerFiles/s,
  },
  "paths of a recording": {
    limits: "responses: 60",
    files: {
      "a.ndjson": range(50)
        .map(() => JSON.stringify({ method: "GET", url: "/a".repeat(199), status: 404, body: {} }))
        .join("\n"),
    },
    argv: ["traffic", "a.ndjson"],
    says: /response \d+ .* too many paths.*limits\.responses/s,
  },
  "rules of .gitignores": {
    limits: "consumerFiles: 200000",
    files: {
      "src/a.ts": "x",
      ".gitignore": range(110_000)
        .map((i) => `a*${i}`)
        .join("\n"),
    },
    config: "consumers: [{ name: a, files: 'src/*.ts' }]\n",
    argv: ["scan"],
    says: /too many rules.*limits\.consumerFiles/s,
  },
  "bytes of a .gitignore": {
    limits: "consumerFiles: 200000",
    files: { "src/a.ts": "x", ".gitignore": "x\n".repeat(600_000) },
    config: "consumers: [{ name: a, files: 'src/*.ts' }]\n",
    argv: ["scan"],
    says: /1200000 bytes, more than the 1000000/,
  },
  "steps of consumers' patterns": {
    limits: "patternSteps: 2000",
    files: { "src/a.ts": `${"a".repeat(100)}\n`.repeat(10) },
    config: "consumers: [{ name: a, files: 'src/*.ts', pattern: '(a?){50}b' }]\n",
    argv: ["scan"],
    says: /more than 2000 steps.*limits\.patternSteps/s,
  },
};

describe("beyond its limit it is exit 2 and a message:", () => {
  test.each(Object.entries(rows))(
    "%s",
    async (_, { limits, files, argv = ["check"], config = "", says }) => {
      const all = {
        [specFile]: spec,
        [baselineFile]: baseline,
        ...files,
        "errlock.yaml": `${config}limits: { ${limits} }\n`,
      };
      await withFolder(all, async (folder) => {
        const { status, stderr } = await inFolder(folder, ...argv);
        expect(stderr).toMatch(says);
        expect(stderr).toMatch(/^errlock: .+\n {2}\S/);
        expect(stderr).not.toMatch(/unexpected error|^\s+at /m);
        expect(status).toBe(2);
      });
    },
    120_000,
  );
});

// The thread of a user's rules is a module of `dist`.
describe.skipIf(!existsSync("dist/worker.js"))(
  "rules of a user end at their limit, and the rule is named:",
  () => {
    // So deep that there are fifty million ways down for the path below: on no machine is that done in a second.
    const deep = `x-more: ${"[".repeat(60)}${"]".repeat(60)}\n`;
    const fan = Object.fromEntries(
      range(40).map((i) => [`a${i}`, { anyOf: range(2).map(() => ({ $ref: `#/$defs/a${i + 1}` })) }]),
    );
    test.each([
      ["a path that multiplies", ruleset("$..*..*..*..*..*..*"), "my-rule"],
      [
        "a schema that multiplies",
        JSON.stringify({
          rules: {
            "my-schema": {
              given: "$",
              // biome-ignore lint/suspicious/noThenProperty: the name Spectral has for what a rule does
              then: {
                function: "schema",
                functionOptions: {
                  schema: { $ref: "#/$defs/a0", $defs: { ...fan, a40: { type: "string" } } },
                },
              },
            },
          },
        }),
        "my-schema",
      ],
    ])(
      "%s",
      async (_, text, rule) => {
        const files = {
          [specFile]: `${spec}\n${deep}`,
          [baselineFile]: baseline,
          "r.yaml": text,
          "errlock.yaml": "ruleset: ./r.yaml\nlimits: { ruleset: 1s }\n",
        };
        await withFolder(files, async (folder) => {
          const { status, stderr } = await inFolder(folder, "check");
          expect(stderr).toMatch(/^errlock: r\.yaml: its rules take more than (1000 ms|600 MB)/);
          expect(stderr).toContain(`the rule ${rule} was the last to run`);
          expect(status).toBe(2);
        });
      },
      120_000,
    );
  },
);
