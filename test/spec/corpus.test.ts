import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from "yaml";
import { formatPointer } from "../../src/spec/pointer.js";
import { load } from "./memory.js";

const corpus = process.env.ERRLOCK_CORPUS ?? resolve(import.meta.dirname, "../../../shared/corpus");

const specs = join(corpus, "specs");

/** Small enough that the other parser, which is slow, takes seconds for all of them. */
const files = existsSync(specs)
  ? readdirSync(specs, { recursive: true, encoding: "utf8" })
      .map((name) => join(specs, name))
      .filter((file) => /\.(ya?ml|json)$/.test(file) && statSync(file).size < 200_000)
  : [];

test.skipIf(files.length === 0)(
  "every value of every public spec stands where another parser finds it (skipped without the corpus)",
  { timeout: 180_000 },
  async () => {
    let values = 0;
    const wrong: string[] = [];
    for (const file of files) {
      const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
      const spec = await load(`${text}\n`, "spec.yaml").catch(() => null);
      const { contents } = parseDocument(text, { uniqueKeys: false, merge: false });
      if (!spec || !contents) continue;
      const starts = lineStarts(text);
      const check = (node: ParsedNode | null, path: string[]) => {
        if (!node || isAlias(node)) return;
        values++;
        const { line, column } = spec.locate({ file: "spec.yaml", pointer: formatPointer(path) });
        const offset = (starts[line - 1] ?? 0) + column - 1;
        const empty = isScalar(node) && node.source === "";
        if (offset !== node.range[0] && !empty)
          wrong.push(`${file}${formatPointer(path)}: ${offset}, not ${node.range[0]}`);
        if (isSeq(node))
          for (const [index, item] of node.items.entries())
            check(item as ParsedNode, [...path, String(index)]);
        if (!isMap(node)) return;
        for (const { key, value } of node.items) {
          if (isScalar(key) && key.value !== "<<") check(value as ParsedNode | null, [...path, keyOf(key)]);
        }
      };
      // The other parser misreads flow collections that close left of where they started.
      if (!/^\s*[\]}]/m.test(text)) check(contents, []);
    }
    expect(wrong).toEqual([]);
    expect(values).toBeGreaterThan(10_000);
  },
);

function keyOf(key: Node & { value: unknown }): string {
  return String(key.value);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
}
