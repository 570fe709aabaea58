import { run } from "../../src/cli.js";
import type { Threads } from "../../src/host/threads.js";

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly today?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly columns?: number;
  readonly threads?: Threads;
}

/** Runs one errlock command in this process, as `main.ts` would. */
export async function errlock(argv: readonly string[], options: CliOptions): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const status = await run(argv, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "C.UTF-8", ...options.env },
    today: options.today ?? "2026-11-23",
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    stdin: async () => Buffer.from(options.stdin ?? ""),
    terminal: { out: false, columns: options.columns ?? 80 },
    ...(options.threads !== undefined && { threads: options.threads }),
  });
  return { status, stdout, stderr };
}
