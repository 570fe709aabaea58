// What spectral-core brings along and errlock never runs, left out of the bundle: it costs every start a third of its time.
import { readFileSync } from "node:fs";

/** Modules that stand for others: module name -> CommonJS source. */
const standIns = {
  // The network: specs are read through the host alone, and references to it are refused before Spectral sees them.
  "node-fetch": 'module.exports = () => { throw new Error("errlock does not reach the network"); };',
  // A polyfill with 40 packages behind it; Node has had AggregateError since version 15.
  "es-aggregate-error": "module.exports = AggregateError;",
};

/** Packages that Spectral's modules ask for when they are loaded, and need only for rulesets of users. */
const late = [
  "ajv",
  "ajv/dist/compile/names",
  "ajv-errors",
  "ajv-formats",
  "expr-eval-fork",
  "jsonpath-plus",
  "minimatch",
  "@stoplight/spectral-ref-resolver",
];

const lateRequire = new RegExp(
  String.raw`^const (\w+) = (.*\brequire\("(?:${late.map((name) => name.replaceAll("/", "\\/")).join("|")})"\).*);$`,
  "gm",
);

const helper = `const late = (load) => {
  let loaded;
  return new Proxy({}, { get: (_, key) => (loaded ??= load())[key] });
};
`;

/** AJV with all its formats and messages, for the options of functions in rulesets of users, built when it is used. */
const functionOptions = {
  filter: /@stoplight[\\/]spectral-core[\\/]dist[\\/]ruleset[\\/]function\.js$/,
  find: /const ajv = new ajv_1\.default\(([^;]*)\);\s*\(0, ajv_errors_1\.default\)\(ajv\);\s*\(0, ajv_formats_1\.default\)\(ajv\);/,
  put: `const ajv = late(() => {
  const ready = new ajv_1.default($1);
  (0, ajv_errors_1.default)(ready);
  (0, ajv_formats_1.default)(ready);
  return { compile: (schema) => ready.compile(schema) };
});`,
};

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
    build.onLoad({ filter: /@stoplight[\\/]spectral-core[\\/]dist[\\/].*\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const delayed = source.replace(lateRequire, "const $1 = late(() => $2);");
      const built = functionOptions.filter.test(path) ? buildLate(delayed, path) : delayed;
      return { contents: built === source ? source : `${helper}${built}`, loader: "js" };
    });
  },
};

function buildLate(source, path) {
  if (!functionOptions.find.test(source)) {
    throw new Error(`${path} does not hold what scripts/spectral-slim.js replaces`);
  }
  return source.replace(functionOptions.find, functionOptions.put);
}
