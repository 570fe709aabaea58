/** A plain value that knows where it stands: `start` and `end` are offsets into the text. Baselines and configs are read as this. */
export type TreeNode = TreeObject | TreeArray | TreeScalar;

export interface Span {
  readonly start: number;
  readonly end: number;
}
export interface TreeObject extends Span {
  readonly type: "object";
  readonly members: readonly TreeMember[];
}
export interface TreeArray extends Span {
  readonly type: "array";
  readonly items: readonly TreeNode[];
}
export interface TreeScalar extends Span {
  readonly type: "scalar";
  readonly value: string | number | boolean | null;
  /** As it is written, where that says more than the value: `2.0`, `0404`. */
  readonly source: string;
}
export interface TreeMember extends Span {
  readonly key: string;
  readonly value: TreeNode;
}

/** The text is not what it should be: the reason, and the offset where reading stopped. */
export class TreeError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
