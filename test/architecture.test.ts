import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const files = ["src", "rules"].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(top, name)),
);

/** `src/compare/rename/x.ts` is in room `compare`; a file right under src is its own name. */
function room(file: string): string {
  const [top = "", second = ""] = file.split("/");
  return top === "rules" ? "rules" : second.replace(/\.ts$/, "");
}

const edges = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, specifier = ""]) => ({
      file,
      specifier,
      to: specifier.startsWith(".")
        ? room(relative(".", resolve(dirname(file), specifier)).replace(/\.js$/, ".ts"))
        : specifier,
    }),
  ),
);

const core = new Set([
  "tree",
  "contract",
  "spec",
  "catalog",
  "compare",
  "judge",
  "baseline",
  "config",
  "lint",
  "report",
  "history",
  "scan",
  "generate",
  "traffic",
  "docs",
]);

const below: Record<string, { mayUse: readonly string[]; because: string }> = {
  contract: { mayUse: [], because: "the types at the bottom know nobody" },
  spec: { mayUse: ["contract"], because: "text becomes a document before anyone asks what it means" },
  tree: { mayUse: ["contract"], because: "baselines and configs are read alike, whatever they say" },
  catalog: { mayUse: ["contract", "spec"], because: "finding codes needs a document and nothing else" },
  compare: {
    mayUse: ["contract"],
    because: "two contracts, wherever they come from, are all that a comparison sees",
  },
};

for (const [name, { mayUse, because }] of Object.entries(below)) {
  test(`${name} uses only ${mayUse.join(", ") || "nothing"}, because ${because}`, () => {
    const wrong = edges.filter(
      ({ file, specifier, to }) =>
        room(file) === name && specifier.startsWith(".") && to !== name && !mayUse.includes(to),
    );
    expect(wrong).toEqual([]);
  });
}

test("only host and the entries touch files, processes and the environment, because the core must run on any source", () => {
  const wrong = edges.filter(
    ({ file, specifier }) =>
      /^node:(?!crypto$|path|url$|util$)/.test(specifier) &&
      !["host", "main", "start", "worker"].includes(room(file)),
  );
  expect(wrong).toEqual([]);
  const ambient = files.filter(
    (file) =>
      !["host", "main", "start", "worker"].includes(room(file)) &&
      /\bprocess\.(env|cwd|exit|argv|std)|\bDate\.now\(|\bnew Date\(\)/.test(readFileSync(file, "utf8")),
  );
  expect(ambient).toEqual([]);
});

test("only lint imports @stoplight, because Spectral is slow to load and one engine is enough", () => {
  const wrong = edges.filter(
    ({ file, specifier }) => specifier.startsWith("@stoplight/") && room(file) !== "lint",
  );
  expect(wrong).toEqual([]);
});

test("nothing in the core knows the commands, because dependencies run one way", () => {
  const wrong = edges.filter(
    ({ file, to }) => core.has(room(file)) && ["commands", "cli", "main", "host"].includes(to),
  );
  expect(wrong).toEqual([]);
});

test("rules use of src only what finds codes, because one discovery serves every engine", () => {
  const wrong = edges.filter(
    ({ file, to }) => room(file) === "rules" && !["rules", "catalog", "contract", "spec"].includes(to),
  );
  expect(wrong).toEqual([]);
});

test("rules bundle no package and no parser, because they run in other engines and editors", async () => {
  const { metafile } = await build({
    entryPoints: ["rules/index.ts"],
    bundle: true,
    format: "esm",
    platform: "neutral",
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const wrong = Object.keys(metafile.inputs).filter(
    (file) => !/^(rules\/|src\/(catalog|contract)\/|src\/spec\/(limits|pointer)\.ts$)/.test(file),
  );
  expect(wrong).toEqual([]);
});
