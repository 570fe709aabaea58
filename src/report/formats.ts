import type { Report } from "../contract/report.js";
import type { RenderOptions } from "./options.js";

export type Render = (report: Report, options: RenderOptions) => string;

/** The formats of `check`, `lint` and `diff`. A reporter is loaded only when it is asked for. */
export const formats = {
  text: async () => (await import("./text.js")).render,
  json: async () => (await import("./json.js")).render,
} as const satisfies Record<string, () => Promise<Render>>;

export type FormatName = keyof typeof formats;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
