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
  /** `label: text` as a heading in bold, the label in its level's colour. Takes inert text. */
  title(level: Level, label: string, text: string): string[];
}

export function styleOf(options: RenderOptions): Style {
  const paint = new Chalk({ level: options.color });
  const width = Math.max(40, options.width);
  const levels = {
    error: paint.red.bold,
    warn: paint.yellow.bold,
    info: paint.blueBright.bold,
    off: paint.dim,
  };
  return {
    paint,
    width,
    glyph: options.unicode ? unicodeGlyphs : asciiGlyphs,
    safe: (text) => visible(text, !options.unicode),
    block: (text, indent, paintLine = (line) => line, head = indent) =>
      wrap(text, width - indent.length).map((line, at) => (at === 0 ? head : indent) + paintLine(line)),
    title: (level, label, text) =>
      wrap(`${label}: ${text}`, width - 2).map((line, at) => {
        if (at > 0) return `  ${paint.bold(line)}`;
        const end = Math.min(label.length, line.length);
        return levels[level](line.slice(0, end)) + paint.bold(line.slice(end));
      }),
  };
}
