import type { CodeLife, History, LifeEventKind } from "../contract/history.js";
import { eventWords, historyAsides, historyWords, shortCommit } from "./history-words.js";
import type { RenderOptions } from "./options.js";
import { type Style, styleOf } from "./text/style.js";
import { columns } from "./text/width.js";

/** The widest code that gets a column of its own; a longer one pushes its events to the right. */
const widest = 48;

/** The life of every code for a terminal: a line per event, codes that are gone dimmed. */
export function render(history: History, options: RenderOptions): string {
  const style = styleOf(options);
  const { codes } = history;
  const names = codes.map(({ code }) => columns(style.safe(code))).filter((width) => width <= widest);
  const versions = codes.flatMap(({ events }) =>
    events.map(({ version }) => columns(style.safe(version ?? ""))),
  );
  const widths = { code: largest(names), version: Math.min(16, largest(versions)) };
  const asides = historyAsides(history).flatMap((text) =>
    style.block(style.safe(text), "  ", style.paint.yellow),
  );
  return [
    ...codes.flatMap((life) => lifeLines(life, widths, style)),
    ...(codes.length > 0 ? [""] : []),
    ...asides,
    `${style.safe(history.spec)}: ${historyWords(history)}`,
    "",
  ].join("\n");
}

function lifeLines(
  { code, alive, events }: CodeLife,
  widths: { code: number; version: number },
  style: Style,
): string[] {
  return events.map((event, index) => {
    const name = index === 0 ? style.safe(code) : "";
    const place = `${event.date}  ${padded(style.safe(event.version ?? ""), widths.version)}  ${shortCommit(event.commit)}`;
    const words = eventWords(event, style.safe);
    const paintName = alive ? style.paint.bold : style.paint.dim;
    return `${paintName(padded(name, widths.code))}  ${style.paint.dim(place)}  ${paintOf(event.kind, style)(words)}`;
  });
}

function paintOf(kind: LifeEventKind, { paint }: Style): (text: string) => string {
  if (kind === "removed" || kind === "renamed") return paint.red;
  if (kind === "deprecated") return paint.yellow;
  return kind === "returned" ? paint.cyan : (text) => text;
}

/** Not `Math.max(...)`: a history may hold more events than a call may have arguments. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}
