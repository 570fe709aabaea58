/** Codes that left a place and codes that came to it: a stretch of a list, an example, a response. */
export interface Exchange {
  readonly left: readonly string[];
  readonly came: readonly string[];
  /** Nothing else was there before, and nothing else is there now. */
  readonly whole: boolean;
  /** How much one code for one code says here, alone. */
  readonly weight: number;
  /** Several codes left and as many came, in an order that means something: the first for the first. */
  readonly rows: boolean;
  /** `the list`, `the example`, `GET /things 404`. */
  readonly place: string;
  /** Places of several kinds show the same exchange; those of one kind are counted together. */
  readonly kind: "list" | "response";
}
