// Bundles src and rules into dist: the program with what V8 compiled of it, the library, and the ruleset.
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
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  outdir: "dist",
  define: { __ERRLOCK_VERSION__: JSON.stringify(version) },
};

/** For what runs in Node. */
const node = {
  ...shared,
  platform: "node",
  // jsonc-parser's `main` is UMD, which no bundler can follow.
  mainFields: ["module", "main"],
  plugins: [spectralSlim],
};

// The program: one script, a function of `require` and its own path, so that V8 can keep what it compiled of it.
const program = await build({
  ...node,
  entryPoints: { errlock: "src/main.ts" },
  format: "cjs",
  define: { ...shared.define, "import.meta.url": "__url" },
  banner: {
    js: '(function(require,__filename){const __url=require("node:url").pathToFileURL(__filename).href;',
  },
  footer: { js: "})" },
});
await build({ ...shared, platform: "node", format: "esm", entryPoints: { main: "src/start.ts" } });

// The library, and what runs in a thread of its own.
const library = await build({
  ...node,
  entryPoints: { index: "src/index.ts", worker: "src/worker.ts" },
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  // Bundled CommonJS packages ask for `require`; ESM has none.
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
});

// The ruleset stands alone: editors and the Spectral CLI load this one file.
await build({ ...shared, platform: "neutral", format: "esm", entryPoints: { ruleset: "rules/index.ts" } });

chmodSync("dist/main.js", 0o755);
writeFileSync("dist/THIRD_PARTY_LICENSES.md", licenses(program.metafile, library.metafile));

const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { stdio: "inherit" });
execFileSync(process.execPath, ["scripts/keep-compiled.js", "dist/errlock.js"], {
  stdio: ["ignore", "ignore", "inherit"],
});

/** The licences of all packages whose code the bundle contains, as each of them asks for. */
function licenses(...metafiles) {
  const folders = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
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
