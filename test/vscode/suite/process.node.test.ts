import * as vscode from "vscode";
import { extension, open, until } from "./editor.ts";

describe("The process of the language server", () => {
  it("is followed by another when somebody kills it, and plans are checked again", async () => {
    const { serverProcessId } = await extension();
    const { document } = await open("broken/invoice-triage.aiplan");
    const checked = () => vscode.languages.getDiagnostics(document.uri).length > 0;
    await until("findings", checked);
    const pid = await until("a server", serverProcessId);
    process.kill(pid, "SIGKILL");
    await until("another server", () => (serverProcessId() ?? pid) !== pid);
    await until("findings", checked);
  });
});
