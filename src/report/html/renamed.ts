import { html } from "../escape/html.js";

/** `old → new` with the part that differs marked on both sides; several new names stand side by side. */
export function renamedCodes(from: string, to: readonly string[]): string {
  const only = to.length === 1 ? (to[0] ?? null) : null;
  const { head, tail } = only === null ? { head: 0, tail: 0 } : common([...from], [...only]);
  const names = to.map((name) => side("ins", name, head, tail));
  return `${side("del", from, head, tail)} → ${names.join(" + ")}`;
}

/** Characters that two names share at their start and end. */
function common(a: readonly string[], b: readonly string[]): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { head, tail };
}

function side(tag: "del" | "ins", name: string, head: number, tail: number): string {
  const characters = [...name];
  const end = characters.length - tail;
  const part = (from: number, to: number) => html(characters.slice(from, to).join(""));
  return `<code><bdi>${part(0, head)}<${tag}>${part(head, end)}</${tag}>${part(end, characters.length)}</bdi></code>`;
}
