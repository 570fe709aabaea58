// `npm run bench -- [--smoke] [--write] [--runs N] [--only ID,ID] [--json FILE]`
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { blind, runInTurn } from "./measure.js";
import { findPeers, missingPeers } from "./peers.js";
import { scenariosHere } from "./scenarios.js";
import { toMarkdown, writeBetweenMarks } from "./table.js";
import { targetsTable } from "./targets.js";
import { repo, scratch } from "./workspace.js";

const { values: options } = parseArgs({
  options: {
    smoke: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    runs: { type: "string" },
    only: { type: "string" },
    json: { type: "string" },
  },
});

const none = Object.fromEntries(Object.keys(findPeers()).map((name) => [name, null]));
const peers = options.smoke ? none : findPeers();
const runs = Number(options.runs ?? (options.smoke ? 1 : 7));
const only = options.only?.split(",");
const { scenarios, skipped } = scenariosHere(options);
const chosen = scenarios.filter(({ id }) => only === undefined || only.includes(id));
const folder = scratch();
const results = [];
try {
  for (const { id, title, grows, prepare } of chosen) {
    process.stderr.write(`${title} …\n`);
    const place = join(folder, id);
    mkdirSync(place, { recursive: true });
    results.push({ id, title, grows, subjects: runInTurn(prepare(place, { peers }), runs, folder) });
    rmSync(place, { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() || "unnamed CPU"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
const left = [...skipped, ...(options.smoke ? [] : missingPeers(peers)), ...blind];
const report = { machine, runs, results, skipped: left };
const targets = targetsTable(results);
const markdown = `${toMarkdown(report)}${targets && `\n\n${targets}`}`;
process.stdout.write(`${markdown}\n`);
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
if (options.write) writeBetweenMarks(join(repo, "docs", "performance.md"), markdown);

const failed = results.flatMap(({ subjects }) => subjects.filter(({ error }) => error !== null));
for (const { name, error } of failed) process.stderr.write(`${name}: ${error}\n`);
if (failed.length > 0) process.exitCode = 1;
