import type { Report } from "../contract/report.js";
import type { RenderOptions } from "./options.js";
import type { Rendered } from "./pieces.js";

export type Render = (report: Report, options: RenderOptions) => Rendered;

/** The formats of `check`, `lint` and `diff`. A reporter is loaded only when it is asked for. */
export const formats = {
  text: async () => (await import("./text.js")).render,
  json: async () => (await import("./json.js")).render,
  sarif: async () => (await import("./sarif.js")).render,
  junit: async () => (await import("./junit.js")).render,
  github: async () => (await import("./github.js")).render,
  gitlab: async () => (await import("./gitlab.js")).render,
  markdown: async () => (await import("./markdown.js")).render,
  html: async () => (await import("./html.js")).render,
} as const satisfies Record<string, () => Promise<Render>>;

export type FormatName = keyof typeof formats;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
