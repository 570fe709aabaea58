// What is measured: each scenario prepares a folder and names the processes that run there.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeName, generateSpec, historyOf } from "./generate.js";
import { lintersOf, redoclyConfig, spectralRuleset } from "./peers.js";
import { createRepository, errlock, fromCorpus, git, repo } from "./workspace.js";

/** How often a history changed its spec. */
const commits = 400;

const bareNode = { name: "bare Node start", command: [process.execPath, "-e", "0"] };

const check = (...specs) => ({ name: "**`errlock check`**", command: [...errlock, "check", ...specs] });

function parseJson(file) {
  const script = `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`;
  return { name: "`JSON.parse` alone", command: [process.execPath, "-e", script] };
}

/** One spec: errlock, Node itself, and the peers. */
function single(title, source, options = {}) {
  const file = `openapi.${/json$/.test(source) ? "json" : "yaml"}`;
  return {
    id: options.id,
    title,
    prepare(folder, { peers }) {
      const files = {
        [file]: { copy: source },
        "spectral.yaml": { text: spectralRuleset },
        "redocly.yaml": { text: redoclyConfig },
        ...(options.codeless && { "errlock.yaml": { text: `specs: [{ spec: ${file}, errors: none }]\n` } }),
      };
      const cwd = createRepository(folder, files, [file]);
      return [
        bareNode,
        ...(file.endsWith("json") ? [parseJson(file)] : []),
        check(file),
        ...(options.located ? [located(file)] : []),
        ...lintersOf(peers, file, cwd).map((peer) => ({ ...peer, runs: options.large ? 3 : undefined })),
      ].map((subject) => ({ ...subject, cwd }));
    },
  };
}

/** `lint` without a baseline: every finding is new, and located. */
function located(file) {
  return {
    name: "`errlock lint`, all findings located",
    command: [...errlock, "lint", "-f", "json", "--baseline", "none.json", file],
    exits: [0, 1],
  };
}

const our = {
  id: "our",
  title: "`specs/openapi.yaml`: our own, 65 codes, 100 operations",
  prepare(_folder, { peers }) {
    const config = (name, text) => {
      const file = join(_folder, name);
      writeFileSync(file, text);
      return file;
    };
    const ruleset = config("spectral.yaml", spectralRuleset);
    const redocly = config("redocly.yaml", redoclyConfig);
    const inPlace = (argument) =>
      argument === "spectral.yaml" ? ruleset : argument === "redocly.yaml" ? redocly : argument;
    return [
      bareNode,
      check("specs/openapi.yaml"),
      ...lintersOf(peers, "specs/openapi.yaml", repo).map((peer) => ({
        ...peer,
        command: peer.command.map(inPlace),
      })),
    ].map((subject) => ({ ...subject, cwd: repo }));
  },
};

/** Holds a process to one core, where the machine has it. */
const taskset = "/usr/bin/taskset";

const many = {
  id: "many",
  title: "40 specs at once: copies of ours",
  prepare(folder) {
    const source = join(repo, "specs/openapi.yaml");
    const specs = Array.from({ length: 40 }, (_, index) => `services/s${index}/openapi.yaml`);
    const files = Object.fromEntries(specs.map((spec) => [spec, { copy: source }]));
    const cwd = createRepository(folder, files, specs);
    const [first] = specs;
    const together = check(...specs);
    const pinned = existsSync(taskset)
      ? [{ command: [taskset, "-c", "0", ...together.command], name: "the same on one core", cwd }]
      : [];
    return [
      { ...together, name: "**`errlock check`, 40 specs**", cwd },
      ...pinned,
      { ...check(first), name: "`errlock check`, one of them", cwd },
    ];
  },
};

const history = {
  id: "history",
  title: `\`errlock history\` over ${commits} commits of a spec of 50 operations`,
  prepare(folder) {
    const name = (index) => (index === 0 ? "CODE_OF_THIS_VERSION" : `code_${index}_failed`);
    const cwd = createRepository(folder, {}, []);
    execFileSync("git", ["fast-import", "--quiet"], {
      cwd,
      input: historyOf(generateSpec({ operations: 50, codes: 40, name }), commits),
    });
    git(cwd, "checkout", "-q", "main");
    return [
      { name: "`git log` of the file", command: ["git", "log", "--format=%H", "openapi.json"], cwd },
      { name: "**`errlock history`**", command: [...errlock, "history", "openapi.json"], cwd },
    ];
  },
};

const growth = {
  id: "growth",
  title: "Operations: 1, 2, 4, 8 times 1,000",
  grows: true,
  prepare(folder) {
    return [1, 2, 4, 8].map((times) => {
      const text = generateSpec({ operations: times * 1000, codes: 100 });
      const cwd = createRepository(join(folder, String(times)), { "openapi.json": { text } }, [
        "openapi.json",
      ]);
      return { ...check("openapi.json"), name: `\`errlock check\`, ${times},000 operations`, cwd };
    });
  },
};

const findings = {
  id: "findings",
  title: "Findings: 1, 2, 4, 8 times 12,500",
  grows: true,
  prepare(folder) {
    return [1, 2, 4, 8].map((times) => {
      // each of these operations is wrong in three ways
      const text = generateSpec({
        operations: Math.round((times * 12_500) / 3),
        codes: 100,
        described: false,
      });
      const cwd = createRepository(join(folder, String(times)), { "openapi.json": { text } }, []);
      return {
        name: `\`errlock lint -f json\`, ${(times * 12_500).toLocaleString("en")} findings`,
        command: [...errlock, "lint", "-f", "json", "openapi.json"],
        exits: [0, 1],
        cwd,
      };
    });
  },
};

const renames = {
  id: "renames",
  title: "Codes: all of 2,500, 5,000, 10,000, 20,000 renamed",
  grows: true,
  prepare(folder) {
    return [2500, 5000, 10_000, 20_000].map((codes) => {
      const spec = (verb) => ({
        text: generateSpec({ operations: 1, codes, name: (index) => codeName(index, verb) }),
      });
      const files = { "old.json": spec("failed"), "new.json": spec("refused") };
      const cwd = createRepository(join(folder, String(codes)), files, []);
      const command = [...errlock, "diff", "-f", "json", "old.json", "new.json"];
      return { name: `\`errlock diff\`, ${codes.toLocaleString("en")} codes`, command, exits: [0, 1], cwd };
    });
  },
};

const publicSpecs = [
  [
    "e2b",
    "125 KB of YAML (E2B), which declares no codes",
    "specs/e2b-dev__E2B/spec/openapi.yml",
    { codeless: true },
  ],
  [
    "discord",
    "1.2 MB of JSON (Discord), which declares no codes",
    "specs/discord__discord-api-spec/specs/openapi.json",
    { codeless: true },
  ],
  ["plaid", "3 MB of YAML (Plaid)", "specs/plaid__plaid-openapi/2020-09-14.yml"],
  ["github-json", "13 MB of JSON (GitHub)", "large/github.json", { large: true, located: true }],
  ["github-yaml", "10 MB of YAML (GitHub)", "large/github.yaml", { large: true, located: true }],
];

/** @returns {{ scenarios: object[], skipped: string[] }} what this machine has the specs for */
export function scenariosHere({ smoke }) {
  if (smoke) return { scenarios: [our], skipped: [] };
  const there = publicSpecs.map(([id, title, path, options]) => ({
    title,
    found: fromCorpus(path),
    options: { id, ...options },
  }));
  return {
    scenarios: [
      our,
      ...there.filter(({ found }) => found).map(({ title, found, options }) => single(title, found, options)),
      ...[many, history, growth, findings, renames],
    ],
    skipped: there.filter(({ found }) => !found).map(({ title }) => `${title}: the spec is not here`),
  };
}
