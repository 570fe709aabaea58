import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Reads a file that is shipped with errlock itself: the doc of a rule, a schema. Null where there is none. */
export function readPackageFile(path: string): string | null {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) {
      const file = join(folder, path);
      return existsSync(file) ? readFileSync(file, "utf8") : null;
    }
    if (dirname(folder) === folder) return null;
  }
}
