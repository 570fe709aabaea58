import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const corpus = process.env.ERRLOCK_CORPUS ?? resolve(import.meta.dirname, "../../../shared/corpus");
const library = resolve("dist/index.js");

/** Loads a spec, extracts its contract, and prints the bytes that both hold once all garbage is gone. */
const measure = `
const { createFileSource, defaultLimits, extract, loadSpec } = await import(process.argv[1]);
const held = () => {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const [folder, file] = process.argv.slice(2);
const start = held();
const spec = await loadSpec(createFileSource(folder), file, defaultLimits);
const { contract } = extract(spec, { place: null, setting: null });
console.log(held() - start, spec.file, contract.catalogs.length);
`;

for (const name of ["large/github.json", "large/github.yaml", "specs/plaid__plaid-openapi/2020-09-14.yml"]) {
  const file = join(corpus, name);
  test.skipIf(!existsSync(library) || !existsSync(file))(
    `what is held of ${name} is less than ten times the file (skipped without the corpus, or dist)`,
    { timeout: 60_000 },
    () => {
      const argv = [
        "--expose-gc",
        "--input-type=module",
        "-e",
        measure,
        library,
        dirname(file),
        basename(file),
      ];
      const printed = execFileSync(process.execPath, argv, { encoding: "utf8" });
      const times = Number(printed.split(" ")[0]) / statSync(file).size;
      expect(times).toBeGreaterThan(1);
      expect(times).toBeLessThan(10);
    },
  );
}
