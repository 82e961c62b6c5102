import assert from "node:assert/strict";
import { rules } from "@aiplan/core";

/** Says what a value must be; throws at the first that is not, with its path. */
type Shape = (value: unknown, path: string) => void;

const text: Shape = (value, path) => assert.equal(typeof value, "string", path);
const count: Shape = (value, path) => assert.ok(Number.isInteger(value) && Number(value) >= 0, path);
const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value, path) =>
    assert.ok(values.includes(value), `${path}: ${JSON.stringify(value)}`);
const list =
  (of: Shape): Shape =>
  (value, path) => {
    assert.ok(Array.isArray(value), path);
    value.forEach((item, index) => void of(item, `${path}[${index}]`));
  };
/** Exactly these keys, in this order; those that end in `?` may be absent. */
const object =
  (keys: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    assert.ok(typeof value === "object" && value !== null, path);
    const entries = Object.entries(value);
    const names = Object.keys(keys).map((key) => key.replace("?", ""));
    const expected = names.filter((name) => name in keys || name in value);
    assert.deepEqual(
      entries.map(([name]) => name),
      expected,
      path,
    );
    for (const [name, item] of entries) (keys[name] ?? keys[`${name}?`])!(item, `${path}.${name}`);
  };

const position = object({ line: count, character: count });
const range: Shape = (value, path) => {
  object({ start: position, end: position })(value, path);
  const { start, end } = value as Record<"start" | "end", { line: number; character: number }>;
  assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character), path);
};

const finding = object({
  rule: oneOf(...rules.map(({ id }) => id)),
  severity: oneOf("error", "warning", "info", "hint"),
  message: text,
  "path?": text,
  range,
  "help?": text,
  related: list(object({ path: text, range, message: text })),
  fixes: list(object({ title: text, edits: list(object({ "path?": text, range, newText: text })) })),
});

const report = object({
  files: list(
    object({ path: text, stage: oneOf(null, "proposal", "build", "pilot", "production"), findings: list(finding) }),
  ),
  summary: object({
    plans: count,
    catalogs: count,
    ignored: count,
    unchanged: count,
    unreadable: count,
    errors: count,
    warnings: count,
    infos: count,
    hints: count,
    "hidden?": count,
  }),
});

/** What docs/guides/command-line.md says of the report, key by key. */
export function expectShape(value: unknown): void {
  report(value, "report");
}
