// What the tests use of Vitest, for a process that loads them itself.
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { format } from "node:util";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

/** `exports` stands for the module `vitest`; `collect` gives the tests that were declared since, in order. */
export function createVitest() {
  const tests = [];
  const ids = new Map();
  let suite = { name: "", parent: null, skip: false, before: [], after: [], beforeEach: [], afterEach: [] };
  const root = suite;
  const files = new Map();

  // Hooks outside of any `describe` belong to the file that is being loaded.
  function current() {
    if (suite !== root) return suite;
    const file = globalThis.__testFile;
    if (!files.has(file)) files.set(file, child("", root, false));
    return files.get(file);
  }

  function addTest(name, body, skip) {
    const owner = current();
    const file = globalThis.__testFile;
    const title = [...names(owner), name].join(" > ");
    const id = `${file} ${title}`;
    const same = ids.get(id) ?? 0;
    ids.set(id, same + 1);
    const run = () => runIn(owner, body, { file, title });
    tests.push({
      id: same === 0 ? id : `${id} #${same}`,
      name: `${file} ${title}`,
      skip: skip || owner.skip,
      run,
    });
  }

  function addSuite(name, body, skip) {
    const outer = suite;
    suite = child(name, current(), skip);
    body?.();
    suite = outer;
  }

  const hook = (kind) => (body) => void current()[kind].push(body);
  const test = declarer(addTest);
  return {
    exports: {
      test,
      it: test,
      describe: declarer(addSuite),
      beforeAll: hook("before"),
      afterAll: hook("after"),
      beforeEach: hook("beforeEach"),
      afterEach: hook("afterEach"),
      expect,
    },
    collect: () => tests,
  };
}

function child(name, parent, skip) {
  const hooks = { before: [], after: [], beforeEach: [], afterEach: [], ready: false };
  return { name, parent, skip: skip || parent.skip, ...hooks };
}

function names({ name, parent }) {
  return parent === null ? [] : [...names(parent), ...(name === "" ? [] : [name])];
}

function chain(suite) {
  return suite === null ? [] : [...chain(suite.parent), suite];
}

let running = null;

async function runIn(owner, body, place) {
  running = place;
  const suites = chain(owner);
  for (const each of suites) {
    if (!each.ready) for (const prepare of each.before) await prepare();
    each.ready = true;
  }
  try {
    for (const each of suites) for (const prepare of each.beforeEach) await prepare();
    await body({ expect, skip: () => {} });
  } finally {
    for (const each of suites.toReversed()) for (const tidy of each.afterEach) await tidy();
  }
}

function declarer(add) {
  const declare = (skip) => {
    const declared = (name, ...rest) =>
      add(
        nameOf(name),
        rest.find((each) => typeof each === "function"),
        skip,
      );
    declared.each =
      (rows) =>
      (name, ...rest) => {
        const body = rest.find((each) => typeof each === "function");
        rows.forEach((row, index) => {
          const args = Array.isArray(row) ? row : [row];
          add(titleOf(nameOf(name), args, index), (...more) => body(...args, ...more), skip);
        });
      };
    return declared;
  };
  const declared = declare(false);
  declared.skip = declare(true);
  declared.skipIf = (condition) => declare(Boolean(condition));
  declared.runIf = (condition) => declare(!condition);
  return declared;
}

function nameOf(name) {
  return typeof name === "function" ? name.name : String(name);
}

function titleOf(name, args, index) {
  const [first] = args;
  const filled = name.replaceAll("%#", String(index)).replace(/\$([\w.]+)/g, (whole, path) => {
    const value = path.split(".").reduce((at, key) => at?.[key], first);
    return value === undefined ? whole : String(value);
  });
  const places = filled.match(/%[sdifjoO]/g)?.length ?? 0;
  return format(filled, ...args.slice(0, places));
}

const expect = createExpect();

function createExpect() {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  chai.use((_, utils) => {
    utils.addMethod(chai.Assertion.prototype, "toMatchFileSnapshot", function (path) {
      const file = resolve(dirname(running.file), path);
      this.assert(
        this._obj === readFileSync(file, "utf8"),
        `expected what ${file} holds`,
        "expected another",
      );
    });
    utils.addMethod(chai.Assertion.prototype, "toMatchSnapshot", function () {
      const file = join(dirname(running.file), "__snapshots__", `${basename(running.file)}.snap`);
      const kept = {};
      new Function("exports", readFileSync(file, "utf8"))(kept);
      const text = typeof this._obj === "string" ? `"${this._obj}"` : undefined;
      const held = kept[`${running.title} 1`].trim();
      this.assert(text?.trim() === held, `expected what ${file} holds`, "expected another");
    });
  });
  const made = (value, message) => chai.expect(value, message);
  Object.assign(made, chai.expect);
  Object.assign(made, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
  Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: made, writable: true, configurable: true });
  setState(
    { assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null, ...getState(made) },
    made,
  );
  made.extend = (matchers) => chai.expect.extend(made, matchers);
  made.extend(customMatchers);
  return made;
}
