import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { api } from "../support/api.js";
import { inFolder, put, specFile, withFolder } from "./gate.js";

const baseline = "baselines/openapi.json";
const targets = [specFile, baseline, "errlock.yaml"] as const;
export type Target = (typeof targets)[number];

const seeds: Readonly<Record<Target, string>> = {
  [specFile]: api("1.0.0", ["machine_busy", "machine_gone"]),
  [baseline]: JSON.stringify({
    format: 1,
    version: "1.0.0",
    errors: { schemas: ["ErrorResponse"], code: "code", linked: "responses" },
    open: "closed",
    codes: { machine_busy: { since: "1.0.0" }, machine_gone: { since: "1.0.0", deprecated: "1.0.0" } },
    retired: { machine_lost: { since: "0.9.0", retired: "1.0.0", reason: "found" } },
  }),
  "errlock.yaml":
    "specs: [specs/openapi.yaml]\nrules: { error-code-format: [warn, { pattern: '^[a-z_]+$' }] }\naccept:\n  - { code: machine_lost, reason: it was, until: 2099-01-01 }\n",
};

/** Bytes that mean something to one of the readers. */
const tokens = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ": ",
  "\n",
  "\r\n",
  "\t",
  "- ",
  "? ",
  "&a ",
  "*a ",
  "<<: *a\n",
  "!!binary ",
  "!!set ",
  "%YAML 1.1\n---\n",
  "---\n",
  "...\n",
  "|2\n",
  ">-\n",
  "'",
  '"',
  "\\u0000",
  "\\ud800",
  "\ufeff",
  "\0",
  "\u2028",
  "__proto__",
  "$ref",
  "1e999",
  "0x1F",
  "#",
  ",",
  "null",
  "~",
  "[".repeat(600),
  '{"a":'.repeat(600),
].map((token) => Buffer.from(token));

const edit = fc.record({
  at: fc.nat(),
  cut: fc.nat({ max: 40 }),
  put: fc.oneof(fc.constantFrom(...tokens), fc.uint8Array({ maxLength: 6 })),
});

function apply(seed: Uint8Array, edits: readonly { at: number; cut: number; put: Uint8Array }[]): Uint8Array {
  return edits.reduce<Buffer>((bytes, { at, cut, put }) => {
    const place = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
  }, Buffer.from(seed));
}

/** What a run said, without what differs on every input: a new one makes the input worth keeping. */
function signature({ status, stderr, stdout }: { status: number; stderr: string; stdout: string }): string {
  const words = (status === 2 ? stderr : stdout).replace(/`[^`]*`|"[^"]*"|\d+/g, "").slice(0, 120);
  return createHash("sha256").update(`${status} ${words}`).digest("hex").slice(0, 12);
}

/**
 * Feeds one of the inputs of the gate with damaged bytes. Whatever they are, the run ends in 0, 1 or 2, with a message,
 * without a stack trace and within seconds. With `corpus`, inputs that make it say something new are kept there and
 * damaged further by later runs.
 */
export async function survivesBytes(target: Target, runs: number, corpus: string | null): Promise<void> {
  const folderOf = corpus === null ? null : join(corpus, target.replace(/\W/g, "-"));
  if (folderOf !== null) mkdirSync(folderOf, { recursive: true });
  const kept = folderOf !== null && existsSync(folderOf) ? readdirSync(folderOf).sort() : [];
  const all = [Buffer.from(seeds[target]), ...kept.map((name) => readFileSync(join(folderOf ?? "", name)))];
  const seen = new Set(kept);
  await withFolder(seeds, async (folder) => {
    const survives = async (seed: number, edits: readonly { at: number; cut: number; put: Uint8Array }[]) => {
      const bytes = apply(all[seed % all.length] ?? Buffer.alloc(0), edits);
      put(folder, { ...seeds, [target]: bytes });
      const start = process.cpuUsage().user;
      const outcome = await inFolder(folder, "check", specFile);
      if (![0, 1, 2].includes(outcome.status)) throw new Error(`exit ${outcome.status}`);
      if (/unexpected error|^\s+at /m.test(outcome.stderr)) throw new Error(outcome.stderr);
      if (outcome.status === 2 && !/^errlock: .+\n {2}\S/.test(outcome.stderr)) throw new Error("no message");
      if (outcome.status !== 2 && outcome.stdout === "") throw new Error("no report");
      if (process.cpuUsage().user - start > 5e6) throw new Error("more than 5 seconds");
      const name = signature(outcome);
      if (folderOf === null || seen.has(name) || bytes.length > 20_000) return;
      seen.add(name);
      all.push(Buffer.from(bytes));
      writeFileSync(join(folderOf, name), bytes);
    };
    await fc.assert(fc.asyncProperty(fc.nat(), fc.array(edit, { minLength: 1, maxLength: 5 }), survives), {
      numRuns: runs,
    });
  });
}

export { targets };
