import { remember } from "../contract/memo.js";
import type { Acceptance } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import type { TreeObject } from "../tree/node.js";
import { acceptanceKey } from "./acceptances.js";
import { type Config, parseConfig } from "./config.js";
import { addTo } from "./edit/add.js";
import { pruneFrom } from "./edit/prune.js";
import type { Identity, NewAcceptance } from "./edit/render.js";
import { parseConfigTree } from "./yaml.js";

export type { NewAcceptance } from "./edit/render.js";

/**
 * Writes acceptances into the text of a config: sorted, with all comments, the order and the layout of the rest as
 * they were. One that accepts the same as an entry that is there takes its place. An empty text is an empty config.
 *
 * @param file root-relative; `.json` is edited as JSON, anything else as YAML
 * @throws Problem for a config that cannot be read, or whose layout cannot be edited safely (`config-edit`)
 */
export function addAcceptances(text: string, file: string, entries: readonly NewAcceptance[]): string {
  const before = parseConfig(text, file);
  const fresh = new Map(entries.map((entry) => [acceptanceKey(entry), entry]));
  const replaced = before.accept.filter((acceptance) => fresh.has(acceptanceKey(acceptance)));
  const pruned = pruneAcceptances(text, file, replaced);
  const kept = parseConfig(pruned, file);
  const edited = withBreaksOf(text, (plain) =>
    addTo(plain, file, rootOf(plain, file), [...fresh.values()], firstOfEach(kept)),
  )(pruned);
  return checked(edited, file, before, [
    ...kept.accept.map((acceptance) => acceptanceKey(acceptance)),
    ...fresh.keys(),
  ]);
}

/**
 * Takes acceptances out of the text of a config; a code out of its `codes`, the entry when nothing is left of it. What
 * is not there is passed over.
 *
 * @throws Problem as `addAcceptances` does
 */
export function pruneAcceptances(text: string, file: string, which: readonly Identity[]): string {
  const before = parseConfig(text, file);
  const keys = new Set(which.map(acceptanceKey));
  const drop = new Map<number, true | ReadonlySet<string>>();
  entriesOf(before).forEach((acceptances, index) => {
    const gone = acceptances.filter((acceptance) => keys.has(acceptanceKey(acceptance)));
    if (gone.length === acceptances.length) drop.set(index, true);
    else if (gone.length > 0) drop.set(index, new Set(gone.map(({ code }) => code ?? "")));
  });
  if (drop.size === 0) return text;
  const edited = withBreaksOf(text, (plain) => {
    const root = rootOf(plain, file);
    return root === null ? plain : pruneFrom(plain, root, drop);
  })(text);
  const left = before.accept.map(acceptanceKey).filter((key) => !keys.has(key));
  return checked(edited, file, before, left);
}

/** Acceptances by the entry that they stand in: those of one entry share its place. */
function entriesOf(config: Config): Acceptance[][] {
  const entries = new Map<string, Acceptance[]>();
  for (const acceptance of config.accept) {
    remember(entries, acceptance.location?.pointer ?? "", () => []).push(acceptance);
  }
  return [...entries.values()];
}

function firstOfEach(config: Config): Identity[] {
  return entriesOf(config).flatMap(([first]) => (first === undefined ? [] : [first]));
}

function rootOf(text: string, file: string): TreeObject | null {
  const tree = text.trim() === "" ? null : parseConfigTree(text, file);
  return tree?.type === "object" ? tree : null;
}

/** Edits a text with LF, and gives it back with the line breaks and the byte order mark that it had. */
function withBreaksOf(original: string, edit: (text: string) => string): (text: string) => string {
  const mark = original.startsWith("\ufeff") ? "\ufeff" : "";
  const isCrlf = /\r\n/.test(original) && !/[^\r]\n/.test(original);
  return (text) => {
    const plain = text.replace(/^\ufeff/, "");
    const edited = isCrlf ? edit(plain.replace(/\r\n/g, "\n")).replace(/\n/g, "\r\n") : edit(plain);
    return mark + edited;
  };
}

/** Nothing is written that does not read back as what was meant. */
function checked(text: string, file: string, before: Config, keys: readonly string[]): string {
  const rest = ({ accept: _, ...others }: Config) =>
    JSON.stringify(others, (key, value: unknown) => (key === "location" ? undefined : value));
  try {
    const after = parseConfig(text, file);
    const found = after.accept.map(acceptanceKey).sort();
    if (rest(after) === rest(before) && JSON.stringify(found) === JSON.stringify([...keys].sort()))
      return text;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw unsafe(file, error);
  }
  throw unsafe(file);
}

function unsafe(file: string, cause?: Problem): Problem {
  return new Problem(
    "config-edit",
    `the config is laid out in a way that cannot be edited safely${cause === undefined ? "" : `: ${cause.message}`}`,
    "Write `accept:` as a plain block list, or make the change by hand.",
    { file },
    { cause },
  );
}
