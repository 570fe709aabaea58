// Specs that nobody wrote, to see how time grows with one thing at a time.

/** A spec with `operations` operations and `codes` codes. Without `described`, each response is a finding. */
export function generateSpec({
  operations,
  codes,
  described = true,
  name = (index) => `code_${index}_failed`,
}) {
  const paths = {};
  for (let index = 0; index < operations; index++) {
    paths[`/things/${index}`] = {
      get: {
        operationId: `getThing${index}`,
        parameters: [{ name: "limit", in: "query", schema: { type: "integer", minimum: 1 } }],
        responses: {
          200: { description: "The thing.", content: json({ $ref: "#/components/schemas/Thing" }) },
          400: described ? { $ref: "#/components/responses/Error" } : { description: "Bad request." },
          404: described ? { $ref: "#/components/responses/Error" } : { description: "Not found." },
        },
      },
    };
  }
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths,
    components: {
      responses: {
        Error: { description: "An error.", content: json({ $ref: "#/components/schemas/Error" }) },
      },
      schemas: {
        Thing: { type: "object", properties: { id: { type: "string" } } },
        Error: {
          type: "object",
          required: ["code", "error"],
          properties: {
            code: { type: "string", enum: Array.from({ length: codes }, (_, index) => name(index)) },
            error: { type: "string" },
          },
        },
      },
    },
  });
}

function json(schema) {
  return { "application/json": { schema } };
}

const words =
  "account build cluster disk event file group host image job key label machine node order pool".split(" ");

/** Names of three words and a number, many of them alike, as in catalogs that grew. */
export function codeName(index, verb) {
  const [a, b] = [words[index % words.length], words[(index >> 4) % words.length]];
  return `${a}_${b}_${verb}_${Math.floor(index / 256)}`;
}

/** A stream for `git fast-import`: a spec in `commits` versions, each with one code more and one less. */
export function historyOf(text, commits) {
  const parts = [];
  for (let index = 0; index < commits; index++) {
    const spec = text.replace("CODE_OF_THIS_VERSION", `code_of_version_${Math.floor(index / 2)}`);
    const message = `Change ${index}`;
    parts.push(
      "commit refs/heads/main",
      `committer Bench <bench@example.com> ${1_700_000_000 + index * 86_400} +0000`,
      `data ${message.length}\n${message}`,
      "M 100644 inline openapi.json",
      `data ${Buffer.byteLength(spec)}\n${spec}`,
    );
  }
  return `${parts.join("\n")}\n`;
}
