import type { Operation } from "../../contract/contract.js";

export interface OperationMatch {
  readonly pairs: readonly { readonly before: Operation; readonly after: Operation }[];
  readonly gone: readonly Operation[];
}

/** Which operation is which: by method and path; names of path parameters are no part of the path. */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): OperationMatch {
  const exact = new Map(after.map((operation) => [operation.id, operation]));
  const pairs: { before: Operation; after: Operation }[] = [];
  const rest: Operation[] = [];
  for (const operation of before) {
    const same = exact.get(operation.id);
    if (same === undefined) {
      rest.push(operation);
    } else {
      pairs.push({ before: operation, after: same });
      exact.delete(operation.id);
    }
  }
  const byShape = new Map([...exact.values()].map((operation) => [shape(operation.id), operation]));
  const gone: Operation[] = [];
  for (const operation of rest) {
    const same = byShape.get(shape(operation.id));
    if (same === undefined) {
      gone.push(operation);
    } else {
      pairs.push({ before: operation, after: same });
      byShape.delete(shape(operation.id));
    }
  }
  return { pairs, gone };
}

function shape(id: string): string {
  return id.replace(/\{[^{}]*\}/g, "{}");
}
