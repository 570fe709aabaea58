import type { TrafficFinding } from "./judge.js";

/** A finding in words, without its place. */
export function trafficMessage({ kind, operation, status, code, suggestion, field }: TrafficFinding): string {
  const where = `${status} of ${operation ?? "no operation of the spec"}`;
  switch (kind) {
    case "body-not-json":
      return `${where} has no JSON body, and so no code.`;
    case "code-missing":
      return `${where} has no \`${field}\`.`;
    case "code-type":
      return `${where} has a \`${field}\` of another type than the spec says.`;
    case "field-missing":
      return `${where} lacks \`${field}\`, which the spec requires.`;
    case "code-unknown": {
      const what = code === null ? `a value of \`${field}\`` : `\`${code}\``;
      const near = suggestion === null ? "." : `; did you mean \`${suggestion}\`?`;
      return `${where} carries ${what} that is not in the catalog${near}`;
    }
    case "code-undocumented":
      return `${where} carries \`${code}\`, which the spec does not document there.`;
    case "status-undocumented":
      return `${where} is a response that the spec does not document.`;
  }
}
