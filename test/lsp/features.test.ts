import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { featureList } from "../../scripts/features/feature-list.ts";
import { REPOSITORY } from "../harness/build-if-stale.ts";
import { FULL_CLIENT } from "../harness/full-client.ts";
import { type Capabilities, LspClient } from "../harness/lsp-client.ts";

const features = featureList.flatMap((group) => group.features);

/** What says how a feature is offered, and offers nothing by itself. */
const DETAILS = ["identifier", "filters", "legend", "firstTriggerCharacter", "moreTriggerCharacter"];
/** Lists whose members are features, each by itself. */
const LISTS = /\.(?:codeActionKinds|commands)$/;

describe("the list of features", () => {
  it("has every row shown by a fixture or test that npm test runs", () => {
    const globs = runBy();
    for (const { name, shownBy } of features)
      for (const path of shownBy) {
        assert.ok(existsSync(join(REPOSITORY, path)), `${name}: ${path} is not there`);
        assert.ok(
          globs.some((glob) => glob.test(path)),
          `${name}: ${path} is run by nothing`,
        );
      }
  });

  it("names each feature and each offer once", () => {
    const names = features.flatMap(({ name, offered = [], registered = [], contributed = [] }) => [
      name,
      ...[...offered, ...registered, ...contributed],
    ]);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("is what a client is offered that can do everything, no more and no less", async () => {
    const offered = await offeredTo(FULL_CLIENT);
    const listed = features.flatMap((feature) => feature.offered ?? []);
    assert.deepEqual(
      listed.filter((path) => !offered.all.has(path)),
      [],
      "listed and not offered",
    );
    assert.deepEqual(
      offered.smallest.filter((path) => !listed.includes(path)),
      [],
      "offered and not listed",
    );
    const registered = features.flatMap((feature) => feature.registered ?? []);
    assert.deepEqual([...new Set(offered.registered)].sort(), registered.sort());
  });

  it("says what needs no announcement: a client that announces nothing is offered that alone", async () => {
    const offered = await offeredTo({});
    const always = features.flatMap(({ needs, offered = [] }) => (needs === undefined ? offered : []));
    assert.deepEqual(
      always.filter((path) => !offered.all.has(path)),
      [],
      "listed and not offered",
    );
    assert.deepEqual(
      offered.smallest.filter((path) => !always.includes(path)),
      [],
      "offered and not listed",
    );
    assert.deepEqual(offered.registered, []);
  });

  for (const needs of new Set(features.flatMap((feature) => feature.needs ?? [])))
    it(`says what needs ${needs}: without it that is not offered`, async () => {
      const offered = await offeredTo(without(FULL_CLIENT, needs));
      const needing = features.flatMap((feature) => (feature.needs === needs ? (feature.offered ?? []) : []));
      assert.notEqual(needing.length, 0);
      assert.deepEqual(
        needing.filter((path) => offered.all.has(path)),
        [],
      );
    });

  it("is what the extension's manifest contributes", () => {
    const { contributes } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));
    const listed = features.flatMap((feature) => feature.contributed ?? []);
    assert.deepEqual(contributions(contributes).sort(), listed.sort());
  });
});

interface Offered {
  /** Every path of the capabilities that leads to something. */
  readonly all: ReadonlySet<string>;
  /** Those that lead to nothing smaller. */
  readonly smallest: readonly string[];
  readonly registered: readonly string[];
}

async function offeredTo(capabilities: Capabilities): Promise<Offered> {
  const client = await LspClient.start({ capabilities });
  // What the server asks of the client, it has asked before it answers this.
  await client.request("textDocument/hover", {
    textDocument: { uri: "file:///x" },
    position: { line: 0, character: 0 },
  });
  const paths = pathsOf(client.initialized.capabilities);
  const smallest = paths.filter(
    (path) => !paths.some((other) => /^[.:]/.test(other.slice(path.length)) && other.startsWith(path)),
  );
  const { registered } = client;
  await client.stop();
  return { all: new Set(paths), smallest, registered };
}

/** `false` and what is left out offer nothing; an empty object does. */
function pathsOf(value: unknown, path = ""): string[] {
  if (value === undefined || value === null || value === false) return [];
  const here = path === "" ? [] : [path];
  if (Array.isArray(value)) return LISTS.test(path) ? [...here, ...value.map((one) => `${path}:${one}`)] : here;
  if (typeof value !== "object") return here;
  const below = Object.entries(value)
    .filter(([key]) => !DETAILS.includes(key))
    .flatMap(([key, one]) => pathsOf(one, path === "" ? key : `${path}.${key}`));
  return [...here, ...below];
}

/** The same capabilities without the one at the end of a path of keys. */
function without(capabilities: Capabilities, path: string): Capabilities {
  const copy = structuredClone(capabilities) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop()!;
  const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  assert.ok(last in holder, `${path} is no capability of the full client`);
  delete holder[last];
  return copy;
}

/** The files that the layers of npm test take. */
function runBy(): RegExp[] {
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));
  const [unit, editors] = ["test:unit", "test:editors"].map(
    (name) => /"(test\/[^"]*\.test\.ts)"/.exec(scripts[name])?.[1],
  );
  const { spec } = JSON.parse(readFileSync(join(REPOSITORY, "test/vscode/ui/.mocharc.json"), "utf8"));
  assert.ok(unit && editors && Array.isArray(spec));
  // test/markers/markers.test.ts takes the fixtures, test/vscode/suite/index.ts the suite.
  return [unit, editors, ...spec, "test/markers/*/*.txt", "test/vscode/suite/*.test.ts"].map(fromGlob);
}

/** As much of globs as the scripts use. */
function fromGlob(glob: string): RegExp {
  const parts: Record<string, string> = {
    "**/": "(?:[^/]+/)*",
    "*": "[^/]*",
    ".": "\\.",
    "{": "(?:",
    ",": "|",
    "}": ")",
  };
  return new RegExp(`^${glob.replace(/\*\*\/|[*.{,}]/g, (part) => parts[part]!)}$`);
}

/** The contributions of a manifest as `point:name`. */
function contributions(contributes: Record<string, unknown>): string[] {
  return Object.entries(contributes).flatMap(([point, value]) =>
    namesOf(point, value).map((name) => `${point}:${name}`),
  );
}

function namesOf(point: string, value: unknown): string[] {
  if (point === "configuration") return Object.keys((value as { properties: object }).properties);
  if (!Array.isArray(value)) return Object.keys(value as object);
  return value.map((one) => one.command ?? one.scopeName ?? one.id ?? one.language ?? one.view);
}
