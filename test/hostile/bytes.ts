import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { api } from "../support/api.js";
import type { Outcome } from "../support/cli.js";
import fc from "../support/fast-check.js";
import { inFolder, put, specFile, withFolder } from "./gate.js";
import { mutate, type Step, steps } from "./mutations.js";

const baseline = "baselines/openapi.json";
const har = "recorded.har";
const lines = "recorded.ndjson";
const consumer = "src/errors.ts";
const ruleset = "rules.yaml";

/** Each input, with the command that reads it. */
const commands = {
  [specFile]: ["check", specFile],
  [baseline]: ["check", specFile],
  "errlock.yaml": ["check", specFile],
  [har]: ["traffic", har],
  [lines]: ["traffic", lines],
  [consumer]: ["scan"],
  [ruleset]: ["lint", "-c", "with-rules.yaml", specFile],
} as const;
export type Target = keyof typeof commands;
export const targets = Object.keys(commands) as Target[];

/** Each needs a thread of its own, which takes a while to start. */
const slow: ReadonlySet<Target> = new Set([ruleset]);

const exchange = {
  method: "GET",
  url: "https://api.example.com/v1/machines",
  status: 404,
  body: '{"error":"gone","code":"machine_gone"}',
};

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
    "specs: [specs/openapi.yaml]\nconsumers: [{ name: client, files: 'src/*.ts' }]\nrules: { error-code-format: [warn, { pattern: '^[a-z_]+$' }] }\naccept:\n  - { code: machine_lost, reason: it was, until: 2099-01-01 }\n",
  [har]: JSON.stringify({
    log: {
      version: "1.2",
      entries: [200, 404, 500].map((status) => ({
        request: { method: "GET", url: exchange.url },
        response: { status, content: { mimeType: "application/json", text: exchange.body } },
      })),
    },
  }),
  [lines]: `${JSON.stringify(exchange)}\n\n${JSON.stringify({ ...exchange, body: { code: 7 } })}\n`,
  [consumer]:
    'import { E } from "./e";\nexport const exits = { machine_gone: 3, "machine_busy": 4 };\nif (error.code === `machine_gone`) stop(/machine_[a-z]+/); // machine_lost\n',
  [ruleset]:
    "rules:\n  my-title:\n    given: $.info\n    severity: warn\n    then: { field: title, function: pattern, functionOptions: { match: '^[A-Z]' } }\n",
};

const withRules = { "with-rules.yaml": `specs: [${specFile}]\nruleset: ./${ruleset}\n` };

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

/** Whatever an input holds, the run ends in 0, 1 or 2, with a message, without a stack trace and within seconds. */
async function survive(folder: string, target: Target, bytes: Uint8Array | string): Promise<Outcome> {
  put(folder, { ...seeds, ...withRules, [target]: bytes });
  const start = process.cpuUsage().user;
  const outcome = await inFolder(folder, ...commands[target]);
  if (![0, 1, 2].includes(outcome.status)) throw new Error(`exit ${outcome.status}`);
  if (/unexpected error|^\s+at /m.test(outcome.stderr)) throw new Error(outcome.stderr);
  if (outcome.status === 2 && !/^errlock: .+\n {2}\S/.test(outcome.stderr)) throw new Error("no message");
  if (outcome.status !== 2 && outcome.stdout === "") throw new Error("no report");
  if (process.cpuUsage().user - start > 5e6) throw new Error("more than 5 seconds");
  return outcome;
}

function runsOf(target: Target, runs: number): { numRuns: number } {
  return { numRuns: slow.has(target) ? Math.max(3, Math.ceil(runs / 50)) : runs };
}

/**
 * Feeds one of the inputs of errlock with damaged bytes. With `corpus`, inputs that make it say something new are kept
 * there and damaged further by later runs.
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
      const name = signature(await survive(folder, target, bytes));
      if (folderOf === null || seen.has(name) || bytes.length > 20_000) return;
      seen.add(name);
      all.push(Buffer.from(bytes));
      writeFileSync(join(folderOf, name), bytes);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(edit, { minLength: 1, maxLength: 5 }), survives),
      runsOf(target, runs),
    );
  });
}

/** Inputs that are read as structures: specs have their own test, where an oracle judges. */
export const structured = [baseline, "errlock.yaml", har, ruleset] as const satisfies readonly Target[];

/** Feeds one of the inputs with structures that were mutated, and are still written as they should be. */
export async function survivesMutations(target: (typeof structured)[number], runs: number): Promise<void> {
  const seed = { root: load(seeds[target]) };
  await withFolder(seeds, async (folder) => {
    const survives = async (all: readonly Step[]) => {
      await survive(folder, target, JSON.stringify(mutate(seed, all).root) ?? "");
    };
    await fc.assert(fc.asyncProperty(steps, survives), runsOf(target, runs));
  });
}
