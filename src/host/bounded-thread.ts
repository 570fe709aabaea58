import { Worker } from "node:worker_threads";
import { packageFile } from "./package.js";

/** How a piece of work in a thread of its own ended. `mark` is the last number that it left, -1 where it left none. */
export type Ended =
  | { readonly is: "done"; readonly value: unknown }
  | { readonly is: "too-slow" | "too-large"; readonly mark: number };

/** What the thread is given: the input, and a place for its marks. */
export interface ThreadData {
  readonly input: unknown;
  readonly mark: Int32Array;
}

const interval = 50;

/**
 * Runs a module of `dist` in a thread that ends when it has worked for too long, or taken too much memory. The module
 * reads `workerData` (ThreadData) and posts one value. Time is that of the processor, so that a busy machine judges as
 * an idle one does; while the thread runs, this process has to do nothing else.
 *
 * @param limits `time` in milliseconds, `memory` in megabytes
 */
export function runBounded(
  module: string,
  input: unknown,
  limits: { readonly time: number; readonly memory: number },
): Promise<Ended> {
  const mark = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(-1);
  const workerData: ThreadData = { input, mark };
  const start = process.cpuUsage();
  const worker = new Worker(packageFile(`dist/${module}.js`), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    // What a package prints belongs to no report.
    stdout: true,
    stderr: true,
  });
  return new Promise<Ended>((resolve, reject) => {
    const timer = setInterval(() => {
      if (process.cpuUsage(start).user / 1000 > limits.time)
        end({ is: "too-slow", mark: Atomics.load(mark, 0) });
    }, interval);
    const end = (ended: Ended) => {
      clearInterval(timer);
      void worker.terminate();
      resolve(ended);
    };
    worker.once("message", (value) => end({ is: "done", value }));
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
        return end({ is: "too-large", mark: Atomics.load(mark, 0) });
      clearInterval(timer);
      reject(error);
    });
    worker.once("exit", () => {
      clearInterval(timer);
      reject(new Error(`the thread of ${module} ended without a result`));
    });
  });
}
