import type { Rendered } from "../report/pieces.js";
import type { Page } from "./page.js";

export type RenderPage = (page: Page) => Rendered;

/** The forms of the catalog page. Loaded only when asked for. */
export const pageFormats = {
  markdown: async () => (await import("./markdown.js")).render,
  html: async () => (await import("./html.js")).render,
  json: async () => (await import("./json.js")).render,
} as const satisfies Record<string, () => Promise<RenderPage>>;

export type PageFormat = keyof typeof pageFormats;

export const pageFormatNames = Object.keys(pageFormats) as readonly PageFormat[];
