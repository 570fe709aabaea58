#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";

// Node itself would exit with 1, as if the contract were broken. A thread tells the one that began it.
if (isMainThread) process.on("uncaughtException", giveUp);

function giveUp(error: NodeJS.ErrnoException): void {
  const isSystem = error.syscall !== undefined;
  const hint = isSystem
    ? "See what the system says; run again when it is cured."
    : "This is a defect of errlock; run again with --verbose and report it with the output.";
  process.stderr.write(`errlock: ${isSystem ? "" : "unexpected error: "}${error.message}\n  ${hint}\n`);
  if (process.argv.includes("--verbose")) process.stderr.write(`${error.stack}\n`);
  process.exit(2);
}

const program = fileURLToPath(new URL("errlock.js", import.meta.url));

/** What V8 made of the program when it was built. Another version of V8 rejects it, and compiles as usual. */
function compiled(): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(`${program}.v8`) };
  } catch {
    return {};
  }
}

// Plain ASCII: esbuild escapes all else.
const script = new Script(readFileSync(program, "latin1"), { filename: program, ...compiled() });
script.runInThisContext()(createRequire(program), program);
