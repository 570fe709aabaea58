import { remember } from "../contract/memo.js";
import type { Body } from "./bodies.js";
import { splitPath } from "./candidates.js";
import { messageNames } from "./context.js";
import { normalName } from "./words/names.js";

const names: ReadonlySet<string> = new Set(messageNames.map(normalName));
const messages = new WeakMap<Body, ReadonlyMap<string, readonly string[]>>();

/** Does a property in the same object say in words what went wrong? */
export function hasMessage(body: Body, parent: string, property: string): boolean {
  const known = messages.get(body) ?? messagesIn(body);
  messages.set(body, known);
  return known.get(parent)?.some((name) => name !== property) === true;
}

/** The names of messages by the path of the object that they stand in. */
function messagesIn({ fields }: Body): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of fields.inside.keys()) {
    const { parent, name } = splitPath(path);
    if (isMessageName(name)) remember(found, parent, () => []).push(name);
  }
  return found;
}

function isMessageName(name: string): boolean {
  const normal = normalName(name);
  return names.has(normal) || /(^|_)(message|msg|description|text|mensagem|mensaje|meldung)$/.test(normal);
}
