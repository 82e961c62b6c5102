import assert from "node:assert/strict";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type {
  CodeAction,
  Diagnostic,
  FullDocumentDiagnosticReport,
  Range,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { checkJson, type ReportedFile, type ReportedFinding } from "../cli/aiplan.ts";
import { buildIfStale } from "../cli/built.ts";
import { EXAMPLES, examples, PLANS } from "../harness/examples.ts";
import { type Capabilities, LspClient } from "../harness/lsp-client.ts";

/** A client that is told all that the command line tells. Of snippets it knows nothing: those are for hands at a keyboard. */
const CAPABILITIES: Capabilities = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};

/** Before the milestones of most plans, so that the rules that ask what day it is have much to say. */
const CONFIG = "as-of: 2026-03-20\nrules: {unused-definition: info, undeclared-join: warning, value-style: off}\n";

const SEVERITIES = ["", "error", "warning", "info", "hint"];

interface Shown {
  readonly rule: string;
  readonly severity: string | undefined;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
}

interface Edit {
  readonly path: string;
  readonly range: Range;
  readonly newText: string;
}

/** Every example, those in the state before among them, every plan of the tests, and some that are broken. */
function corpus(): Record<string, string> {
  const files: Record<string, string> = { "aiplan.config.yaml": CONFIG };
  for (const [folder, from] of [
    ["examples", EXAMPLES],
    ["plans", PLANS],
  ] as const)
    Object.assign(
      files,
      ...Object.entries(examples(from)[0]?.files ?? {}).map(([name, text]) => ({ [`${folder}/${name}`]: text })),
    );
  for (const { name, text } of examples().filter((one) => /^(?:before|broken)\//.test(one.name))) {
    const path = `examples/${name.replace(/\.aiplan$/, "")}`;
    const middle = Math.floor(text.length * 0.6);
    files[`${path}-crlf.aiplan`] = text.replaceAll("\n", "\r\n");
    files[`${path}-cut.aiplan`] = text.slice(0, middle);
    files[`${path}-torn.aiplan`] = `${text.slice(0, middle)}\n\t{ \u{1F600}: [\n${text.slice(middle)}`;
  }
  return {
    ...files,
    "broken/empty.aiplan": "",
    "broken/config/aiplan.config.yaml": "rules: {no-such-rule: off}\nas-of: 2026-03-20\n",
    "broken/config/plan.aiplan": "aiplan: 1\nstage: proposal\n",
    "broken/no-plan.aiplan": "- a\n- b\n",
    "broken/two.aiplan": "aiplan: 1\nname: a\n---\naiplan: 1\nname: b\n",
    "broken/newer.aiplan": "aiplan: 99\nname: a\n",
    "broken/emoji.aiplan":
      'aiplan: 1\noutcome: {x-mood: "\u{1F600}\u{1F600}", statment: Cut the time., kpi: nothing}\n',
    "broken/ignored.aiplan":
      "aiplan: 1\n# aiplan-ignore missing-key\n# aiplan-ignore no-such-rule: why\nname: a\noutcom: {}\n",
  };
}

describe("what an editor shows and what the command line prints", function () {
  this.timeout(120_000);
  const files = corpus();
  let client: LspClient;
  let printed: ReadonlyMap<string, ReportedFile>;

  before(async () => {
    buildIfStale();
    client = await LspClient.start({ capabilities: CAPABILITIES, files });
    const { files: reported, stderr } = await checkJson([], { cwd: client.folder });
    assert.equal(stderr, "broken/config/aiplan.config.yaml:1:9: There is no rule `no-such-rule`.\n");
    printed = new Map(reported.map((file) => [file.path, file]));
  });
  after(() => client.stop());

  const pathOf = (uri: string) => relative(client.folder, fileURLToPath(uri)).replaceAll("\\", "/");

  const editsOf = ({ documentChanges = [] }: WorkspaceEdit): Edit[] =>
    documentChanges.flatMap((change) =>
      "textDocument" in change
        ? change.edits.map((edit) => {
            assert.ok("newText" in edit);
            return { path: pathOf(change.textDocument.uri), range: edit.range, newText: edit.newText };
          })
        : [],
    );

  async function inEditor(path: string, text: string): Promise<Shown[]> {
    const uri = await client.open(path, text);
    const textDocument = { uri };
    const { items } = await client.request<FullDocumentDiagnosticReport>("textDocument/diagnostic", { textDocument });
    const range = { start: { line: 0, character: 0 }, end: { line: text.split("\n").length, character: 0 } };
    const context = { diagnostics: items, only: ["quickfix"] };
    const actions = await client.request<CodeAction[] | null>("textDocument/codeAction", {
      textDocument,
      range,
      context,
    });
    await client.close(uri);
    return items.map((item) => ({
      rule: String(item.code),
      severity: SEVERITIES[item.severity ?? 0],
      message: typeof item.message === "string" ? item.message : item.message.value,
      range: item.range,
      related: (item.relatedInformation ?? []).map(({ location, message }) => ({
        path: pathOf(location.uri),
        range: location.range,
        message,
      })),
      fixes: fixesFor(item, actions ?? []),
    }));
  }

  /** Besides the fixes of its rule, a finding can be waived, ignored, and put right together with others. */
  function fixesFor(item: Diagnostic, actions: readonly CodeAction[]): Shown["fixes"] {
    const { fixes: titles = [] } = (item.data ?? {}) as { fixes?: readonly string[] };
    const own = actions.filter(
      ({ title, diagnostics: [about] = [] }) =>
        titles.includes(title) &&
        about?.code === item.code &&
        about?.message === item.message &&
        JSON.stringify(about?.range) === JSON.stringify(item.range),
    );
    assert.deepEqual(
      own.map(({ title }) => title),
      titles,
    );
    return own.map(({ title, edit }) => ({ title, edits: editsOf(edit ?? {}) }));
  }

  /** Editors are given the edits file by file. */
  function byFile(edits: readonly Edit[]): Edit[] {
    const paths = [...new Set(edits.map(({ path }) => path))];
    return paths.flatMap((path) => edits.filter((edit) => edit.path === path));
  }

  function onCommandLine(path: string, findings: readonly ReportedFinding[]): Shown[] {
    return findings.map((finding) => {
      assert.equal(finding.path, undefined, `${finding.rule} is shown in ${finding.path}`);
      const { rule, severity, message, range, related, fixes } = finding;
      const edits = (all: ReportedFinding["fixes"][number]["edits"]) =>
        byFile(all.map((edit) => ({ path: edit.path ?? path, range: edit.range, newText: edit.newText })));
      return {
        rule,
        severity,
        message,
        range,
        related: related.map(({ path, range, message }) => ({ path, range, message })),
        fixes: fixes.map((fix) => ({ title: fix.title, edits: edits(fix.edits) })),
      };
    });
  }

  for (const [path, text] of Object.entries(files).filter(([name]) => name.endsWith(".aiplan")))
    it(`is the same: ${path}`, async () => {
      assert.deepEqual(await inEditor(path, text), onCommandLine(path, printed.get(path)?.findings ?? []));
    });

  it("has been compared where there is much to show", () => {
    const findings = [...printed.values()].flatMap((file) => file.findings);
    const rules = new Set(findings.map(({ rule }) => rule));
    const edits = findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    assert.equal(printed.size, Object.keys(files).filter((name) => name.endsWith(".aiplan")).length);
    assert.ok(rules.size > 60, `only ${rules.size} rules`);
    assert.ok(edits.length > 400, `only ${edits.length} edits`);
    assert.ok(
      edits.some((edit) => edit.path !== undefined && !(edit.path in files)),
      "no edit makes a file",
    );
    for (const rule of ["evidence-in-future", "invalid-config", "undeclared-join", "yaml-syntax"])
      assert.ok(rules.has(rule), rule);
  });
});
