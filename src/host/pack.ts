import { deserialize, serialize } from "node:v8";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Plain data, as small as thousands of the same kind must be to be kept at once. */
export interface Packed<T> {
  readonly bytes: Uint8Array;
  /** What it holds; never there. */
  readonly type?: T;
}

/** A copy of plain data that shares nothing with it: neither objects nor the text that strings were cut from. */
export function pack<T>(data: T): Packed<T> {
  return { bytes: deflateRawSync(serialize(data), { level: 1 }) };
}

/** What was packed, made anew at each call. */
export function unpack<T>({ bytes }: Packed<T>): T {
  return deserialize(inflateRawSync(bytes));
}
