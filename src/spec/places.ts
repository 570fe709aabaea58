import type { Location, Snippet } from "../contract/location.js";
import { outlineJson } from "./json/outline.js";
import { jsonKey } from "./json/parse.js";
import { Lines } from "./lines.js";
import { Navigator } from "./navigate.js";
import { scalar } from "./outline.js";
import { parsePointer } from "./pointer.js";
import type { Document } from "./spec.js";
import { outlineYaml, yamlKey } from "./yaml/outline.js";

/** Lines and columns of one document's values. Nothing is computed before it is asked for. */
export class Places {
  readonly #document: Document;
  #lines: Lines | null = null;
  #navigator: Navigator | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Where the value of a pointer, or its key, stands; where there is none, the nearest ancestor that is there. */
  locate(pointer: string, part: "key" | "value"): Location {
    const { outline, node } = this.#find(pointer);
    const empty = outline.start(node) === outline.end(node);
    const byKey = outline.keyStart(node) >= 0 && (part === "key" || empty);
    const start = byKey ? outline.keyStart(node) : outline.start(node);
    const stop = byKey ? outline.keyEnd(node) : outline.end(node);
    // An item that is empty is shown by its dash.
    const { line, column } = this.#toLine(start === stop ? Math.max(0, start - 1) : start);
    const end = this.#toLine(stop);
    return { file: this.#document.file, pointer, line, column, endLine: end.line, endColumn: end.column };
  }

  /** Source text of a scalar, or of a flow collection (`{{NAME}}` is one); empty for what spreads over block lines. */
  raw(pointer: string): string {
    const { navigator, outline, node } = this.#find(pointer);
    const content = navigator.content(node);
    const text = this.#document.text.slice(outline.start(content), outline.end(content));
    return outline.kind(content) === scalar || /^[[{]/.test(text) ? text : "";
  }

  snippet(line: number, endLine: number, around: number): Snippet {
    const lines = this.#toLines();
    const firstLine = Math.max(1, line - around);
    const lastLine = Math.min(lines.count, endLine + around);
    const length = Math.max(0, lastLine - firstLine + 1);
    return { firstLine, lines: Array.from({ length }, (_, index) => lines.line(firstLine + index)) };
  }

  #find(pointer: string) {
    this.#navigator ??= navigatorOf(this.#document);
    const navigator = this.#navigator;
    return { navigator, outline: navigator.outline, node: navigator.find(parsePointer(pointer)) };
  }

  #toLines(): Lines {
    this.#lines ??= new Lines(this.#document.text);
    return this.#lines;
  }

  #toLine(offset: number) {
    return this.#toLines().at(offset);
  }
}

function navigatorOf({ text, format }: Document): Navigator {
  const outline = format === "json" ? outlineJson(text) : outlineYaml(text);
  const keyOf = format === "json" ? jsonKey : yamlKey;
  return new Navigator(outline, (node) => keyOf(text, outline, node));
}
