import { isDeepStrictEqual } from "node:util";
import {
  type CodeAction,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type LspClient, until } from "../lsp-client.ts";
import type { Random } from "./random.ts";
import { asks } from "./requests.ts";
import { type Change, Typist } from "./typist.ts";

/** What a server may answer to a request that came at a bad moment, or that asks for what can't be. */
const REFUSALS: readonly number[] = [
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
  LSPErrorCodes.RequestFailed,
];

interface OpenFile {
  readonly uri: string;
  readonly typist: Typist;
}

/** An author with several files open at one server, who edits now this one, now that, and asks for this and that. */
export class TypingSession {
  private readonly asked: Promise<void>[] = [];
  private readonly files: OpenFile[] = [];
  private readonly pulls: boolean;

  constructor(
    private readonly client: LspClient,
    private readonly random: Random,
  ) {
    this.pulls = client.initialized.capabilities.diagnosticProvider !== undefined;
  }

  /** The first is the one that is edited most. */
  async open(path: string, text: string): Promise<void> {
    this.files.push({ uri: await this.client.open(path, text), typist: new Typist(text, this.random) });
  }

  /** The texts by their URIs, as they stand now. */
  get texts(): ReadonlyMap<string, string> {
    return new Map(this.files.map(({ uri, typist }) => [uri, typist.text]));
  }

  /** One edit, and maybe something else that is asked meanwhile. Answers are not waited for. */
  async edit(): Promise<void> {
    const { random } = this;
    const file = random.chance(0.8) ? this.files[0]! : random.pick(this.files);
    if (random.chance(0.01)) await this.fix(file);
    await this.send(file, file.typist.text, file.typist.next());
    if (random.chance(0.06)) this.ask(file);
    if (this.pulls && random.chance(0.05)) this.request("textDocument/diagnostic", { textDocument: { uri: file.uri } });
    // Now and then the author pauses, and all that was asked is answered.
    if (random.chance(0.015)) await this.answered();
  }

  /** Goes back to the texts that were opened. */
  async revert(): Promise<void> {
    for (const file of this.files) await this.replace(file, file.typist.saved);
  }

  /**
   * Takes away what the file that was opened last lends, once the findings of the first are there: they have to follow
   * without an edit of their own.
   */
  async lendNothing(): Promise<void> {
    const [plan, catalog] = this.files as [OpenFile, OpenFile];
    const { saved } = catalog.typist;
    await this.replace(catalog, saved);
    await this.findings(plan.uri, undefined);
    await this.replace(catalog, saved.slice(0, saved.indexOf("roles:")));
  }

  /** Waits for all answers. */
  async answered(): Promise<void> {
    await Promise.all(this.asked.splice(0));
  }

  /**
   * The findings of a file, as the client would show them, once all has settled.
   *
   * @param wanted what they are to become, where they are sent unasked: a catalog's change may bring them twice
   */
  async findings(uri: string, wanted: readonly Diagnostic[] | undefined): Promise<readonly Diagnostic[] | undefined> {
    if (this.pulls) return diagnose(this.client, uri);
    const version = this.client.versionOf(uri);
    const last = () => this.client.published.findLast((one) => one.uri === uri && one.version === version)?.diagnostics;
    const isSettled = () => last() !== undefined && (wanted === undefined || isDeepStrictEqual(last(), wanted));
    // Where they do not become what is wanted, the caller says how they differ.
    await until(`findings of ${uri}`, () => isSettled() || undefined).catch(() => {});
    return last();
  }

  /** Chooses a fix, and makes its edits if the plan has not changed. */
  private async fix({ uri, typist }: OpenFile): Promise<void> {
    const { text } = typist;
    const found = await diagnose(this.client, uri);
    const finding = found && found.length > 0 ? this.random.pick(found) : undefined;
    const range: Range = finding?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = await this.client.request<CodeAction[] | null>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: finding ? [finding] : [] },
    });
    if (!actions || actions.length === 0) return;
    const chosen = this.random.pick(actions);
    const edits = chosen.edit?.changes?.[uri];
    if (edits) await this.send({ uri, typist }, text, typist.make(inOrder(text, edits)));
  }

  private async replace(file: OpenFile, text: string): Promise<void> {
    const { typist } = file;
    const before = typist.text;
    await this.send(file, before, typist.make([{ start: 0, end: before.length, text, whole: true }]));
  }

  private async send({ uri }: OpenFile, before: string, changes: readonly Change[]): Promise<void> {
    const document = TextDocument.create(uri, "aiplan", 0, before);
    const sent = changes.map((change) => {
      const range = { start: document.positionAt(change.start), end: document.positionAt(change.end) };
      TextDocument.update(document, [{ range, text: change.text }], 0);
      return change.whole ? { text: change.text } : { range, text: change.text };
    });
    await this.client.change(uri, ...sent);
  }

  /** Asks for one of the things that the server offers, somewhere in the file. */
  private ask({ uri, typist }: OpenFile): void {
    const document = TextDocument.create(uri, "aiplan", 0, typist.text);
    const at = (offset = typist.place()) => document.positionAt(offset);
    const offered = asks.filter(({ capability }) => this.client.initialized.capabilities[capability]);
    const { method, params } = this.random.pick(offered);
    const [start, end] = [typist.place(), typist.place()].sort((a, b) => a - b);
    const range = { start: at(start), end: at(end) };
    this.request(method, { textDocument: { uri }, ...params?.({ position: at(), range }) });
  }

  private request(method: string, params: unknown): void {
    const answer = this.client.request(method, params).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof ResponseError && REFUSALS.includes(error.code))) throw error;
      },
    );
    // Not waited for yet: an error is thrown where all are.
    answer.catch(() => {});
    this.asked.push(answer);
  }
}

/** The findings of a client that asks, or those that were sent last. */
async function diagnose(client: LspClient, uri: string): Promise<readonly Diagnostic[] | undefined> {
  if (!client.initialized.capabilities.diagnosticProvider)
    return client.published.findLast((one) => one.uri === uri)?.diagnostics;
  const report = await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
  return report.items;
}

/** The edits of a text one after the other: those further down come first, so that none moves another. */
function inOrder(text: string, edits: readonly TextEdit[]): Change[] {
  const document = TextDocument.create("", "aiplan", 0, text);
  return edits
    .map(({ range, newText }, index) => {
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      return { start, end, text: newText, index };
    })
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .map(({ start, end, text }) => ({ start, end, text }));
}
