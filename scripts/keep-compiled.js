// Runs a built program on this repository's own spec, and keeps beside it what V8 compiled meanwhile. src/start.ts loads it.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Script } from "node:vm";

const program = resolve(process.argv[2]);
const script = new Script(readFileSync(program, "latin1"), { filename: program });

const commands = [
  ["check"],
  ["lint", "-f", "json"],
  ["diff", "baselines/openapi.json", "specs/openapi.yaml"],
];
process.on("beforeExit", () => {
  const command = commands.shift();
  if (command === undefined) return;
  process.argv = [process.execPath, program, ...command];
  script.runInThisContext()(createRequire(program), program);
});
process.on("exit", () => {
  // V8 trusts a whole file, so there is never half of one.
  writeFileSync(`${program}.v8.tmp`, script.createCachedData());
  renameSync(`${program}.v8.tmp`, `${program}.v8`);
});
