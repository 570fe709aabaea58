import type { ErrorsSetting } from "../contract/policy.js";
import { errorSchemas } from "./assemble.js";
import { isCalled } from "./called.js";
import type { Choice } from "./choose.js";

/**
 * Applies `errors:` of the config. `code` names the path of the one catalog there is; `schemas` the error
 * schemas: only what they carry counts.
 */
export function applySetting(
  choices: readonly Choice[],
  setting: ErrorsSetting | null,
  file: string,
): Choice[] {
  const { code, schemas } = setting ?? {};
  if (code === undefined && schemas === undefined) return [...choices];
  return choices.map((choice): Choice => {
    const { candidate } = choice;
    if (code !== undefined && candidate.path !== code) return refuse(choice, `the config names \`${code}\``);
    if (schemas !== undefined) {
      const sites = [...errorSchemas(candidate), ...candidate.owners];
      if (!sites.some((site) => schemas.some((name) => isCalled(site, name, file))))
        return refuse(choice, `the config names the error schemas ${schemas.join(", ")}`);
    }
    if (code === undefined || candidate.codes.length === 0) return choice;
    return { ...choice, taken: true, against: null, evidence: [...choice.evidence, "named in the config"] };
  });
}

function refuse(choice: Choice, against: string): Choice {
  return { ...choice, taken: false, against };
}
