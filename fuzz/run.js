// The fuzz tests of test/hostile with many more runs: `npm run fuzz -- 20000`. Inputs that made errlock say something
// new are kept in fuzz/corpus and damaged further by the next run.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const runs = process.argv[2] ?? "5000";
const { status } = spawnSync(
  "npx",
  ["vitest", "run", "test/hostile/bytes.test.ts", "test/hostile/false-pass.test.ts"],
  {
    cwd: join(here, ".."),
    stdio: "inherit",
    env: { ...process.env, ERRLOCK_FUZZ_RUNS: runs, ERRLOCK_FUZZ_CORPUS: join(here, "corpus") },
  },
);
process.exitCode = status ?? 1;
