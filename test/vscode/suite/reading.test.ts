import * as vscode from "vscode";
import * as assert from "./assert.ts";
import { extension, open, positionOf, rangeOf, until } from "./editor.ts";

const PLAN = "ticket-routing/ticket-routing.aiplan";

describe("Help while reading", () => {
  let document: vscode.TextDocument;
  before(extension);
  beforeEach(async () => {
    ({ document } = await open(PLAN));
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("long lines wrap, so nothing is out of sight, and what wraps does not look like a key of its own", () => {
    const settings = vscode.workspace.getConfiguration("editor", { languageId: "aiplan", uri: document.uri });
    assert.equal(settings.get("wordWrap"), "on");
    assert.equal(settings.get("wrappingIndent"), "indent");
  });

  it("a lens above the stage says how the plan stands, and one above a role how often it is used", async () => {
    const lenses = await until("the lenses", async () => {
      const found = await lensesOf(document);
      return found.length > 0 && found;
    });
    const titleAt = (text: string) =>
      lenses.find(({ range }) => range.start.isEqual(positionOf(document, text)))?.command?.title;
    assert.match(titleAt("pilot ") ?? "", /^Readiness 100\/100 · earns \w+/);
    assert.match(titleAt("triage-lead:") ?? "", /^\d+ uses$/);
  });

  it("the lens of a role opens its uses", async () => {
    const lenses = await until("the lenses", async () => {
      const found = await lensesOf(document);
      return found.length > 0 && found;
    });
    const lens = lenses.find(({ range }) => range.start.isEqual(positionOf(document, "triage-lead:")));
    const [uri, , locations] = lens?.command?.arguments ?? [];
    assert.equal(String(uri), document.uri.toString());
    assert.equal(`${locations.length} uses`, lens?.command?.title);
    await vscode.commands.executeCommand(lens!.command!.command, ...lens!.command!.arguments!);
  });

  it("ids are coloured by what they name", async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      document.uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      document.uri,
    );
    const typeAt = (text: string, offset: number) => tokenAt(tokens, legend, positionOf(document, text, offset));
    assert.equal(typeAt("owner: support-ops", "owner: ".length), "interface");
    assert.equal(typeAt("escalate: outage", "escalate: ".length), "function");
    assert.equal(typeAt("kpi: time-to-right-team", "kpi: ".length), "class");
  });

  it("from an alarm the calls lead to the escalation path and on to people", async () => {
    const [down] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      "vscode.prepareCallHierarchy",
      document.uri,
      positionOf(document, "down:"),
    );
    assert.ok(down, "nothing is prepared");
    const calls = await outgoing(down);
    const path = calls.find(({ to }) => to.name === "outage");
    assert.equal(path?.to.detail, "severity sev1");
    assert.deepEqual(
      path?.fromRanges.map((range) => document.getText(range)),
      ["outage"],
    );
    const called = await outgoing(path!.to);
    assert.deepEqual(
      called.map(({ to }) => `${to.name} ${to.detail}`),
      ["routing-sre at once via pagerduty/routing", "support-ops after 5 min via phone"],
    );
    assert.ok(
      called[0]?.to.selectionRange.isEqual(rangeOf(document, "routing-sre:").with({ end: endOf("routing-sre") })),
    );
  });

  function endOf(text: string): vscode.Position {
    return positionOf(document, `${text}:`, text.length);
  }
});

function lensesOf(document: vscode.TextDocument): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand("vscode.executeCodeLensProvider", document.uri, 1000);
}

function outgoing(item: vscode.CallHierarchyItem): Thenable<vscode.CallHierarchyOutgoingCall[]> {
  return vscode.commands.executeCommand("vscode.provideOutgoingCalls", item);
}

/** The type of the token that begins at a position. */
function tokenAt(
  { data }: vscode.SemanticTokens,
  { tokenTypes }: vscode.SemanticTokensLegend,
  at: vscode.Position,
): string | undefined {
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, , type = 0] = data.slice(index, index + 4);
    line += lines;
    character = (lines > 0 ? 0 : character) + characters;
    if (line === at.line && character === at.character) return tokenTypes[type];
  }
  return undefined;
}
