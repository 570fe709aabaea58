import { Problem } from "../contract/problem.js";
import { appendToken, parsePointer, percentDecode } from "./pointer.js";
import { type SpecProblemCode, specProblems } from "./problems.js";
import { parseReference, resolveUri } from "./reference.js";
import type { Resources } from "./resources.js";
import type { Document, Node } from "./spec.js";

/** What following needs to know about a spec. */
export interface Loaded {
  readonly documents: ReadonlyMap<string, Document>;
  /** Why files that are referred to are not among the documents. */
  readonly failures: ReadonlyMap<string, Problem>;
  readonly resources: Resources;
}

/** A step that leads nowhere: the Problem is made from it, once somebody knows where the reference stands. */
interface DeadEnd {
  readonly code: SpecProblemCode;
  readonly why: string;
  /** The file's own problem, where that is the reason. */
  readonly cause?: Problem;
}

/** Follows one reference; the place where it stands is only asked for when there is a Problem. */
export function follow(
  ref: string,
  file: string,
  at: string | undefined,
  loaded: Loaded,
  place: () => Problem["location"],
): Node | Problem {
  const end = resolve(ref, file, at, loaded);
  if ("value" in end) return end;
  const location = place();
  const where = location && "line" in location ? `${file}:${location.line}` : file;
  const message = `\`$ref: ${ref}\` in ${where} cannot be followed: ${end.why}.`;
  if (end.cause)
    return new Problem(end.cause.code, message, end.cause.hint, end.cause.location, { cause: end.cause });
  return new Problem(end.code, message, specProblems[end.code], location);
}

/** A pointer may lead through so many `$ref`s: more are a cycle. */
const maxHops = 100;

function resolve(
  written: string,
  file: string,
  at: string | undefined,
  loaded: Loaded,
  hops = 0,
): Node | DeadEnd {
  const ref = written.trim();
  if (hops > maxHops) return { code: "ref-missing", why: "it leads through a cycle of references" };
  if (ref.startsWith("#") || ref === "") return inResources(ref.slice(1), file, at, loaded, hops);
  for (const base of loaded.resources.around(file, at)) {
    const resolved = resolveUri(ref, base.uri);
    const resource = resolved && loaded.resources.byUri(resolved.uri);
    if (resource) return inDocument(resolved.fragment, resource.file, resource.pointer, loaded, hops);
  }
  const reference = parseReference(ref, file);
  if (reference.kind === "outside") return { code: "ref-outside", why: reference.why };
  if (reference.kind === "malformed") return { code: "ref-malformed", why: reference.why };
  const { fragment } = reference;
  if (reference.kind === "file" && loaded.documents.has(reference.file)) {
    return inDocument(fragment, reference.file, "#", loaded, hops);
  }
  const named = loaded.resources.byUri(ref.replace(/#.*$/s, ""));
  if (named) return inDocument(fragment, named.file, named.pointer, loaded, hops);
  if (reference.kind === "file") return inDocument(fragment, reference.file, "#", loaded, hops);
  if (reference.remote) return { code: "ref-remote", why: "it is on the network, which errlock never uses" };
  return { code: "ref-missing", why: "no schema that was loaded has this `$id`" };
}

/** A fragment alone: relative to the schema resource around it, which is the document unless there is an `$id`. */
function inResources(fragment: string, file: string, at: string | undefined, loaded: Loaded, hops: number) {
  const inner = loaded.resources.around(file, at).map(({ pointer }) => pointer);
  const [first = "#", ...others] = at === undefined ? ["#", ...inner] : [...inner, "#"];
  const end = inDocument(fragment, file, first, loaded, hops);
  if ("value" in end) return end;
  const ends = others.map((root) => inDocument(fragment, file, root, loaded, hops));
  return ends.find((other) => "value" in other) ?? end;
}

function inDocument(
  fragment: string,
  file: string,
  root: string,
  loaded: Loaded,
  hops: number,
): Node | DeadEnd {
  const document = loaded.documents.get(file);
  if (!document) {
    const cause = loaded.failures.get(file);
    if (!cause) return { code: "ref-missing", why: `there is no file ${file}` };
    return { code: "ref-missing", why: cause.message.replace(/\.$/, ""), cause };
  }
  const tokens = parsePointer(root);
  if (fragment !== "" && !fragment.startsWith("/")) {
    const anchor = percentDecode(fragment);
    const pointer = loaded.resources.anchor(file, anchor, root);
    if (pointer === undefined) return { code: "ref-missing", why: `${file} has no anchor \`${anchor}\`` };
    return descend(document, parsePointer(pointer), loaded, hops);
  }
  return descend(document, [...tokens, ...parsePointer(fragment)], loaded, hops);
}

/** From the root of a document down; a `$ref` on the way is followed, as other tools do, though RFC 6901 would stop. */
function descend(
  document: Document,
  tokens: readonly string[],
  loaded: Loaded,
  hops: number,
): Node | DeadEnd {
  let node: Node = { value: document.data, site: { file: document.file, pointer: "#" } };
  for (const token of tokens) {
    const { value, site } = node;
    let next = child(node, token);
    if (!next && isReference(value)) {
      const through = resolve(value.$ref, site.file, site.pointer, loaded, hops + 1);
      if (!("value" in through)) return through;
      next = child(through, token);
    }
    if (!next) return { code: "ref-missing", why: `${site.file}${site.pointer} has no \`${token}\`` };
    node = next;
  }
  return node;
}

function isReference(value: unknown): value is { $ref: string } {
  return typeof value === "object" && value !== null && "$ref" in value && typeof value.$ref === "string";
}

function child({ value, site }: Node, token: string): Node | null {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return null;
  if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(token)) return null;
  const pointer = appendToken(site.pointer, token);
  return { value: (value as Record<string, unknown>)[token], site: { file: site.file, pointer } };
}
