import type { Threads } from "../host/threads.js";

/** What the outside gives to a command: the only way for it to see streams, environment and clock. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ISO date, UTC. */
  readonly today: string;
  /** Writes to standard output. Whoever has much to write waits for what is given: otherwise all of it is held. */
  out(text: string): void | Promise<void>;
  err(text: string): void;
  /** Standard input; where it has more than `most` bytes, not all of it, but more than that. */
  stdin(most: number): Promise<Uint8Array>;
  /** Whether standard output is a terminal, and its width in characters. */
  readonly terminal: { readonly out: boolean; readonly columns: number };
  /** Where the program can start itself once more on another core. */
  readonly threads?: Threads;
}

/** Exit codes are part of the interface: 0 holds, 1 does not, 2 could not judge. */
export type ExitCode = 0 | 1 | 2;
