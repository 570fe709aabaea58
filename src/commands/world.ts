/** What the outside gives to a command: the only way for it to see streams, environment and clock. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ISO date, UTC. */
  readonly today: string;
  out(text: string): void;
  err(text: string): void;
  /** Standard input; where it has more than `most` bytes, not all of it, but more than that. */
  stdin(most: number): Promise<Uint8Array>;
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number };
}

/** Exit codes are part of the interface: 0 holds, 1 does not, 2 could not judge. */
export type ExitCode = 0 | 1 | 2;
