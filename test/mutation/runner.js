// A test runner for Stryker. The test files are bundled once and stay loaded in this process: a mutant is switched on by
// a global, so running it costs only the tests that reach it, where Vitest starts a worker and imports everything again.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import picomatch from "picomatch";
import { createVitest } from "./vitest.js";

/** Packages that `require` can load stay outside of the bundle, and are loaded once whatever is reloaded. */
const external = ["@stoplight/*", "ajv", "ajv-formats", "commander", "esbuild", "fast-check", "js-yaml"];
external.push("picomatch", "playwright-core", "saxes", "semver", "xmllint-wasm", "yaml");

/** A mutant that runs more often hangs, whatever Stryker allows: a hundred times as often as in all tests that reach it. */
const MOST_HITS = 10_000_000;

const loading = "test files, while they are loaded";

/** What the dry run learned, for the processes beside it, in the sandbox: test to its milliseconds and the sources it ran. */
const learned = "dry-run.json";

class Runner {
  static inject = [commonTokens.options];

  #settings;
  #namespace = {};
  #script;
  #tests;
  #loadedWith;
  #learned;
  #catches = new Map();

  constructor(options) {
    this.#settings = options.errlock;
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = this.#namespace;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#script = new vm.Script(await bundle(this.#settings), {
      filename: join(process.cwd(), "bundle.cjs"),
    });
  }

  async dryRun({ coverageAnalysis }) {
    this.#namespace.mutantCoverage = { static: {}, perTest: {} };
    this.#load(undefined);
    const results = [];
    for (const test of this.#tests) {
      if (coverageAnalysis === "perTest") this.#namespace.currentTestId = test.id;
      results.push(await runTest(test));
      this.#namespace.currentTestId = undefined;
    }
    const { mutantCoverage } = this.#namespace;
    delete mutantCoverage.perTest[loading];
    writeFileSync(learned, JSON.stringify(learn(results, mutantCoverage.perTest)));
    return {
      status: DryRunStatus.Complete,
      tests: results,
      mutantCoverage,
    };
  }

  async mutantRun({ activeMutant, sandboxFileName, mutantActivation, testFilter, hitLimit, disableBail }) {
    this.#learned ??= JSON.parse(readFileSync(learned, "utf8"));
    const isStatic = mutantActivation === "static";
    this.#namespace.activeMutant = isStatic ? activeMutant.id : undefined;
    this.#namespace.hitCount = hitLimit === undefined ? undefined : 0;
    this.#namespace.hitLimit = hitLimit === undefined ? undefined : Math.min(hitLimit, MOST_HITS);
    try {
      this.#load(isStatic ? activeMutant.id : undefined);
    } catch (error) {
      this.#tests = undefined;
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: [{ id: "load", name: "load", timeSpentMs: 0, ...failure(error) }],
      });
    }
    this.#namespace.activeMutant = activeMutant.id;
    const results = [];
    let left = this.#settings.milliseconds;
    const file = relative(process.cwd(), sandboxFileName);
    for (const test of this.#choose(testFilter, file)) {
      // What the slow ones alone would notice counts as survived.
      left -= this.#learned[test.id].time;
      if (left < 0 && results.length > 0) break;
      const result = await runTest(test);
      results.push(result);
      if (result.status !== TestStatus.Failed) continue;
      const catcher = `${file} ${test.id}`;
      this.#catches.set(catcher, (this.#catches.get(catcher) ?? 0) + 1);
      if (!disableBail) break;
    }
    this.#namespace.activeMutant = undefined;
    const stuck = determineHitLimitReached(this.#namespace.hitCount, this.#namespace.hitLimit);
    return toMutantRunResult(stuck ?? { status: DryRunStatus.Complete, tests: results });
  }

  /**
   * In the order in which they are tried: those first that caught most mutants of the file so far, then tests of its own
   * room, then the quickest. For what runs when a module is loaded Stryker names no tests: those of the room do, and those
   * that run anything else of the file.
   */
  #choose(testFilter, file) {
    const room = `test/${file.replace(/^src\//, "").split("/")[0]}/`;
    const isNear = ({ id }) => id.startsWith(room);
    const named = testFilter && new Set(testFilter);
    const isChosen = named
      ? ({ id }) => named.has(id)
      : (test) => isNear(test) || this.#learned[test.id].files.includes(file);
    const caught = ({ id }) => this.#catches.get(`${file} ${id}`) ?? 0;
    return this.#tests
      .filter(isChosen)
      .toSorted(
        (a, b) =>
          caught(b) - caught(a) ||
          isNear(b) - isNear(a) ||
          this.#learned[a.id].time - this.#learned[b.id].time,
      );
  }

  /** What runs when a module is loaded is mutated while it is loaded; for all other mutants it is loaded without one. */
  #load(mutant) {
    if (this.#tests !== undefined && this.#loadedWith === mutant) return;
    const { exports, collect } = createVitest();
    const require = createRequire(join(process.cwd(), "package.json"));
    const load = (name) => (name === "vitest" ? exports : require(name));
    this.#script.runInThisContext()(load, { exports: {} }, () => {
      // What test files compute when they are loaded is no reason to load everything again for a mutant that it reaches.
      this.#namespace.currentTestId = loading;
    });
    this.#namespace.currentTestId = undefined;
    this.#tests = collect();
    this.#loadedWith = mutant;
  }
}

/** Test to its milliseconds and the files of the mutants that it reached. */
function learn(results, perTest) {
  const fileOf = new Map();
  for (const file of sources()) {
    for (const [, ids] of readFileSync(file, "utf8").matchAll(/\bstryCov_\w+\(([^)]*)\)/g)) {
      for (const [, id] of ids.matchAll(/"(\d+)"/g)) fileOf.set(id, file);
    }
  }
  const entry = ({ id, processorMs }) => {
    const files = new Set(Object.keys(perTest[id] ?? {}).map((mutant) => fileOf.get(mutant)));
    return [id, { time: processorMs, files: [...files] }];
  };
  return Object.fromEntries(results.map(entry));
}

function sources() {
  return ["src", "rules"].flatMap((top) => filesBelow(top, "**/*.ts", "src/{main,start,worker}.ts"));
}

/** All test files behind all sources, as one CommonJS script: a function of `require`, `module` and what to call between the two. */
async function bundle({ include, exclude = [] }) {
  const files = filesBelow("test", include, exclude);
  const contents = [
    ...sources().map((file) => `require(${JSON.stringify(`./${file}`)});`),
    "sourcesLoaded();",
    ...files.map(
      (file) => `globalThis.__testFile = ${JSON.stringify(file)}; require(${JSON.stringify(`./${file}`)});`,
    ),
  ].join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20.17",
    external: ["vitest", ...external],
    banner: { js: "(function (require, module, sourcesLoaded) {" },
    footer: { js: "})" },
    plugins: [ownPlace],
    logLevel: "error",
  });
  return outputFiles[0].text;
}

function filesBelow(folder, include, exclude) {
  const isWanted = picomatch(include, { ignore: exclude });
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => `${folder}/${name}`)
    .filter((file) => isWanted(file))
    .sort();
}

/** `import.meta` of a file stays what it is where the file stands. */
const ownPlace = {
  name: "own-place",
  setup(setup) {
    setup.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!source.includes("import.meta")) return null;
      const contents = source
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(join(path, "..")))
        .replaceAll("import.meta.filename", JSON.stringify(path));
      return { contents, loader: "ts" };
    });
  },
};

/** Milliseconds of processor time, which a busy machine does not lengthen. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** `timeSpentMs` by the clock, from which Stryker reckons when a mutant hangs, and `processorMs`. */
async function runTest(test) {
  const { id, name } = test;
  if (test.skip) return { id, name, timeSpentMs: 0, processorMs: 0, status: TestStatus.Skipped };
  const start = { clock: performance.now(), processor: processorTime() };
  const failed = await outcome(test);
  const timeSpentMs = performance.now() - start.clock;
  const processorMs = processorTime() - start.processor;
  return { id, name, timeSpentMs, processorMs, ...(failed ?? { status: TestStatus.Success }) };
}

async function outcome(test) {
  try {
    await test.run();
    return null;
  } catch (error) {
    return failure(error);
  }
}

function failure(error) {
  return { status: TestStatus.Failed, failureMessage: String(error?.stack ?? error) };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "errlock", Runner)];
export const strykerValidationSchema = {
  properties: {
    errlock: {
      type: "object",
      properties: {
        include: { type: "array", items: { type: "string" } },
        exclude: { type: "array", items: { type: "string" } },
        milliseconds: { type: "number" },
      },
    },
  },
};
