import { reveal } from "./reveal.js";

/** GitHub's workflow commands: `::name key=value,key=value::message`, one per line. */
export function workflowCommand(
  name: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number | null>>,
  lines: readonly string[],
): string {
  const pairs = Object.entries(properties).flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${property(String(value))}`],
  );
  return `::${name} ${pairs.join(",")}::${lines.map(data).join("%0A")}`;
}

/** The runner decodes `%25`, `%0D` and `%0A` in a message. */
function data(text: string): string {
  return reveal(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In a property also `:` and `,` end something. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
