import { html } from "../../report/escape/html.js";

/** Attributes in the order given; null leaves one out. */
type Attributes = Readonly<Record<string, string | number | null>>;

/** An element of SVG. `inner` is markup that is already safe. */
export function element(name: string, attributes: Attributes, inner = ""): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${typeof value === "number" ? round(value) : html(value)}"`],
  );
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
}

/** A line of text; what does not fit is cut, and whole in the tooltip. */
export function text(
  x: number,
  y: number,
  words: string,
  classes: string,
  longest = Number.POSITIVE_INFINITY,
): string {
  const shown = words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
  const tooltip = shown === words ? "" : element("title", {}, html(words));
  return element("text", { x, y, class: classes }, html(shown) + tooltip);
}

/** A picture with a name and a description for those who do not see it. */
export function picture(
  id: string,
  size: { readonly width: number; readonly height: number },
  words: { readonly title: string; readonly description: string },
  inner: string,
): string {
  const title = element("title", { id: `${id}-title` }, html(words.title));
  const description = element("desc", { id: `${id}-desc` }, html(words.description));
  const box = {
    width: size.width,
    height: size.height,
    viewBox: `0 0 ${round(size.width)} ${round(size.height)}`,
    role: "img",
  };
  return element(
    "svg",
    { ...box, "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-desc` },
    title + description + inner,
  );
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
