import { Worker } from "node:worker_threads";

/** Threads of the same program, each with a memory of its own. */
export interface Threads {
  /** As many as run at once. */
  readonly count: number;
  /** Starts the program in another thread with this task, which must be plain data. Gives its answer, also plain data. */
  run(task: unknown): Promise<unknown>;
}

/**
 * Runs a file in another thread, with the task as its `workerData`. Rejects where the thread ends without an answer.
 *
 * @param start the file, as a URL
 */
export function runInThread(start: URL, task: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(start, { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread ended without an answer, with code ${code}`)));
  });
}
