import * as vscode from "vscode";
import { registerLensCommands } from "./lens-commands.ts";
import { createPlan } from "./new-plan/new-plan.ts";
import { goToNextPlaceholder } from "./next-placeholder.ts";
import type { MakeClient } from "./plan-client.ts";
import { PlanServer } from "./plan-server.ts";
import { ReadinessViews } from "./readiness/readiness-views.ts";
import { SHOW_RULE, showRule } from "./show-rule.ts";

/** What activation returns. It is no public API: the tests in the real VS Code look at the server through it. */
export interface Extension {
  /** How many servers have been started, if the last of them is running; otherwise undefined. */
  readonly runningServer: () => number | undefined;
  /** The process id of the language server, or undefined while it is not running or where it is no process. */
  readonly serverProcessId: () => number | undefined;
  /** Ends the server as a crash does. */
  readonly crashServer: () => void;
  /** What shows where a plan stands. */
  readonly views: ReadinessViews;
}

let server: PlanServer | undefined;

/** Begins what the extension does, the same in a process and in a browser's worker but for how the server is started. */
export function begin(context: vscode.ExtensionContext, makeClient: MakeClient): Extension {
  const output = vscode.window.createOutputChannel("AI Plan", { log: true });
  const planServer = new PlanServer(makeClient, output);
  server = planServer;
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("aiplan.restartServer", () => planServer.restart()),
    vscode.commands.registerCommand("aiplan.showOutput", () => output.show()),
    registerLensCommands(),
    vscode.commands.registerCommand("aiplan.getStarted", () =>
      vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`),
    ),
    vscode.commands.registerCommand("aiplan.newPlan", () => createPlan(planServer)),
    vscode.commands.registerCommand("aiplan.nextPlaceholder", () => goToNextPlaceholder(planServer)),
    vscode.commands.registerCommand(SHOW_RULE, (rule: unknown) => showRule(context.extensionUri, rule)),
  );
  const views = new ReadinessViews(planServer, context.extensionUri);
  context.subscriptions.push(views);
  void vscode.commands.executeCommand("setContext", "aiplan.active", true);
  void planServer.start();
  return {
    runningServer: () => planServer.running,
    serverProcessId: () => planServer.processId,
    crashServer: () => planServer.kill(),
    views,
  };
}

/** Ends what {@link begin} began. */
export async function end(): Promise<void> {
  await server?.stop();
}
