import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./aiplan.ts";

/** Compares with a golden. UPDATE_GOLDENS=1 writes it anew; read what has changed before it is committed. */
export function expectGolden(name: string, text: string): void {
  const path = join(REPOSITORY, "test/cli/goldens", name);
  if (process.env.UPDATE_GOLDENS) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, "utf8"));
}
