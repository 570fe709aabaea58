import { dump } from "js-yaml";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import type { Location } from "../../src/contract/location.js";
import { appendToken } from "../../src/spec/pointer.js";
import type { Spec } from "../../src/spec/spec.js";
import fc, { runs } from "../support/fast-check.js";
import { load, problemOf } from "./memory.js";

const value = fc.jsonValue({ maxDepth: 5, stringUnit: "binary" });
const document = fc.dictionary(fc.string({ unit: "binary" }), value, { maxKeys: 6, noNullPrototype: true });

const writings: Record<string, (data: unknown) => { file: string; text: string }> = {
  "JSON in one line": (data) => ({ file: "a.json", text: JSON.stringify(data) }),
  "indented JSON with CRLF": (data) => ({
    file: "a.json",
    text: JSON.stringify(data, null, 3).replace(/\n/g, "\r\n"),
  }),
  "JSON in a YAML file": (data) => ({ file: "a.yaml", text: `\n ${JSON.stringify(data, null, "\t")}` }),
  "block YAML": (data) => ({ file: "a.yaml", text: dump(data, { lineWidth: 20, noRefs: true }) }),
  "compact YAML": (data) => ({ file: "a.yaml", text: dump(data, { noArrayIndent: true, flowLevel: 3 }) }),
  "YAML with forced quotes": (data) => ({
    file: "a.yaml",
    text: dump(data, { forceQuotes: true, indent: 5 }),
  }),
  "another writer's YAML": (data) => ({
    file: "a.yaml",
    text: stringify(data, { defaultStringType: "QUOTE_DOUBLE" }),
  }),
  "YAML with CRLF": (data) => ({ file: "a.yaml", text: stringify(data, quoted).replace(/\n/g, "\r\n") }),
  "flow YAML": (data) => ({ file: "a.yaml", text: stringify(data, { ...quoted, collectionStyle: "flow" }) }),
};
const quoted = { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 } as const;

function* pointers(data: unknown, pointer = "#"): Generator<[string, unknown]> {
  yield [pointer, data];
  if (typeof data !== "object" || data === null) return;
  for (const [key, item] of Object.entries(data)) yield* pointers(item, appendToken(pointer, key));
}

const parentOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf("/"));

/** The text of a location, its first line moved to where it stands in the file. */
function textAt(text: string, { line, column, endLine, endColumn }: Location): string {
  const lines = text.split(/\r\n|\n|\r/).slice(line - 1, endLine);
  lines.push((lines.pop() ?? "").slice(0, endColumn - 1));
  const [first = "", ...rest] = lines;
  return [" ".repeat(column - 1) + first.slice(column - 1), ...rest].join("\n");
}

async function readBack(text: string, { format }: Spec["root"]): Promise<unknown> {
  if (format === "json") return JSON.parse(text);
  const { root } = await load(`x:\n ${text.replaceAll("\n", "\n ")}\n`, "b.yaml");
  return (root.data as { x: unknown }).x;
}

/** Block scalars count their indentation from what is around them, and keep line breaks that follow them. */
const hasContext = (text: string) => /^ *[|>][-+]?[\d+]|[:-] [|>][-+]?[\d+]/m.test(text);

test.each(Object.entries(writings))(
  "whatever is written as %s is read back equal, and each place holds its value",
  async (_, write) => {
    await fc.assert(
      fc.asyncProperty(document, async (data) => {
        const { file, text } = write(data);
        const spec = await load(text, file);
        expect(JSON.stringify(spec.root.data)).toBe(JSON.stringify(data));
        for (const [pointer, expected] of pointers(spec.root.data)) {
          const found = textAt(text, spec.locate({ file, pointer }));
          if (hasContext(found)) continue;
          expect(JSON.stringify(await readBack(found, spec.root)), pointer).toBe(JSON.stringify(expected));
        }
      }),
      { numRuns: runs(60) },
    );
  },
);

test("any bytes end in a document or in a problem", async () => {
  const pieces = fc.constantFrom(
    ..."{}[]:,-?&*!|>'\"#% \n\t\\a0~<=.@`".split(""),
    "<<: ",
    "- ",
    ": ",
    "\r\n",
    "---\n",
    "&a ",
    "*a",
    "!!str ",
    "? ",
  );
  const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(text, fc.string({ unit: "binary" })),
      fc.constantFrom("a.yaml", "a.json"),
      async (bytes, file) => {
        const problem = await problemOf(load(bytes, file));
        expect(problem).toMatch(/^no problem$|^[a-z0-9-]+ (\d+:\d+|-) ./);
      },
    ),
    { numRuns: runs(3000) },
  );
});

test("whatever YAML is accepted, every value of it has a place", async () => {
  const pieces = fc.constantFrom(
    "a",
    "b: ",
    "c:\n",
    "- ",
    "\n",
    "  ",
    "    ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "'x'",
    '"y"',
    "&a ",
    "*a",
    "<<: ",
    "|\n",
    ">-\n",
    "# z\n",
    "? ",
    ": ",
    "!!str ",
    "!!merge ",
    "0x1",
    "1",
    "\n- ",
    "\n  b: ",
    "\nd: ",
  );
  const text = fc.array(pieces, { maxLength: 25 }).map((parts) => `r: ${parts.join("")}`);
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      const spec = await load(source).catch(() => null);
      if (!spec) return;
      accepted++;
      for (const [pointer, expected] of pointers(spec.root.data)) {
        const raw = spec.raw({ file: "spec.yaml", pointer });
        const isScalar = typeof expected !== "object" || expected === null;
        if (!isScalar || raw === "" || /^[|>]/.test(raw)) continue;
        // A key that is an alias has no place of its own: what it stands in is shown.
        if (source.includes("*a") && raw === spec.raw({ file: "spec.yaml", pointer: parentOf(pointer) }))
          continue;
        const tagged = typeof expected === "string" ? `!!str ${raw}` : raw;
        expect(await readBack(tagged.replace(/\n/g, "\n "), spec.root), `${source}\n${pointer}`).toBe(
          expected,
        );
      }
    }),
    { numRuns: runs(5000) },
  );
  expect(accepted).toBeGreaterThan(200);
});
