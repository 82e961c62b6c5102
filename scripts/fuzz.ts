// npm run fuzz [-- EDITS [SEED]]: tries many more random edits than the tests do, each time others, of texts and in typing
// sessions with a server. It prints the seed, with which the same edits can be tried again.
import { spawnSync } from "node:child_process";

const [edits = "200000", seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
const env = {
  ...process.env,
  AIPLAN_FUZZ_EDITS: edits,
  AIPLAN_FUZZ_READINESS: String(Math.ceil(Number(edits) / 40)),
  AIPLAN_FUZZ_SEED: seed,
};
const args = [
  "node_modules/mocha/bin/mocha.js",
  "test/core/robustness/edits.test.ts",
  "test/core/syntax/read-plain.test.ts",
  "test/core/readiness/monotonic.test.ts",
  "test/lsp/typing.test.ts",
];
process.exitCode = spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1;
