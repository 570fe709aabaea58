import type { Location, Snippet } from "../contract/location.js";

/** Lines shown before and after what is marked, and most lines in all: the range itself may be a whole schema. */
const around = 2;
const most = 12;

/** The part of a snippet that a reader needs: the lines where something is marked, and a few around them. */
export function excerpt(locations: readonly Location[], { firstLine, lines }: Snippet): Snippet {
  const last = firstLine + lines.length - 1;
  const marked = locations.map(({ line }) => line).filter((line) => line >= firstLine && line <= last);
  const top = marked.reduce((least, line) => Math.min(least, line), last);
  const bottom = marked.reduce((greatest, line) => Math.max(greatest, line), firstLine);
  const from = Math.max(firstLine, top - around);
  const to = Math.min(last, bottom + around, from + most - 1);
  return { firstLine: from, lines: lines.slice(from - firstLine, to - firstLine + 1) };
}
