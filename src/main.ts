import { availableParallelism } from "node:os";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { run } from "./cli.js";
import type { World } from "./commands/world.js";
import { readProblem } from "./host/file-problems.js";
import { runInThread } from "./host/threads.js";

/** A stream is opened when it is first used, because Node takes its time for each. */
class Output {
  #stream: NodeJS.WriteStream | undefined;
  /** Fulfilled when what is held was written: one for all that wait. */
  #drained: Promise<void> | undefined;
  readonly #open: () => NodeJS.WriteStream;

  constructor(open: () => NodeJS.WriteStream) {
    this.#open = open;
  }

  get stream(): NodeJS.WriteStream {
    this.#stream ??= this.#open().on("error", leave);
    return this.#stream;
  }

  /** What is given is fulfilled when the next text would not have to be held. */
  write(text: string): void | Promise<void> {
    const { stream } = this;
    if (stream.write(text)) return;
    this.#drained ??= new Promise<void>((resolve) => stream.once("drain", resolve)).then(() => {
      this.#drained = undefined;
    });
    return this.#drained;
  }
}

const out = new Output(() => process.stdout);
const err = new Output(() => process.stderr);

function leave(this: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
  // A reader that goes away (`errlock codes | head`) is no failure of ours, but what it did not read was not reported.
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 2);
  // What could not be reported was not judged, whatever the verdict was.
  if (this === process.stdout) {
    err.write(`errlock: standard output cannot be written: ${error.code ?? error.message}.\n`);
    err.write("  make room on the disk, or write to another place.\n");
  }
  process.exit(2);
}

async function readStdin(most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > most) break;
    }
  } catch (error) {
    throw readProblem("standard input", error);
  }
  return Buffer.concat(chunks);
}

const world: World = {
  cwd: process.cwd(),
  env: process.env,
  today: new Date().toISOString().slice(0, 10),
  out: (text) => out.write(text),
  err: (text) => err.write(text),
  stdin: readStdin,
  terminal: {
    get out() {
      return out.stream.isTTY === true;
    },
    get columns() {
      return out.stream.columns ?? 80;
    },
  },
  threads: {
    count: availableParallelism(),
    run: (task) => runInThread(new URL("main.js", import.meta.url), task),
  },
};

if (isMainThread) {
  process.exitCode = 2;
  void run(process.argv.slice(2), world).then((exitCode) => {
    process.exitCode = exitCode;
  });
} else {
  // A share of a run that another thread began. What it rejects with reaches that one as an `error` event.
  void import("./commands/judge-specs.js")
    .then(({ judgeShare }) => judgeShare(workerData, world))
    .then((answer) => parentPort?.postMessage(answer));
}
