// The tests with random cases, with other cases than `npm test` and many more of them: `npm run fuzz -- 20000`. Inputs
// that made errlock say something new are kept in fuzz/corpus and damaged further by the next run.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const runs = process.argv[2] ?? "5000";
const random = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => join("test", name))
  .filter((name) => readFileSync(join(root, name), "utf8").includes("/support/fast-check.js"));
const { status } = spawnSync(
  "npx",
  [
    "vitest",
    "run",
    "--testTimeout=0",
    ...random,
    "test/hostile/bytes.test.ts",
    "test/hostile/false-pass.test.ts",
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      ERRLOCK_SEED: "random",
      ERRLOCK_TIMES: String(Math.max(1, Number(runs) / 100)),
      ERRLOCK_FUZZ_RUNS: runs,
      ERRLOCK_FUZZ_CORPUS: join(here, "corpus"),
    },
  },
);
process.exitCode = status ?? 1;
