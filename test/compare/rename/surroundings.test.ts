import { describe, expect, test } from "vitest";
import { told } from "../told.js";
import { api } from "./api.js";

type Responses = Readonly<Record<string, string>>;

/** What is shown, the responses of one operation before and after, and what became of `green`. */
type Row = readonly [string, Responses, Responses, string];

const codes = (text: string) => `one two six ${text}`;

const own: readonly Row[] = [
  [
    "that no other code has are its own",
    { "403": "green", "404": "two", "409": "six one" },
    { "403": "white", "404": "two", "409": "six one" },
    "green > white: other 0.65 (the only code of GET /a 403, then and now; same statuses and operations; the only code that left, and the only one that came)",
  ],
  [
    "that half of the codes have are its own",
    { "403": "one green", "404": "two", "409": "six" },
    { "403": "one white", "404": "two", "409": "six" },
    "green > white: other 0.62 (one left and one came in GET /a 403; same statuses and operations; the only code that left, and the only one that came)",
  ],
  [
    "that more than half of the codes have are not its own",
    { "403": "one two green", "404": "six" },
    { "403": "one two white", "404": "six" },
    "green left",
  ],
  [
    "of which a status went are not its own",
    { "403": "green", "404": "two", "409": "six one", "410": "green" },
    { "403": "white", "404": "two", "409": "six one", "410": "" },
    "green left, white?",
  ],
];

describe("the statuses and operations of a code", () => {
  test.each(own)("%s", (_, before, after, line) => {
    expect(
      told(
        api({ codes: codes("green"), operations: { "GET /a": before } }),
        api({ codes: codes("white"), operations: { "GET /a": after } }),
      ),
    ).toEqual([line]);
  });

  test("of which an operation went are not its own", () => {
    const others = { "404": "two", "409": "six one" };
    const before = { "GET /a": { "403": "green", ...others }, "GET /b": { "403": "green" } };
    const after = { "GET /a": { "403": "white", ...others }, "GET /b": { "403": "" } };
    expect(
      told(
        api({ codes: codes("green"), operations: before }),
        api({ codes: codes("white"), operations: after }),
      ),
    ).toEqual(["green left, white?"]);
  });

  test("speak against one that stands in an operation that came alone", () => {
    const others = { "404": "two", "409": "six one" };
    const before = { "GET /a": { "403": "alpha_beta_green_now", ...others } };
    const after = { "GET /a": others, "GET /b": { "403": "alpha_beta_white_now" } };
    expect(
      told(
        api({ codes: codes("alpha_beta_green_now"), operations: before }),
        api({ codes: codes("alpha_beta_white_now"), operations: after }),
      ),
    ).toEqual(["alpha_beta_green_now left, alpha_beta_white_now?"]);
  });
});
