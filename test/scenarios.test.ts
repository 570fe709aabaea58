import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScenario } from "./support/scenario.js";

// `UPDATE=1 npm test` writes what the commands print into the pages; read the difference before committing it.
const pages = [
  "README.md",
  ...readdirSync("test/scenarios").map((name) => join("test/scenarios", name)),
  ...readdirSync("docs").map((name) => join("docs", name)),
].filter((file) => file.endsWith(".md"));

for (const file of pages) {
  const page = readFileSync(file, "utf8");
  if (!/^```console$/m.test(page)) continue;
  test(`${file} does what it says`, async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "errlock-")));
    // The front page speaks of this repository's own example.
    if (file === "README.md") {
      for (const path of ["specs", "baselines", "errlock.yaml"]) {
        cpSync(path, join(folder, path), { recursive: true });
      }
    }
    try {
      const actual = await runScenario(page, folder);
      if (process.env.UPDATE) writeFileSync(file, actual);
      else expect(actual).toBe(page);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
