import type { VersionScheme } from "../contract/policy.js";
import { yamlScalar } from "../report/escape/yaml.js";

/** What `init` found out about one spec. */
export interface SpecLine {
  readonly spec: string;
  readonly scheme: VersionScheme;
  /** It declares no codes. */
  readonly none: boolean;
}

/** The text of a new config: what was found out, and nothing that is the default anyway. */
export function configText(specs: readonly SpecLine[]): string {
  const entries = specs.flatMap(({ spec, scheme, none }) => [
    `  - spec: ${yamlScalar(spec)}`,
    `    version: { scheme: ${scheme} }`,
    ...(none ? ["    errors: none # it declares no error codes today: only the rules run"] : []),
  ]);
  return `# Its keys: \`errlock schema config\`.\nspecs:\n${entries.join("\n")}\n`;
}
