#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const program = fileURLToPath(new URL("errlock.js", import.meta.url));

/** What V8 made of the program when it was built. Another version of V8 rejects it, and compiles as usual. */
function compiled(): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(`${program}.v8`) };
  } catch {
    return {};
  }
}

// Plain ASCII: esbuild escapes all else.
const script = new Script(readFileSync(program, "latin1"), { filename: program, ...compiled() });
script.runInThisContext()(createRequire(program), program);
