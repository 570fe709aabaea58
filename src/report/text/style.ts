import { Chalk, type ChalkInstance } from "chalk";
import type { Level } from "../../contract/change.js";
import { visible } from "../escape/terminal.js";
import type { RenderOptions } from "../options.js";
import { wrap } from "./width.js";

const unicodeGlyphs = {
  bar: "│",
  place: "╭─",
  end: "╰─",
  arrow: "→",
  dots: "…",
  dash: "─",
  ok: "✔",
  bad: "✖",
  dot: "·",
};
const asciiGlyphs = {
  bar: "|",
  place: "-->",
  end: "=",
  arrow: "->",
  dots: "...",
  dash: "-",
  ok: "ok:",
  bad: "failed:",
  dot: "-",
};

/** How this terminal shows things: its colours, glyphs and width. */
export interface Style {
  readonly paint: ChalkInstance;
  readonly glyph: Readonly<Record<keyof typeof unicodeGlyphs, string>>;
  readonly width: number;
  /** Text from outside, made inert. */
  safe(text: string): string;
  /** Lines that fit, each after `indent` (the first after `head`, as wide), painted whole. Takes inert text. */
  block(text: string, indent: string, paint?: (line: string) => string, head?: string): string[];
  level(level: Level): (text: string) => string;
}

export function styleOf(options: RenderOptions): Style {
  const paint = new Chalk({ level: options.color });
  const width = Math.max(40, options.width);
  const levels = { error: paint.red.bold, warn: paint.yellow.bold, info: paint.cyan.bold, off: paint.dim };
  return {
    paint,
    width,
    glyph: options.unicode ? unicodeGlyphs : asciiGlyphs,
    safe: (text) => visible(text, !options.unicode),
    block: (text, indent, paintLine = (line) => line, head = indent) =>
      wrap(text, width - indent.length).map((line, at) => (at === 0 ? head : indent) + paintLine(line)),
    level: (level) => levels[level],
  };
}
