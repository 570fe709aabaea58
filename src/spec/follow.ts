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
  /** What references on the way to others lead to, by their places. */
  readonly passed: Map<string, Node | DeadEnd>;
}

/** A step that leads nowhere: the Problem is made from it, once somebody knows where the reference stands. */
export interface DeadEnd {
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
  const end = resolve(ref, file, at, { ...loaded, hops: 0 });
  if ("value" in end) return end;
  const location = place();
  const where = location && "line" in location ? `${file}:${location.line}` : file;
  const message = `\`$ref: ${ref}\` in ${where} cannot be followed: ${end.why}.`;
  if (end.cause)
    return new Problem(end.cause.code, message, end.cause.hint, end.cause.location, { cause: end.cause });
  return new Problem(end.code, message, specProblems[end.code], location);
}

/** A pointer may lead through so many `$ref`s, those on the way to others counted: more are a cycle. */
const maxHops = 100;

/** One reference on its way. */
interface Way extends Loaded {
  hops: number;
}

function resolve(written: string, file: string, at: string | undefined, way: Way): Node | DeadEnd {
  const ref = written.trim();
  if (way.hops > maxHops)
    return {
      code: "ref-missing",
      why: `it leads through a cycle of references, or through more than ${maxHops}`,
    };
  if (ref.startsWith("#") || ref === "") return inResources(ref.slice(1), file, at, way);
  for (const base of way.resources.around(file, at)) {
    const resolved = resolveUri(ref, base.uri);
    const resource = resolved && way.resources.byUri(resolved.uri);
    if (resource) return inDocument(resolved.fragment, resource.file, resource.pointer, way);
  }
  const reference = parseReference(ref, file);
  if (reference.kind === "outside") return { code: "ref-outside", why: reference.why };
  if (reference.kind === "malformed") return { code: "ref-malformed", why: reference.why };
  const { fragment } = reference;
  if (reference.kind === "file" && way.documents.has(reference.file)) {
    return inDocument(fragment, reference.file, "#", way);
  }
  const named = way.resources.byUri(ref.replace(/#.*$/s, ""));
  if (named) return inDocument(fragment, named.file, named.pointer, way);
  if (reference.kind === "file") return inDocument(fragment, reference.file, "#", way);
  if (reference.remote) return { code: "ref-remote", why: "it is on the network, which errlock never uses" };
  return { code: "ref-missing", why: "no schema that was loaded has this `$id`" };
}

/** A fragment alone: relative to the schema resource around it, which is the document unless there is an `$id`. */
function inResources(fragment: string, file: string, at: string | undefined, way: Way) {
  const inner = way.resources.around(file, at).map(({ pointer }) => pointer);
  const [first = "#", ...others] = at === undefined ? ["#", ...inner] : [...inner, "#"];
  const end = inDocument(fragment, file, first, way);
  if ("value" in end) return end;
  const ends = others.map((root) => inDocument(fragment, file, root, way));
  return ends.find((other) => "value" in other) ?? end;
}

function inDocument(fragment: string, file: string, root: string, way: Way): Node | DeadEnd {
  const document = way.documents.get(file);
  if (!document) {
    const cause = way.failures.get(file);
    if (!cause) return { code: "ref-missing", why: `there is no file ${file}` };
    return { code: "ref-missing", why: cause.message.replace(/\.$/, ""), cause };
  }
  const tokens = parsePointer(root);
  if (fragment !== "" && !fragment.startsWith("/")) {
    const anchor = percentDecode(fragment);
    const pointer = way.resources.anchor(file, anchor, root);
    if (pointer === undefined) return { code: "ref-missing", why: `${file} has no anchor \`${anchor}\`` };
    return descend(document, parsePointer(pointer), way);
  }
  return descend(document, [...tokens, ...parsePointer(fragment)], way);
}

/** From the root of a document down; a `$ref` on the way is followed, as other tools do, though RFC 6901 would stop. */
function descend(document: Document, tokens: readonly string[], way: Way): Node | DeadEnd {
  let node: Node = { value: document.data, site: { file: document.file, pointer: "#" } };
  for (const token of tokens) {
    const { value, site } = node;
    let next = child(node, token);
    if (!next && isReference(value)) {
      const through = pass(value.$ref, site, way);
      if (!("value" in through)) return through;
      next = child(through, token);
    }
    if (!next) return { code: "ref-missing", why: `${site.file}${site.pointer} has no \`${token}\`` };
    node = next;
  }
  return node;
}

/** Where a reference on the way to another leads; each is followed once, but for those that end too far away. */
function pass(ref: string, { file, pointer }: Node["site"], way: Way): Node | DeadEnd {
  const known = way.passed.get(file + pointer);
  if (known !== undefined) return known;
  way.hops += 1;
  const end = resolve(ref, file, pointer, way);
  if (way.hops <= maxHops) way.passed.set(file + pointer, end);
  return end;
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
