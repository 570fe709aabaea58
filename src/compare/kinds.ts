import type { ChangeKind } from "../contract/change.js";
import { bodyKinds } from "./kinds/body.js";
import { catalogKinds } from "./kinds/catalogs.js";
import { codeKinds } from "./kinds/codes.js";
import type { ChangeKindInfo } from "./kinds/info.js";
import { operationKinds } from "./kinds/operations.js";

export type { ChangeKindInfo } from "./kinds/info.js";

/** The table of change kinds: levels, bumps, `errlock explain`, `errlock rules` and `docs/changes.md` come from it. */
export const changeKinds: Readonly<Record<ChangeKind, ChangeKindInfo>> = {
  ...codeKinds,
  ...catalogKinds,
  ...bodyKinds,
  ...operationKinds,
} satisfies Record<ChangeKind, ChangeKindInfo>;

/** All kinds in the order of the table: of codes, catalogs, bodies and operations, in each the gravest first. */
export const changeKindOrder = Object.keys(changeKinds) as readonly ChangeKind[];

export function isChangeKind(id: string): id is ChangeKind {
  return Object.hasOwn(changeKinds, id);
}
