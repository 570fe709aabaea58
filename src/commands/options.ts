import type { Level } from "../contract/change.js";

export type FailOn = Exclude<Level, "off">;

/** One `-f NAME` or `-f NAME=FILE`. */
export interface FormatRequest {
  readonly name: string;
  /** Null: standard output. */
  readonly file: string | null;
}

/** Flags that every command has. */
export interface CommonOptions {
  readonly config?: string;
  readonly root?: string;
  readonly now?: string;
  readonly color: "auto" | "always" | "never";
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Flags of commands that print something in a format. */
export interface FormatOptions extends CommonOptions {
  readonly format?: readonly FormatRequest[];
  readonly output?: string;
}

/** Flags of commands that read specs. */
export interface SpecOptions extends CommonOptions {
  readonly baseline?: string;
  readonly stdinPath?: string;
}

/** Flags of `check`, `lint` and `diff`. */
export interface JudgeOptions extends SpecOptions, FormatOptions {
  readonly against?: string;
  readonly failOn: FailOn;
}

export interface CodesOptions extends SpecOptions, FormatOptions {
  readonly explain?: boolean;
}

export interface BaselineOptions extends SpecOptions {
  readonly dryRun?: boolean;
  readonly bump?: boolean;
  readonly as?: string;
}

export interface AcceptOptions extends SpecOptions {
  readonly against?: string;
  readonly failOn: FailOn;
  readonly reason?: string;
  readonly prune?: boolean;
  readonly to?: readonly string[];
  readonly owner?: string;
  readonly until?: string;
  readonly spec?: string;
  readonly catalog?: string;
  readonly kind?: string;
  readonly at?: string;
  readonly correction?: boolean;
  readonly all?: boolean;
}

/** Flags of commands that generate a file: with `check`, an existing file is compared and nothing is written. */
export interface DocsOptions extends SpecOptions, FormatOptions {
  readonly check?: boolean;
  /** Tell the life of every code from git, too. */
  readonly history?: boolean;
}

/** Flags of `generate`. */
export interface GenerateOptions extends SpecOptions {
  readonly output?: string;
  readonly check?: boolean;
  readonly package?: string;
}

/** Flags of `traffic`. */
export interface TrafficOptions extends SpecOptions, FormatOptions {
  readonly spec?: string;
  readonly failOn: FailOn;
}
