#!/usr/bin/env node
// Nothing is imported before what is uncaught is caught: Node itself would exit with 1, as if the contract were broken.

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

process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
  const [what, hint] =
    error.syscall === undefined
      ? [
          "unexpected error: ",
          "This is a defect of errlock; run again with --verbose and report it with the output.",
        ]
      : ["", "See what the system says; run again when it is cured."];
  process.stderr.write(`errlock: ${what}${error.message}\n  ${hint}\n`);
  if (process.argv.includes("--verbose")) process.stderr.write(`${error.stack}\n`);
  process.exit(2);
});

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch (error) {
    throw (await import("./host/file-problems.js")).readProblem("standard input", error);
  }
  return Buffer.concat(chunks);
}

process.exitCode = 2;
const { run } = await import("./cli.js");
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
