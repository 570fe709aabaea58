import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { api } from "../support/api.js";
import { type Files, inFolder, specFile, withFolder } from "./gate.js";

const codes = ["machine_busy", "machine_gone"];
const baseline = JSON.stringify({
  format: 1,
  version: "1.0.0",
  errors: { schemas: ["ErrorResponse"], code: "code", linked: "responses" },
  open: "closed",
  codes: { machine_busy: { since: "1.0.0" }, machine_gone: { since: "1.0.0" } },
});
const file = "baselines/openapi.json";
const good: Files = { [specFile]: api("1.0.0", codes), [file]: baseline };
const config = (text: string): Files => ({ ...good, "errlock.yaml": text });
const range = (count: number) => [...Array(count).keys()];

/** A spec whose codes have descriptions. */
const described = (all: readonly string[], description: string) =>
  api("1.0.0", []).replace(
    /^( *)enum: .*$/m,
    (_, indent) =>
      `${indent}oneOf: [${all.map((code) => `{ const: ${code}, description: "${description}" }`)}]`,
  );
/** Names of the same letters, with their words parted in another way. */
const parted = (count: number) =>
  range(count).map((i) =>
    [..."abcdefghijklmnop"].map((letter, at) => ((i >> at) & 1 ? `${letter}_` : letter)).join(""),
  );
const compared = (old: string, now: string): Files => ({ "old.yaml": old, "new.yaml": now });
const diff = ["diff", "old.yaml", "new.yaml"];

/** Inputs that are made to hurt, with the exit codes that are right for them, and the command where it is not check. */
const inputs: Readonly<Record<string, readonly [Files, readonly number[], (readonly string[])?]>> = {
  "a spec of brackets": [{ ...good, [specFile]: "[".repeat(1_000_000) }, [2]],
  "a spec that is too large": [{ ...good, [specFile]: Buffer.alloc(100_000_001, 32) }, [2]],
  "a spec of more codes than the limit": [
    {
      ...good,
      [specFile]: api(
        "1.0.0",
        range(100_001).map((i) => `e${i}`),
      ),
    },
    [2],
  ],
  "a spec that is no UTF-8": [{ ...good, [specFile]: Buffer.from([0x6f, 0xff, 0xfe, 0x80]) }, [2]],
  "a spec with NUL": [{ ...good, [specFile]: `${api("1.0.0", codes)}\0` }, [2]],
  "a spec in UTF-16": [
    { ...good, [specFile]: Buffer.from(`\ufeff${api("1.0.0", codes)}`, "utf16le") },
    [0, 1],
  ],
  "a spec of two documents": [
    { ...good, [specFile]: `${api("1.0.0", codes)}\n---\n${api("1.0.0", [])}` },
    [2],
  ],
  "a spec with a key twice": [{ ...good, [specFile]: `${api("1.0.0", codes)}\ncomponents: {}\n` }, [2]],
  "files that refer to each other": [
    {
      ...good,
      [specFile]: api("1.0.0", codes, "    Knot: { $ref: './a0.json' }\n"),
      ...Object.fromEntries(
        range(500).map((i) => [`specs/a${i}.json`, `{"$ref": "./a${(i + 1) % 500}.json"}`]),
      ),
    },
    [0, 1],
  ],
  "a baseline of brackets": [{ ...good, [file]: "[".repeat(1_000_000) }, [2]],
  "a baseline that is cut off": [{ ...good, [file]: baseline.slice(0, -20) }, [2]],
  "a baseline of a newer format": [{ ...good, [file]: baseline.replace('"format":1', '"format":2') }, [2]],
  "a baseline with a conflict": [
    { ...good, [file]: `<<<<<<< a\n${baseline}\n=======\n${baseline}\n>>>>>>> b\n` },
    [2],
  ],
  "a baseline with a code twice": [
    { ...good, [file]: baseline.replace('"codes":{', '"codes":{"machine_gone":{"since":"1.0.0"},') },
    [2],
  ],
  "a config of brackets": [config(`specs: ${"[".repeat(100_000)}`), [2]],
  "a config that is too large": [config(`# ${"x".repeat(2_000_000)}\n`), [2]],
  "a config of aliases": [
    config(
      `a0: &a0 [x, x]\n${range(40)
        .map((i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)
        .join("\n")}`,
    ),
    [2],
  ],
  "a glob of many wildcards": [config(`specs: ["specs/${"*a".repeat(40)}*b.yaml"]\n`), [2]],
  "a glob of many folders": [config(`specs: ["${"**/a/".repeat(20)}b.yaml"]\n`), [2]],
  "a glob longer than any path": [config(`specs: ["${"a".repeat(70_000)}*"]\n`), [2]],
  "a glob of braces that never end": [config(`specs: ["${"{".repeat(200_000)}"]\n`), [2]],
  "a glob of repeated groups": [config('specs: ["specs/+(+(+(a)))b.yaml"]\n'), [2]],
  "a glob that unfolds": [config(`specs: ["${"{a,b}".repeat(40)}"]\n`), [2]],
  "a glob that counts": [config('specs: ["specs/{1..100000000}.yaml"]\n'), [2]],
  "a pattern of codes that takes forever": [
    {
      ...config('rules: { error-code-format: [error, { pattern: "^(a+)+$" }] }\n'),
      [specFile]: api("1.0.0", [...codes, `${"a".repeat(40)}_`]),
    },
    [1, 2],
  ],
  "ten thousand codes that left": [
    {
      ...good,
      [file]: baseline.replace(
        '"codes":{',
        `"codes":{${range(10_000).map((i) => `"e${i}":{"since":"1.0.0"}`)},`,
      ),
    },
    [1],
  ],
  "codes of one description that all change": [
    compared(
      described(
        range(1_500).map((i) => `machine_${i}_failed`),
        "It could not be served.",
      ),
      described(
        range(1_500).map((i) => `disk_${i}_refused`),
        "It could not be served.",
      ),
    ),
    [1],
    diff,
  ],
  "codes of the same letters, half of which left": [
    compared(
      api("1.0.0", parted(3_000)),
      api(
        "1.0.0",
        parted(3_000).filter((_, i) => i % 2 === 0),
      ),
    ),
    [1],
    diff,
  ],
  "few codes that left beside many that came": [
    {
      ...good,
      [specFile]: api(
        "1.0.0",
        range(8_000).map((i) => `${i % 100}_host_${i}_failed`),
      ),
    },
    [1],
  ],
  "a code of ten megabytes": [{ ...good, [specFile]: api("1.0.0", [...codes, `e_${"x".repeat(1e7)}`]) }, [2]],
  "a baseline of more codes than the limit": [
    {
      ...good,
      [file]: baseline.replace(
        '"codes":{',
        `"codes":{${range(50_001).map((i) => `"e${i}":{"since":"1.0.0"}`)},`,
      ),
    },
    [2],
  ],
  "more acceptances than a config holds": [
    config(
      `accept:\n${range(40_000)
        .map((i) => `- { code: c${i}, reason: r }\n`)
        .join("")}`,
    ),
    [2],
  ],
  "thousands of acceptances that fit nothing": [
    config(
      `accept:\n${range(3_000)
        .map((i) => `- { code: c${i}, reason: r }\n`)
        .join("")}`,
    ),
    [1],
  ],
  "codes of many thousand characters that change": [
    {
      [specFile]: api(
        "1.0.0",
        range(50).map((i) => `e${i}_${"abc_def_".repeat(1_000)}`),
      ),
      [file]: baseline.replace(
        '"codes":{',
        `"codes":{${range(50).map((i) => `"e${i}_${"abc_deg_".repeat(1_000)}":{"since":"1.0.0"}`)},`,
      ),
    },
    [1],
  ],
};

describe("ends with a message, and no stack trace:", () => {
  test.each(Object.entries(inputs))(
    "%s",
    async (_, [files, right, argv = ["check"]]) => {
      await withFolder(files, async (folder) => {
        const before = process.cpuUsage().user;
        const { status, stdout, stderr } = await inFolder(folder, ...argv);
        expect(right, stderr.slice(0, 2_000)).toContain(status);
        expect(stderr).not.toMatch(/unexpected error|^\s+at /m);
        if (status === 2) expect(stderr).toMatch(/^errlock: .+\n {2}\S/);
        else expect(stdout).not.toBe("");
        expect((process.cpuUsage().user - before) / 1e6, "seconds of work").toBeLessThan(5);
      });
    },
    120_000,
  );
});
