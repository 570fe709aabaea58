/** Texts that stand where somebody was to write a code: `{{SPECIFIC_CODE}}`, `<code>`, `${code}`, `string`, `xxx`, `...`. */
const placeholder =
  /\{\{.*\}\}|^[<{[(].*[>})\]]$|^\$\{.*\}$|^%[sd]$|^(string|placeholder|todo|tbd|fixme|lorem ipsum|your[ _-].*)$|^x{3,}$|^[.…?*_-]+$/i;

/** Whether a value stands for one that somebody has yet to put in, and so is no code. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value.trim());
}
