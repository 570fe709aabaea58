import { nearest } from "../contract/nearest.js";
import { Problem } from "../contract/problem.js";
import { readPackageFile } from "../host/package.js";
import type { ExitCode, World } from "./world.js";

/** The file formats that have a JSON Schema. */
const schemaNames = ["config", "baseline", "report", "codes", "history"] as const;

/** `errlock schema NAME`: prints the JSON Schema of a file format. */
export function schema(name: string, world: World): ExitCode {
  const known = schemaNames.find((each) => each === name);
  const text = known === undefined ? null : readPackageFile(`schema/${known}.schema.json`);
  if (text === null) {
    const near = nearest(name, schemaNames);
    throw new Problem(
      "usage",
      `there is no schema of \`${name}\``,
      near === null ? `schemas: ${schemaNames.join(", ")}.` : `did you mean \`${near}\`?`,
    );
  }
  world.out(text);
  return 0;
}
