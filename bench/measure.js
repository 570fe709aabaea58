// Whole processes, measured from outside: wall time, CPU time (user and system, all threads) and peak memory.
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

const gnuTime = spawnSync("/usr/bin/time", ["-f", "%U", "true"]).status === 0 ? "/usr/bin/time" : null;

/** What cannot be measured on this machine. */
export const blind =
  gnuTime === null ? ["CPU time and memory: there is no GNU time at /usr/bin/time here"] : [];

/**
 * Runs a command once, output into a file. Throws where it does not run: a signal, or an exit code it should not have.
 *
 * @param {{ command: string[], cwd: string, exits?: number[], env?: Record<string, string> }} subject
 * @returns {{ wall: number, cpu: number | null, memory: number | null }} milliseconds, milliseconds, MB
 */
export function runOnce({ command, cwd, exits = [0], env = {} }, folder) {
  const usage = join(folder, "usage.txt");
  const output = join(folder, "output.txt");
  const wrapped = gnuTime === null ? command : [gnuTime, "-q", "-o", usage, "-f", "%U %S %M", ...command];
  const out = openSync(output, "w");
  const start = performance.now();
  const { status, signal, error } = spawnSync(wrapped[0], wrapped.slice(1), {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", out, out],
  });
  const wall = performance.now() - start;
  closeSync(out);
  if (error) throw error;
  if (!exits.includes(status)) {
    const said = readFileSync(output, "utf8").slice(-2000);
    throw new Error(`\`${command.join(" ")}\` ended with ${signal ?? status}:\n${said}`);
  }
  if (gnuTime === null) return { wall, cpu: null, memory: null };
  const [user, system, kilobytes] = readFileSync(usage, "utf8").trim().split(/\s+/).map(Number);
  return { wall, cpu: (user + system) * 1000, memory: kilobytes / 1024 };
}

/**
 * Runs all subjects in turn, so that what else the machine does meets all of them, and gives the medians. A subject
 * that does not run gets its error instead.
 */
export function runInTurn(subjects, runs, folder) {
  const measured = subjects.map((subject) => ({ ...subject, samples: [], error: null }));
  for (let run = 0; run < runs; run++) {
    for (const each of measured) {
      if (each.error !== null || run >= (each.runs ?? runs)) continue;
      try {
        each.samples.push(runOnce(each, folder));
      } catch (error) {
        each.error = error;
      }
    }
  }
  return measured.map(({ name, samples, error }) => ({
    name,
    error: error === null ? null : error.message,
    runs: samples.length,
    wall: median(samples.map(({ wall }) => wall)),
    cpu: median(samples.map(({ cpu }) => cpu)),
    memory: median(samples.map(({ memory }) => memory)),
  }));
}

function median(values) {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
