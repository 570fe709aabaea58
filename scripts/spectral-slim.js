// What spectral-core brings along and errlock never runs, left out of the bundle: it costs every start a third of its time.
import { readFileSync } from "node:fs";

/** Modules that stand for others: module name -> CommonJS source. */
const standIns = {
  // The network: specs are read through the host alone, and references to it are refused before Spectral sees them.
  "node-fetch": 'module.exports = () => { throw new Error("errlock does not reach the network"); };',
  // A polyfill with 40 packages behind it; Node has had AggregateError since version 15.
  "es-aggregate-error": "module.exports = AggregateError;",
};

/** Pieces of modules that run when they are loaded, and need not before they are used. */
const pieces = [
  {
    filter: /@stoplight[\\/]spectral-core[\\/]dist[\\/]ruleset[\\/]function\.js$/,
    // AJV with all its formats and messages, for the options of functions in rulesets of users
    find: /const ajv = new ajv_1\.default\(([^;]*)\);\s*\(0, ajv_errors_1\.default\)\(ajv\);\s*\(0, ajv_formats_1\.default\)\(ajv\);/,
    put: `let ready;
const ajv = { compile(schema) {
  if (ready === undefined) {
    ready = new ajv_1.default($1);
    (0, ajv_errors_1.default)(ready);
    (0, ajv_formats_1.default)(ready);
  }
  return ready.compile(schema);
} };`,
  },
];

/** An esbuild plugin. Fails the build where a new version of Spectral no longer has what it replaces. */
export const spectralSlim = {
  name: "spectral-slim",
  setup(build) {
    const names = Object.keys(standIns).map((name) => name.replace(/[-/]/g, "\\$&"));
    build.onResolve({ filter: new RegExp(`^(?:${names.join("|")})$`) }, ({ path }) => ({
      path,
      namespace: "stand-in",
    }));
    build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({ contents: standIns[path] }));
    for (const { filter, find, put } of pieces) {
      build.onLoad({ filter }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        if (!find.test(source))
          throw new Error(`${path} does not hold what scripts/spectral-slim.js replaces`);
        return { contents: source.replace(find, put), loader: "js" };
      });
    }
  },
};
