import { count } from "../report/words.js";
import type { PageCatalog, PageCode } from "./page.js";

/** Reason phrases of the IANA registry of HTTP status codes (RFC 9110 and others). */
const phrases: Readonly<Record<string, string>> = {
  "300": "Multiple Choices",
  "301": "Moved Permanently",
  "302": "Found",
  "303": "See Other",
  "304": "Not Modified",
  "307": "Temporary Redirect",
  "308": "Permanent Redirect",
  "400": "Bad Request",
  "401": "Unauthorized",
  "402": "Payment Required",
  "403": "Forbidden",
  "404": "Not Found",
  "405": "Method Not Allowed",
  "406": "Not Acceptable",
  "407": "Proxy Authentication Required",
  "408": "Request Timeout",
  "409": "Conflict",
  "410": "Gone",
  "411": "Length Required",
  "412": "Precondition Failed",
  "413": "Content Too Large",
  "414": "URI Too Long",
  "415": "Unsupported Media Type",
  "416": "Range Not Satisfiable",
  "417": "Expectation Failed",
  "421": "Misdirected Request",
  "422": "Unprocessable Content",
  "423": "Locked",
  "424": "Failed Dependency",
  "425": "Too Early",
  "426": "Upgrade Required",
  "428": "Precondition Required",
  "429": "Too Many Requests",
  "431": "Request Header Fields Too Large",
  "451": "Unavailable For Legal Reasons",
  "500": "Internal Server Error",
  "501": "Not Implemented",
  "502": "Bad Gateway",
  "503": "Service Unavailable",
  "504": "Gateway Timeout",
  "505": "HTTP Version Not Supported",
  "507": "Insufficient Storage",
  "508": "Loop Detected",
  "511": "Network Authentication Required",
};

const classes: Readonly<Record<string, string>> = {
  "3XX": "any redirection",
  "4XX": "any client error",
  "5XX": "any server error",
  default: "any other status",
};

/** What a status means, in a few words; null for one without a name. */
export function statusWords(status: string): string | null {
  const key = status === "default" ? status : status.toUpperCase();
  return (
    (Object.hasOwn(phrases, key) ? phrases[key] : Object.hasOwn(classes, key) ? classes[key] : null) ?? null
  );
}

/** `Error codes of the Sandbox Platform API`. */
export function title(api: string | null): string {
  return api === null ? "Error codes" : `${oneLine(api)} error codes`;
}

/** Line breaks and runs of spaces mean nothing in a sentence. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** `65 codes in 9 groups`. */
export function sizeWords({ groups, retired }: PageCatalog): string {
  const codes = groups.reduce((sum, group) => sum + group.codes.length, 0);
  const named = groups.filter(({ name }) => name !== null).length;
  const parts = [count(codes, "code")];
  if (named > 1) parts[0] += ` in ${count(named, "group")}`;
  if (retired.length > 0) parts.push(`${retired.length} retired`);
  return parts.join(", ");
}

/** When a code came, in words; null: not known. */
export function sinceWords({ since, reintroduced, lifecycle }: PageCode): string | null {
  if (lifecycle === "unreleased") return since === null ? "not released yet" : `${since}, not released yet`;
  if (since === null) return null;
  return reintroduced === null ? since : `${since}, again since ${reintroduced}`;
}

/** The heading of a group; codes without one stand under `Other codes` beside groups. */
export function groupTitle(name: string | null, { groups }: PageCatalog): string {
  if (name !== null) return oneLine(name) || "Other codes";
  return groups.length > 1 ? "Other codes" : "Codes";
}
