// Bundles src and rules into dist: one small start-up file, commands and reporters loaded when used.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { spectralSlim } from "./scripts/spectral-slim.js";

process.chdir(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const require = createRequire(import.meta.url);

rmSync("dist", { recursive: true, force: true });

const shared = {
  bundle: true,
  minify: true,
  target: "node20.17",
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  outdir: "dist",
  define: { __ERRLOCK_VERSION__: JSON.stringify(version) },
};

const cli = await build({
  ...shared,
  platform: "node",
  // jsonc-parser's `main` is UMD, which no bundler can follow.
  mainFields: ["module", "main"],
  entryPoints: { main: "src/main.ts", index: "src/index.ts", worker: "src/worker.ts" },
  plugins: [spectralSlim],
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  // Bundled CommonJS packages ask for `require`; ESM has none.
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
});

// The ruleset stands alone: editors and the Spectral CLI load this one file.
await build({ ...shared, platform: "neutral", entryPoints: { ruleset: "rules/index.ts" } });

chmodSync("dist/main.js", 0o755);
writeFileSync("dist/THIRD_PARTY_LICENSES.md", licenses(cli.metafile));

const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { stdio: "inherit" });

/** The licences of all packages whose code the bundle contains, as each of them asks for. */
function licenses(metafile) {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap(
      (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
    ),
  );
  const sections = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text =
      file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : "";
    return `## ${name} ${version} (${license ?? "see text"})\n\n${text ? `~~~\n${text}\n~~~\n` : ""}`;
  });
  return `# Packages bundled into errlock\n\n${sections.join("\n")}`;
}
