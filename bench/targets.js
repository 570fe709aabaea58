// What `errlock check` is held to, as ratios of one run: machines differ, ratios hardly do.

const ratios = [
  { scenario: "our", peer: "bare Node", most: 5 },
  { scenario: "our", peer: "`spectral lint`", most: 0.35 },
  { scenario: "e2b", peer: "`spectral lint`", most: 0.35 },
  { scenario: "github-json", peer: "`spectral lint`", most: 0.15 },
  { scenario: "github-yaml", peer: "`spectral lint`", most: 0.25 },
  ...["our", "e2b", "discord", "plaid", "github-json", "github-yaml"].map((scenario) => ({
    scenario,
    peer: "`redocly lint`",
    most: 1,
  })),
  ...["github-json", "github-yaml"].map((scenario) => ({
    scenario,
    peer: "`errlock check`",
    of: "`errlock lint`",
    most: 1.5,
  })),
];

const memory = { scenario: "github-json", most: 200 };

/** @returns {string[][]} rows: what, measured, at most, whether it holds */
export function judgeTargets(results) {
  const rows = [];
  for (const { scenario, of = "`errlock check`", peer, most } of ratios) {
    const ours = find(results, scenario, of);
    const theirs = find(results, scenario, peer);
    if (!ours?.wall || !theirs?.wall) continue;
    const wall = ours.wall / theirs.wall;
    const cpu = ours.cpu === null || theirs.cpu === null ? null : ours.cpu / theirs.cpu;
    const measured = `${wall.toFixed(2)} (CPU ${cpu?.toFixed(2) ?? "–"})`;
    rows.push([
      `${scenario}: ${of} / ${peer}`,
      measured,
      String(most),
      wall <= most ? "holds" : "**missed**",
    ]);
  }
  const peak = find(results, memory.scenario, "`errlock check`")?.memory;
  if (peak) {
    const row = [`${memory.scenario}: peak memory`, `${Math.round(peak)} MB`, `${memory.most} MB`];
    rows.push([...row, peak <= memory.most ? "holds" : "**missed**"]);
  }
  return rows;
}

function find(results, scenario, name) {
  const subjects = results.find(({ id }) => id === scenario)?.subjects;
  return subjects?.find((subject) => subject.name.replaceAll("**", "").startsWith(name));
}

export function targetsTable(results) {
  const rows = judgeTargets(results);
  if (rows.length === 0) return "";
  const table = [["target, by time", "measured", "at most", ""], [":--", "--:", "--:", ":--"], ...rows];
  return `### Targets\n\n${table.map((row) => `| ${row.join(" | ")} |`).join("\n")}`;
}
