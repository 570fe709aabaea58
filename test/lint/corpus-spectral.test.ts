import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createFileSource } from "../../src/host/files.js";
import { lint } from "../../src/lint/lint.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import { temporaryFolder } from "../support/repo.js";
import { asLines, installRuleset, spectralLint, writeFiles } from "./spectral-cli.js";

const corpus = process.env.ERRLOCK_CORPUS ?? resolve(import.meta.dirname, "../../../shared/corpus");
const index = join(corpus, "catalogs.json");
const isHere = existsSync(index);
const specs: string[] = isHere
  ? JSON.parse(readFileSync(index, "utf8")).map(
      ({ repo, path }: { repo: string; path: string }) => `specs/${repo.replace("/", "__")}/${path}`,
    )
  : [];

if (!isHere) console.warn(`skipped: there is no corpus at ${corpus}`);

describe.skipIf(!isHere)("over real specs", () => {
  it("the Spectral CLI finds the same, line by line", async () => {
    const folder = temporaryFolder();
    await installRuleset(folder);
    writeFiles(folder, { "ruleset.yaml": "extends: [errlock/ruleset]\n" });
    const ours: string[] = [];
    for (const file of specs) {
      const spec = await loadSpec(createFileSource(corpus), file, defaultLimits);
      ours.push(...asLines(await lint(spec, { rules: {} })));
    }
    const paths = specs.map((file) => join(corpus, file));
    expect(spectralLint(folder, "ruleset.yaml", paths, realpathSync(corpus))).toEqual(ours.sort());
  }, 600_000);
});
