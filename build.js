// Bundles src and rules into dist: one small start-up file, commands and reporters loaded when used.
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
process.chdir(root);

rmSync("dist", { recursive: true, force: true });

const shared = {
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20.17",
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
  define: { __ERRLOCK_VERSION__: JSON.stringify(version) },
};

await build({
  ...shared,
  entryPoints: { main: "src/main.ts", index: "src/index.ts" },
  outdir: "dist",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  // Bundled CommonJS packages ask for `require`; ESM has none.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
});

// The ruleset stands alone: editors and the Spectral CLI load this one file.
await build({ ...shared, entryPoints: { ruleset: "rules/index.ts" }, outdir: "dist", platform: "neutral" });

chmodSync("dist/main.js", 0o755);

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { stdio: "inherit" });
