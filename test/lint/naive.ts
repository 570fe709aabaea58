import { dirname, join } from "node:path";
import type { Spec } from "../../src/spec/spec.js";

type Mapping = Record<string, unknown>;

interface Place {
  readonly value: unknown;
  readonly file: string;
  readonly id: string;
}

/**
 * The plainest reading of `error-response-required`, to check the rule against: it shares no code with it. `errors` are
 * the places of the error schemas. Gives each use of a response without one: `GET /x 404`.
 */
export function responsesWithoutError(spec: Spec, errors: ReadonlySet<string>): string[] {
  const read = (value: unknown): Mapping =>
    typeof value === "object" && value !== null ? (value as Mapping) : {};

  function follow(place: Place): Place | null {
    let current: Place | null = place;
    for (let steps = 0; current !== null && typeof read(current.value).$ref === "string"; steps++) {
      if (steps > 100) return null;
      current = target(String(read(current.value).$ref), current.file);
    }
    return current;
  }

  function target(ref: string, from: string): Place | null {
    const [path = "", pointer = ""] = ref.split("#");
    const file = path === "" ? from : join(dirname(from), path);
    let value: unknown = spec.documents.get(file)?.data;
    for (const token of pointer.split("/").slice(1)) {
      const key = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
      value = Object.hasOwn(read(value), key) ? read(value)[key] : undefined;
    }
    return value === undefined ? null : { value, file, id: `${file}#${pointer}` };
  }

  function isError(place: Place, depth: number): boolean {
    if (depth > 30) return false;
    const schema = read(place.value);
    if (typeof schema.$ref === "string") {
      const next = target(schema.$ref, place.file);
      return next !== null && (errors.has(next.id) || isError(next, depth + 1));
    }
    const parts = (keyword: string): Place[] =>
      Array.isArray(schema[keyword]) ? schema[keyword].map((value: unknown) => ({ ...place, value })) : [];
    const each = (keyword: string) =>
      parts(keyword).length > 0 && parts(keyword).every((part) => isError(part, depth + 1));
    return parts("allOf").some((part) => isError(part, depth + 1)) || each("oneOf") || each("anyOf");
  }

  function isWrong(place: Place): boolean {
    const response = follow(place);
    if (response === null) return true;
    const held = read(response.value);
    if (read(spec.root.data).swagger !== undefined) return !isError({ ...response, value: held.schema }, 0);
    const content = Object.values(read(held.content));
    return (
      content.length === 0 || content.some((media) => !isError({ ...response, value: read(media).schema }, 0))
    );
  }

  const root = read(spec.root.data);
  const found: string[] = [];
  for (const [path, item] of Object.entries(read(root.paths))) {
    const place = follow({ value: item, file: spec.file, id: path });
    for (const [method, operation] of Object.entries(read(place?.value))) {
      if (!["get", "put", "post", "delete", "options", "patch", "trace"].includes(method) || place === null)
        continue;
      for (const [status, value] of Object.entries(read(read(operation).responses))) {
        if (/^([12]|304$|x-)/.test(status)) continue;
        if (isWrong({ ...place, value })) found.push(`${method.toUpperCase()} ${path} ${status}`);
      }
    }
  }
  return found;
}
