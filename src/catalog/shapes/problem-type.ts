import type { Shape } from "../../contract/contract.js";
import type { Candidate } from "../candidates.js";
import { splitPath } from "../candidates.js";
import { joinPath } from "../fields.js";

/**
 * The form that most of a catalog's values are written in. Problem types (RFC 9457, section 3.1.1) are a form of their
 * own: the member `type`, with URIs, or beside `title` and `status` or `detail`.
 */
export function catalogShape(candidate: Candidate): Shape {
  if (isProblemType(candidate)) return "problem-type";
  const counts = new Map<Shape, number>();
  for (const { shape, values } of candidate.lists)
    counts.set(shape, (counts.get(shape) ?? 0) + values.length);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? "enum";
}

function isProblemType(candidate: Candidate): boolean {
  const { parent, name } = splitPath(candidate.path);
  if (name !== "type" || candidate.lists.every(({ shape }) => shape === "examples")) return false;
  const uris = candidate.codes.every((code) => /^(https?:|urn:|tag:|about:|\/)/.test(code));
  const beside = (field: string): boolean =>
    candidate.bodies.some(({ body }) => body.fields.inside.has(joinPath(parent, field)));
  return uris || (beside("title") && (beside("status") || beside("detail")));
}
