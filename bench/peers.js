// The tools that errlock is measured beside: named by environment variables, else on PATH or in node_modules.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { repo } from "./workspace.js";

const names = ["spectral", "redocly", "oasdiff", "vacuum", "optic"];

/** @returns {Record<string, string | null>} the executable of each peer; null where there is none */
export function findPeers() {
  return Object.fromEntries(names.map((name) => [name, find(name)]));
}

/** @returns {string[]} what to say of the peers that are not there */
export function missingPeers(peers) {
  return names
    .filter((name) => peers[name] === null)
    .map((name) => `${name}: not on PATH, and ${variable(name)} does not name it`);
}

function find(name) {
  const named = process.env[variable(name)];
  if (named) {
    if (!existsSync(named)) throw new Error(`${variable(name)} names ${named}, which is not there`);
    return named;
  }
  const folders = [join(repo, "node_modules", ".bin"), ...(process.env.PATH ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

function variable(name) {
  return `ERRLOCK_BENCH_${name.toUpperCase()}`;
}

/** One comparable rule, which the specs hold: every response of 4xx and 5xx has a description. */
export const spectralRuleset = `rules:
  error-response-described:
    given: $.paths[*][*].responses[?(@property.match(/^[45]/))]
    severity: error
    then:
      field: description
      function: truthy
`;

export const redoclyConfig = `rules:
  operation-4xx-response: warn
  operation-4xx-problem-details-rfc7807: warn
`;

/** The peers' commands over one spec, in a folder that holds their configs. */
export function lintersOf(peers, file, cwd) {
  return [
    peers.spectral && {
      name: "`spectral lint`, one rule",
      command: [peers.spectral, "lint", "-r", "spectral.yaml", file],
    },
    peers.redocly && {
      name: "`redocly lint`, two 4xx rules",
      command: [peers.redocly, "lint", "--config", "redocly.yaml", "--max-problems", "1", file],
      env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    },
    peers.vacuum && { name: "`vacuum lint`, its own rules", command: [peers.vacuum, "lint", "-s", file] },
    peers.oasdiff && {
      name: "`oasdiff breaking` with itself",
      command: [peers.oasdiff, "breaking", file, file],
    },
    peers.optic && { name: "`optic diff` with itself", command: [peers.optic, "diff", file, file] },
  ]
    .filter(Boolean)
    .map((subject) => ({ exits: [0, 1], ...subject, cwd }));
}
