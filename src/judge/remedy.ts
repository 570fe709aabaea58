import type { Change } from "../contract/change.js";
import { isSpentOnceMerged } from "./acceptances.js";
import { leaves, leavingKinds, placeOf } from "./fingerprint.js";

/** How a command names this spec and catalog: only where there are several. */
export interface Naming {
  readonly spec: string | null;
  readonly catalog: string | null;
  /** The ref of the base, for what only a comparison with it shows. */
  readonly against?: string | undefined;
}

/** The `errlock accept` that makes a change lawful. */
export function acceptChange(change: Change, naming: Naming, fingerprint: string): string {
  const flags: (readonly [string, string])[] = [];
  for (const to of change.kind === "code-renamed" ? change.to : []) flags.push(["--to", to]);
  if (!leaves(change)) flags.push(["--kind", change.kind]);
  const place = placeOf(change);
  if (place !== "" && !leavingKinds.has(change.kind)) flags.push(["--at", place]);
  // What is of no code and no place is told apart by its catalog.
  const catalog = naming.catalog ?? (change.code === null && place === "" ? change.catalog : null);
  return accept(change.code, flags, { ...againstBase(change.kind, naming), catalog }, fingerprint);
}

/** The `errlock accept` that accepts a finding. */
export function acceptFinding(rule: string, at: string, naming: Naming, fingerprint: string): string {
  return accept(
    null,
    [
      ["--kind", rule],
      ["--at", at],
    ],
    { ...againstBase(rule, naming), catalog: null },
    fingerprint,
  );
}

function againstBase(kind: string, naming: Naming): Naming {
  return isSpentOnceMerged({ kind }) ? naming : { ...naming, against: undefined };
}

function accept(
  code: string | null,
  flags: readonly (readonly [string, string])[],
  { spec, catalog, against }: Naming,
  fingerprint: string,
): string {
  const all = [...flags];
  if (spec !== null) all.push(["--spec", spec]);
  if (catalog !== null) all.push(["--catalog", catalog]);
  if (against !== undefined) all.push(["--against", against]);
  // What a terminal would not show as it is has no place in a command that people copy: the fingerprint stands for it.
  if (![code ?? "", ...all.flat()].every(isPlain)) return `errlock accept ${fingerprint} --reason "…"`;
  const options = all.map(([flag, value]) => `${flag} ${quote(value)}`);
  const what = code === null ? [] : code.startsWith("-") ? [`-- ${quote(code)}`] : [quote(code)];
  const reason = '--reason "…"';
  const order = code?.startsWith("-") ? [...options, reason, ...what] : [...what, ...options, reason];
  return ["errlock accept", ...order].join(" ");
}

/** Letters, marks, digits, punctuation, symbols and plain spaces: nothing invisible, nothing that moves the cursor. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(text);
}

/** One argument of a command line: as it is where every shell takes it so, else quoted for POSIX shells. */
function quote(argument: string): string {
  if (/^[A-Za-z0-9_./:@%+=,-]+$/.test(argument) && !argument.startsWith("-")) return argument;
  if (/^[^"$`\\!%]*$/.test(argument) && !argument.startsWith("-")) return `"${argument}"`;
  return `'${argument.replace(/'/g, "'\\''")}'`;
}
