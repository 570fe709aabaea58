/** Colours by role. Ink, soft and the lifecycles keep a contrast of 4.5:1 on both grounds (WCAG 2.2, 1.4.3). */
const light = {
  ground: "#ffffff",
  raised: "#f5f6f8",
  line: "#dfe3e8",
  ink: "#1a1e26",
  soft: "#586172",
  accent: "#2450b2",
  tint: "#e9effc",
  warn: "#7d5000",
  gone: "#a11a22",
  fresh: "#17682f",
};

const dark: typeof light = {
  ground: "#13161b",
  raised: "#1b1f26",
  line: "#323945",
  ink: "#e6e9ee",
  soft: "#a3acba",
  accent: "#8db4ff",
  tint: "#1c2a45",
  warn: "#f0b849",
  gone: "#ff8f88",
  fresh: "#6fd58b",
};

const variables = (colours: typeof light) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

/** Both themes: the system's, unless the reader chose one (`data-theme`). Paper is light. */
export const palette = `
:root{color-scheme:light;${variables(light)}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${variables(dark)}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${variables(dark)}}}
`;
