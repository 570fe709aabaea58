import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load } from "js-yaml";
import fc from "../support/fast-check.js";
import { broken, type Files, inFolder, leaving, put, specFile, withFolder } from "./gate.js";
import { mutate, type Step, steps } from "./mutations.js";
import { declaredAt } from "./oracle.js";
import type { Documents } from "./shapes.js";

/** Ways to write the same documents down. */
const writings = {
  json: (value: unknown) => JSON.stringify(value),
  yaml: (value: unknown) => dump(value, { noRefs: true }),
  anchors: (value: unknown) => dump(shared(value), { noRefs: false }),
  crlf: (value: unknown) => dump(value, { noRefs: true, flowLevel: 6 }).replace(/\n/g, "\r\n"),
  "byte order mark": (value: unknown) => `\ufeff${dump(value, { noRefs: true, forceQuotes: true })}`,
  "utf-16": (value: unknown) => Buffer.from(`\ufeff${JSON.stringify(value)}`, "utf16le"),
} satisfies Record<string, (value: unknown) => string | Uint8Array>;

type Writing = keyof typeof writings;
const writing = fc.constantFrom(...(Object.keys(writings) as Writing[]));

/** Equal parts become one object, which is written as an alias. */
function shared(value: unknown, known = new Map<string, unknown>()): unknown {
  if (typeof value !== "object" || value === null) return value;
  const key = JSON.stringify(value);
  const same = known.get(key);
  if (same !== undefined) return same;
  const copy: unknown = Array.isArray(value)
    ? value.map((item) => shared(item, known))
    : Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shared(item, known)]));
  known.set(key, copy);
  return copy;
}

function write(documents: Documents, how: Writing): Files {
  return Object.fromEntries(
    Object.entries(documents).map(([path, value]) => [
      path,
      path.endsWith(".json") ? JSON.stringify(value) : writings[how](value),
    ]),
  );
}

/** What the text says, to a parser that the product does not use for specs; null where it says nothing clear. */
function reread(files: Files): Map<string, unknown> | null {
  try {
    return new Map(
      Object.entries(files).map(([path, content]) => {
        const text = typeof content === "string" ? content : Buffer.from(content).toString("utf16le");
        return [path, load(text.replace(/^\ufeff/, ""))];
      }),
    );
  } catch {
    return null;
  }
}

interface Held {
  readonly [path: string]: readonly string[];
}

/** Reads the codes of a baseline, by the path of their catalog. */
function heldCodes(text: string): Held {
  const {
    errors,
    codes = {},
    catalogs = {},
  } = JSON.parse(text) as {
    errors: { code: string };
    codes?: object;
    catalogs?: Record<string, { codes?: object }>;
  };
  return Object.fromEntries(
    [
      [errors.code, codes] as const,
      ...Object.entries(catalogs).map(([name, one]) => [name, one.codes ?? {}] as const),
    ].map(([path, held]) => [path, Object.keys(held)]),
  );
}

/**
 * Mutates a spec at random, and compares the gate's word with that of the oracle: whatever code it does not find any
 * more, the gate names as one that left, or says that it cannot judge.
 */
export async function neverPassesFalsely(
  documents: Documents,
  release: readonly string[],
  runs: number,
): Promise<void> {
  await withFolder(write(documents, "yaml"), async (folder) => {
    const init = await inFolder(folder, "baseline", "init", specFile, ...release);
    if (init.status !== 0) throw new Error(`no baseline: ${init.stderr}`);
    const held = heldCodes(readFileSync(join(folder, "baselines/openapi.json"), "utf8"));
    const holds = async (all: readonly Step[], how: Writing): Promise<void> => {
      const files = write(mutate(documents, all), how);
      put(folder, files);
      const { status, stdout, stderr } = await inFolder(folder, "check", specFile, "-f", "json");
      if (/unexpected error|^\s+at /m.test(stderr)) throw new Error(stderr);
      const said = reread(files);
      if (status === 2 || said === null) {
        if (status !== 0 && !stderr.startsWith("errlock: ") && status === 2)
          throw new Error(`no message: ${stderr}`);
        return;
      }
      const left = leaving(stdout);
      const fields = broken(stdout).flatMap(({ kind, field }) =>
        kind === "body-field-removed" ? [field ?? ""] : [],
      );
      for (const [path, codes] of Object.entries(held)) {
        const declared = declaredAt(said, specFile, path);
        // The property that held them left with all of them: that is one change, of the body.
        if (
          fields.some(
            (field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[]`),
          )
        )
          continue;
        const missed = codes.filter((code) => !declared.has(code) && !left.has(code));
        if (missed.length > 0)
          throw new Error(`exit ${status}, and nothing says that these left ${path}: ${missed}`);
        if (codes.some((code) => !declared.has(code)) && status === 0) throw new Error("a false pass");
      }
    };
    await fc.assert(fc.asyncProperty(steps, writing, holds), { numRuns: runs });
  });
}
