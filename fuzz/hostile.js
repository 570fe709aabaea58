// Runs every attack through whole processes: `npm run hostile`, or `npm run hostile -- WORDS` for those whose name has one.
// Each must end in 0, 1 or 2 with something said, no stack trace, within 5 seconds and 1 GB. What is no attack but much
// honest work (a hundred thousand findings) says itself how long it may take. For a machine that does nothing else.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generateSpec, historyOf } from "../bench/generate.js";
import { errlock } from "../bench/workspace.js";
import { attacks } from "./attacks.js";

const most = { seconds: 5, megabytes: 1000 };
const given = process.argv.slice(2);
const words = given.length > 0 ? given : [""];
let failures = 0;

for (const [name, make] of Object.entries(attacks)) {
  if (!words.some((word) => name.includes(word))) continue;
  const folder = mkdtempSync(join(tmpdir(), "errlock-attack-"));
  try {
    const { files, runs, history, seconds = most.seconds } = make();
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    execFileSync("git", ["init", "-q", "-b", "main"], { cwd: folder });
    if (history !== undefined) importHistory(folder, history);
    for (const argv of runs) report(name, argv, measure(folder, argv, seconds));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(failures === 0 ? "all held" : `${failures} did not hold`);
process.exitCode = failures === 0 ? 0 : 1;

function measure(folder, argv, mostSeconds) {
  const usage = join(folder, ".usage");
  const timed = ["/usr/bin/time", "-q", "-o", usage, "-f", "%e %M", ...errlock, ...argv];
  const { status, signal, stdout, stderr } = spawnSync(timed[0], timed.slice(1), {
    cwd: folder,
    maxBuffer: 2 ** 30,
    timeout: 300_000,
  });
  const [seconds = 0, kilobytes = 0] = read(usage).trim().split(/\s+/).map(Number);
  const said = stderr.toString("utf8", 0, 4_000);
  const faults = [
    [0, 1, 2].includes(status) ? null : `ended with ${signal ?? status}`,
    /unexpected error|^\s+at .+:\d+:\d+/m.test(said) ? "a stack trace" : null,
    stdout.length + stderr.length === 0 ? "nothing said" : null,
    seconds > mostSeconds ? "slow" : null,
    kilobytes / 1000 > most.megabytes ? "large" : null,
  ].filter((fault) => fault !== null);
  return { status, said, seconds, megabytes: kilobytes / 1000, faults };
}

function report(name, argv, { status, said, seconds, megabytes, faults }) {
  if (faults.length > 0) failures += 1;
  const figures = `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
  const [first = ""] = said.split("\n");
  console.log(
    `${faults.length > 0 ? "✖" : "✔"} ${name}: ${argv.join(" ")}: exit ${status}, ${figures}${faults.map((fault) => `, ${fault.toUpperCase()}`).join("")}${first === "" ? "" : `\n    ${first.slice(0, 160)}`}`,
  );
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function importHistory(folder, commits) {
  const name = (index) => (index === 0 ? "CODE_OF_THIS_VERSION" : `code_${index}_failed`);
  const input =
    typeof commits === "string"
      ? commits
      : historyOf(generateSpec({ operations: 20, codes: 40, name }), commits);
  execFileSync("git", ["fast-import", "--quiet"], { cwd: folder, input, maxBuffer: 2 ** 30 });
  execFileSync("git", ["checkout", "-q", "main"], { cwd: folder });
}
