/** One recorded response, with the request that it answers. */
export interface Exchange {
  readonly method: string;
  /** Path of the URL alone, without query; it may hold secrets, and is never shown. */
  readonly path: string;
  readonly status: number;
  /** The body as JSON; undefined where there is none, or none that is JSON. */
  readonly body: unknown;
}

/**
 * Reads one line of NDJSON: `{method, url|path, status, body}`, or the same under `request` and `response`. A body is
 * JSON, or its text.
 *
 * @returns null where this is no exchange
 */
export function exchangeOf(record: unknown): Exchange | null {
  const request = objectAt(record, "request") ?? record;
  const response = objectAt(record, "response") ?? record;
  const url = first(request, ["url", "path", "uri"]);
  const status = Number(first(response, ["status", "statusCode", "status_code"]));
  if (typeof url !== "string" || !Number.isInteger(status) || status < 100 || status > 599) return null;
  const method = first(request, ["method"]);
  const body = first(response, ["body"]);
  return {
    method: typeof method === "string" ? method.toUpperCase() : "GET",
    path: pathOf(url),
    status,
    body: typeof body === "string" ? parsed(body) : body,
  };
}

/** Entries of a HAR (HTTP Archive 1.2, `log.entries`); null where this is no HAR. */
export function harExchanges(document: unknown): (Exchange | null)[] | null {
  const entries = first(objectAt(document, "log"), ["entries"]);
  if (!Array.isArray(entries)) return null;
  return entries.map((entry: unknown) => {
    const response = objectAt(entry, "response");
    const content = objectAt(response, "content");
    const text = first(content, ["text"]);
    const isBinary = first(content, ["encoding"]) === "base64";
    const body = typeof text !== "string" ? undefined : isBinary ? decoded(text) : text;
    return exchangeOf({
      request: objectAt(entry, "request"),
      response: { status: first(response, ["status"]), body },
    });
  });
}

function decoded(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathOf(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
  return path === "" ? "/" : path;
}

function objectAt(value: unknown, key: string): unknown {
  const found = first(value, [key]);
  return typeof found === "object" && found !== null ? found : undefined;
}

/** The value of the first of some keys that an object has. */
export function first(value: unknown, keys: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(value));
  return keys.map((key) => entries.get(key)).find((found) => found !== undefined);
}
