import type { Finding } from "../contract/finding.js";
import type { Site } from "../contract/location.js";
import type { ErrorsSetting } from "../contract/policy.js";
import type { Spec } from "../spec/spec.js";
import { errorSchemas } from "./assemble.js";
import { calling } from "./called.js";
import { deceptions } from "./deception.js";
import type { Group } from "./merge.js";
import type { Survey } from "./survey.js";
import { siteKey } from "./walk/node.js";
import { type WarningRuleId, warningRules } from "./warning-rules.js";

interface Warning {
  readonly rule: WarningRuleId;
  readonly at: string;
  readonly message: string;
  readonly site: Site;
}

/** Plain scalars that YAML 1.1 alone reads as booleans, dates, sexagesimal or other numbers (yaml.org/type). */
const ambiguous =
  /^(y|n|yes|no|on|off)$|^\d{4}-\d\d?-\d\d?([t ].*)?$|^[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?$|^0[xob][\da-f_]+$|^[-+]?[\d_]+(\.[\d_]*)?(e[-+]?\d+)?$/i;

/** What is strange about the lists that were taken, and references that lead nowhere, by place. */
export function warn(
  spec: Spec,
  found: Survey,
  groups: readonly Group[],
  setting: ErrorsSetting | null,
): Finding[] {
  const warnings = [
    ...groups.flatMap((group) => ofGroup(spec, group)),
    ...ofReferences(found),
    ...ofSetting(found, groups, setting),
  ];
  const distinct = new Map(warnings.map((one) => [`${one.rule} ${siteKey(one.site)}`, one]));
  return [...distinct.values()].map(({ rule, at, message, site }) => ({
    rule,
    level: warningRules[rule].level,
    at,
    message,
    cause: null,
    location: spec.locate(site),
  }));
}

function ofGroup(spec: Spec, { path, lists, codes }: Group): Warning[] {
  const deceptive = deceptions(codes);
  return lists.flatMap((list) => [
    ...list.values.flatMap(({ code, site }): Warning[] => {
      const why = deceptive.get(code);
      if (why === undefined) return [];
      return [{ rule: "code-deceptive", at: `${path} ${code}`, site, message: `\`${code}\` ${why}.` }];
    }),
    ...list.odd.map(({ value, site, why }): Warning => {
      const written = why === "not-string" ? sourceOf(spec, site, value) : String(value);
      return why === "placeholder"
        ? {
            rule: "code-placeholder",
            at: `${path} ${written}`,
            site,
            message: `\`${written}\` is a placeholder, no code: write the code, or remove it.`,
          }
        : {
            rule: "code-not-string",
            at: `${path} ${written}`,
            site,
            message: `\`${written}\` is read as ${typeName(value)}, no code: put it in quotes if it is one.`,
          };
    }),
    ...list.values.flatMap(({ code, site, type }): Warning[] => {
      if (type === "number") {
        return [
          {
            rule: "code-not-string",
            at: `${path} ${code}`,
            site,
            message: `the code \`${code}\` is a number: it is treated as the string "${code}".`,
          },
        ];
      }
      if (!ambiguous.test(code) || sourceOf(spec, site, code) !== code) return [];
      return [
        {
          rule: "code-ambiguous-yaml",
          at: `${path} ${code}`,
          site,
          message: `\`${code}\` without quotes is no string to every YAML reader: write "${code}".`,
        },
      ];
    }),
  ]);
}

function ofReferences({ unresolved }: Survey): Warning[] {
  return unresolved.map(({ problem, site }) => ({
    rule: "ref-unresolved",
    at: site.pointer,
    site,
    message: `${problem.message}. What it would declare is not known.`,
  }));
}

/** The rules look where the config says, also where a baseline knows better: a place with nothing there is said. */
function ofSetting({ root }: Survey, groups: readonly Group[], setting: ErrorsSetting | null): Warning[] {
  const { schemas, code } = setting ?? {};
  const isCalled = calling(schemas ?? [], root.site.file);
  const isThere = groups.some(
    (group) =>
      (code === undefined || group.paths.includes(code)) &&
      (schemas === undefined || [...errorSchemas(group), ...group.owners].some(isCalled)),
  );
  if (isThere || (schemas === undefined && code === undefined)) return [];
  const where = [
    code === undefined ? "" : ` at \`${code}\``,
    schemas === undefined ? "" : ` in ${schemas.join(", ")}`,
  ];
  const message = `the config says that the codes are${where.join("")}, and there is no list: see \`errlock codes --explain\`.`;
  return [{ rule: "errors-not-there", at: "errors", site: root.site, message }];
}

/** As written in the file; what was read, where the place cannot be found. */
function sourceOf(spec: Spec, site: Site, value: unknown): string {
  return spec.raw(site) || JSON.stringify(value);
}

function typeName(value: unknown): string {
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
