import * as vscode from "vscode";
import { registerLensCommands } from "./lens-commands.ts";
import { createPlan } from "./new-plan.ts";
import { PlanServer } from "./plan-server.ts";
import { SHOW_RULE, showRule } from "./show-rule.ts";

/** What {@link activate} returns. It is no public API: the tests in the real VS Code look at the server through it. */
export interface Extension {
  /** The process id of the language server, or undefined while it is not running. */
  readonly serverProcessId: () => number | undefined;
}

let server: PlanServer | undefined;

export function activate(context: vscode.ExtensionContext): Extension {
  const output = vscode.window.createOutputChannel("AI Plan", { log: true });
  const planServer = new PlanServer(context.asAbsolutePath("dist/server.cjs"), output);
  server = planServer;
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("aiplan.restartServer", () => planServer.restart()),
    vscode.commands.registerCommand("aiplan.showOutput", () => output.show()),
    registerLensCommands(),
    vscode.commands.registerCommand("aiplan.newPlan", () => createPlan(context.extensionUri)),
    vscode.commands.registerCommand(SHOW_RULE, (rule: unknown) => showRule(context.extensionUri, rule)),
  );
  void vscode.commands.executeCommand("setContext", "aiplan.active", true);
  void planServer.start();
  return { serverProcessId: () => planServer.processId };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
