#!/usr/bin/env node
import { run } from "./cli.js";
import { readProblem } from "./host/file-problems.js";

// A reader that goes away (`errlock codes | head`) is no failure of ours, but what it did not read was not reported.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 2);
    // What could not be reported was not judged, whatever the verdict was.
    if (stream === process.stdout) {
      process.stderr.write(`errlock: standard output cannot be written: ${error.code ?? error.message}.\n`);
      process.stderr.write("  make room on the disk, or write to another place.\n");
    }
    process.exit(2);
  });
}

// What nobody caught is no verdict: Node itself would exit with 1, as if the contract were broken.
process.on("uncaughtException", (error) => {
  process.stderr.write(`errlock: unexpected error: ${error.message}\n`);
  process.stderr.write(
    "  This is a defect of errlock; run again with --verbose and report it with the output.\n",
  );
  if (process.argv.includes("--verbose")) process.stderr.write(`${error.stack}\n`);
  process.exit(2);
});

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch (error) {
    throw readProblem("standard input", error);
  }
  return Buffer.concat(chunks);
}

process.exitCode = 2;
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  today: new Date().toISOString().slice(0, 10),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: readStdin,
  terminal: {
    out: process.stdout.isTTY === true,
    err: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 80,
  },
});
