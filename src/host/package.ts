import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Reads a file that is shipped with errlock itself: the doc of a rule, a schema. Null where there is none. */
export function readPackageFile(path: string): string | null {
  const file = packageFile(path);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Where a file of errlock itself stands, bundled or not. */
export function packageFile(path: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) || dirname(folder) === folder) return join(folder, path);
  }
}
