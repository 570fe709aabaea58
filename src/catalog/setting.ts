import type { ErrorsSetting } from "../contract/policy.js";
import { errorSchemas } from "./assemble.js";
import { calling } from "./called.js";
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
  const isCalled = calling(schemas ?? [], file);
  const against = `the config names the error schemas ${schemas?.join(", ")}`;
  return choices.map((choice): Choice => {
    const { candidate } = choice;
    if (code !== undefined && candidate.path !== code) return refuse(choice, `the config names \`${code}\``);
    if (schemas !== undefined) {
      const sites = [...errorSchemas(candidate), ...candidate.owners];
      if (!sites.some(isCalled)) return refuse(choice, against);
    }
    if (code === undefined || candidate.codes.length === 0) return choice;
    return { ...choice, taken: true, against: null, evidence: [...choice.evidence, "named in the config"] };
  });
}

function refuse(choice: Choice, against: string): Choice {
  return { ...choice, taken: false, against };
}
