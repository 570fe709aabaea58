import type { Node } from "../spec/spec.js";
import type { Values } from "./values.js";
import { type Mapping, mapping, text } from "./walk/node.js";

/** Properties beside a code that say it in words. */
export const messageNames = [
  "message",
  "error_message",
  "errorMessage",
  "detail",
  "description",
  "error_description",
  "title",
  "msg",
  "text",
  "error",
  "reason",
] as const;

/**
 * An object that can carry a single code is about that code: its description is the code's, and the text that its
 * message property has as const, example, default or description is what comes with it.
 */
export function withContext(values: Values, property: string, owner: Node): Values {
  const [list, second] = values.lists;
  const [value, more] = list?.values ?? [];
  if (list === undefined || value === undefined || second !== undefined || more !== undefined) return values;
  const keys = mapping(owner.value);
  const messages = messagesBeside(mapping(keys.properties), property);
  const description = value.notes.description ?? text(keys.description);
  if (description === null && messages.length === 0) return values;
  const notes = { ...value.notes, ...(description !== null && { description }), messages };
  return { ...values, lists: [{ ...list, values: [{ ...value, notes }] }] };
}

function messagesBeside(properties: Mapping, property: string): string[] {
  return messageNames
    .filter((name) => name !== property && Object.hasOwn(properties, name))
    .flatMap((name) => {
      const { const: only, enum: list, example, default: usual, description } = mapping(properties[name]);
      const single = Array.isArray(list) && list.length === 1 ? list : [];
      return [only, ...single, example, usual, description].map(text);
    })
    .filter((said) => said !== null);
}
