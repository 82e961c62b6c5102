import { language, rules, runRules } from "@aiplan/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { jsonSchema } from "../../../core/src/generate/json-schema.ts";
import { type Node, pathOf } from "../../../core/src/syntax/nodes.ts";
import { type PlanFile, spanIn } from "../../../core/src/syntax/plan-file.ts";
import type { ProblemKind } from "../../../core/src/syntax/problems.ts";
import { type Files, load } from "../../harness/check.ts";

/** In strict mode: a keyword that does nothing, or a schema that is unclear, is an error here. */
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchema());

/** `unknown /outcome/sponsor`, `missing /load/peak`, `value /stage`: what is wrong, and where. */
type Fault = string;

/** Rules that speak of one value that is not what the language has there. */
const VALUE_RULES: ReadonlySet<string> = new Set([
  "wrong-type",
  "unknown-choice",
  "invalid-quantity",
  "invalid-date",
  "percent-out-of-range",
  "non-numeric-target",
  "unquoted-operator",
  "ambiguous-duration-unit",
  "empty-value",
]);

/** What YAML reads without a word, but not as it was meant. */
const ONLY_OURS: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  "duplicate-key",
  "split-value",
  "comment-ate-value",
  "missing-space",
  "keys-as-text",
  "operator-as-block",
  "hard-space",
]);

/** Does the rule say what a schema can say as well? */
export function isKnownToSchemas(id: string): boolean {
  const others = ["raci-accountable", "value-style", "unknown-key", "unit-mismatch"];
  return VALUE_RULES.has(id) || others.includes(id) || id.startsWith("missing-");
}

const SPEAKING = rules.filter(({ id }) => isKnownToSchemas(id));

/**
 * How the check and the schema disagree on a plan, as `check: missing /systems` and `schema: value /load/peak`; empty
 * where they agree. What only one of the two can know is left out; each such case is said in the guide.
 */
export async function disagreements(files: Files, name: string): Promise<string[]> {
  const text = files[name] ?? "";
  const { file, faults: found, explained } = await faultsFound(files, name);
  // A schema is given something else than what the author wrote, or is not meant for it.
  if (file.refusal || file.syntax.length > 0 || file.problems.some(({ kind }) => ONLY_OURS.has(kind))) return [];
  const schema = faultsBySchema(text);
  const isLent = (path: string) =>
    file.root.has("imports") && language.CATALOG_SECTIONS.some((one) => path === `/${one}`);
  const unknownIn = new Set(
    [...found].flatMap((fault) => (fault.startsWith("unknown ") ? [parentOf(fault.slice("unknown ".length))] : [])),
  );
  // An item of a list that has such a key may be the one that lacks what the list misses.
  const isUnknownBeside = (path: string) =>
    unknownIn.has(parentOf(path)) || [...unknownIn].some((map) => parentOf(map) === path);
  // What aliases and merge keys repeat is said once, where it comes from.
  const isRepeated = /<<\s*:|[\s[{,]\*[\w-]/.test(text);
  if (isRepeated && found.size > 0 && schema.size > 0) return [];
  // To a schema nothing is a value of the wrong type, to the check it is a missing one: the key, its map, or one beside it.
  const isEmptyTo = (path: string) =>
    [...schema].some(
      (fault) =>
        explained.has(fault) &&
        [path, parentOf(path)].some((place) => place !== "" && fault.slice(fault.indexOf(" ") + 1).startsWith(place)),
    );
  const missed = (fault: Fault) => (fault.startsWith("missing ") ? fault.slice("missing ".length) : undefined);
  const onlyFound = [...found].filter((fault) => {
    const path = missed(fault);
    // Whether catalogs lend all that is used, only those see who read them.
    return !schema.has(fault) && !(path !== undefined && (isLent(path) || isEmptyTo(path)));
  });
  const onlySchema = [...schema].filter((fault) => {
    const path = missed(fault);
    if (found.has(fault) || explained.has(fault)) return false;
    // A key that is misspelt is missing to a schema; the check says what was meant, and no more.
    return path === undefined || !isUnknownBeside(path);
  });
  return [...onlyFound.map((fault) => `check: ${fault}`), ...onlySchema.map((fault) => `schema: ${fault}`)];
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

interface Found {
  readonly file: PlanFile;
  /** What the check finds of that which a schema can say. */
  readonly faults: ReadonlySet<Fault>;
  /** What a schema may say besides of the same. */
  readonly explained: ReadonlySet<Fault>;
}

async function faultsFound(files: Files, name: string): Promise<Found> {
  const workspace = await load(files, name);
  const { file } = workspace;
  const nodes = pathsOf(file);
  const faults = new Set<Fault>();
  const explained = new Set<Fault>();
  const wrongDimension = new Set(
    file.problems.flatMap(({ kind, node }) => (kind === "wrong-dimension" ? [pathOf(node).join("/")] : [])),
  );
  // Which three letters are a currency, a schema cannot know: the list of them grows.
  const currencies = new Set(
    file.problems.flatMap((problem) =>
      "problem" in problem && problem.problem.kind === "unknown-currency" ? [pathOf(problem.node).join("/")] : [],
    ),
  );
  // In quotes, or with a word such as `ratio`, a number is a text to YAML, and so is `true`; the check reads what was meant.
  for (const { path, node } of nodes)
    if (node.kind === "scalar" && ["number", "boolean"].includes(node.type?.kind ?? "") && node.value !== undefined)
      explained.add(`value ${path}`);
  for (const { rule, missing, place } of runRules(workspace, SPEAKING, rules)) {
    for (const { name, alternatives = [], key } of missing?.lacks ?? []) {
      const at = missing?.object === file.root || !missing ? [] : pathOf(missing.object);
      const others = [...alternatives, ...(key.when?.kind === "sibling-absent" ? [key.when.key] : [])];
      for (const other of others) explained.add(`missing /${[...at, other].join("/")}`);
      // To a schema nothing is a value of the wrong type, to the check it is a missing one.
      for (const empty of [at, ...[name, ...others].map((one) => [...at, one])])
        for (const kind of ["value", "missing"]) explained.add(`${kind} /${empty.join("/")}`);
      if (at.length === 0) explained.add("missing /imports");
      if (language.STAGES.indexOf(key.due) > language.STAGES.indexOf(file.stage)) continue;
      // Which item of a list lacks it, a schema cannot say.
      faults.add(`missing /${(key.when?.kind === "item" ? at.slice(0, -1) : [...at, name]).join("/")}`);
    }
    if (place.uri !== file.uri) continue;
    const path = nodes.findLast(({ start, end }) => start <= place.start && place.end <= end);
    if (!path) continue;
    if (currencies.has(path.path.slice(1))) explained.add(`value ${path.path}`);
    else if (rule === "raci-accountable" || rule === "value-style") explained.add(`value ${path.path}`);
    else if (rule === "unknown-key") faults.add(`unknown ${path.path}`);
    else if (VALUE_RULES.has(rule) || wrongDimension.has(path.path.slice(1))) faults.add(`value ${path.path}`);
  }
  return { file, faults, explained };
}

interface PathAt {
  readonly path: string;
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

/** Where keys and values stand, the inner ones last; of an entry without a value there is the key alone. */
function pathsOf(file: PlanFile): PathAt[] {
  const paths: PathAt[] = [];
  const visit = (node: Node, path: string): void => {
    paths.push({ path, node, ...spanIn(file, node) });
    if (node.kind === "list") for (const [index, item] of node.all.entries()) visit(item, `${path}/${index}`);
    if (node.kind === "map") for (const { key, value } of node.all) visitEntry(key, value, `${path}/${key.text}`);
  };
  const visitEntry = (key: Node, value: Node, path: string): void => {
    paths.push({ path, node: key, ...spanIn(file, key) });
    visit(value, path);
  };
  for (const { key, value, name } of file.sections) visitEntry(key, value, `/${name}`);
  return paths;
}

/** What the schema finds, without what only follows from it. */
function faultsBySchema(text: string): Set<Fault> {
  if (validate(parse(text, { merge: true, uniqueKeys: false, logLevel: "silent" }))) return new Set();
  const faults: { kind: string; path: string }[] = [];
  for (const { keyword, instancePath, params, schemaPath } of validate.errors ?? []) {
    // What the items of a list lack that one of them must have is no fault of each.
    if (/\/contains\//.test(schemaPath)) continue;
    const path = instancePath.replaceAll("~1", "/").replaceAll("~0", "~");
    if (keyword === "additionalProperties")
      faults.push({ kind: "unknown", path: `${path}/${params.additionalProperty}` });
    else if (keyword === "required") faults.push({ kind: "missing", path: `${path}/${params.missingProperty}` });
    else if (keyword === "contains" || (keyword === "not" && schemaPath.includes("due-at")))
      faults.push({ kind: "missing", path });
    else if (keyword !== "if") faults.push({ kind: "value", path });
  }
  // A value that has faults in it fits none of the forms it may have, and that is no fault of its own.
  const isCause = ({ kind, path }: { kind: string; path: string }) =>
    kind !== "value" ||
    !faults.some((other) => (other.kind !== "value" || other.path !== path) && other.path.startsWith(`${path}/`));
  return new Set(faults.filter(isCause).map(({ kind, path }) => `${kind} ${path}`));
}
