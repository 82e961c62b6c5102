import { idFrom } from "@aiplan/core";
import {
  NEW_PLAN,
  NEW_PLAN_CHOICES,
  type NewPlanAnswer,
  type NewPlanChoices,
  type NewPlanParams,
} from "@aiplan/server/new-plan-requests";
import * as vscode from "vscode";
import type { PlanServer } from "../plan-server.ts";
import { makePlan } from "./plan-file.ts";
import { type Answers, questionsFor } from "./questions.ts";
import { askAll } from "./wizard.ts";

/**
 * The command "AI Plan: New Plan": asks a few questions, and opens the plan with tab stops at all there is to say. Nothing is
 * made before the last one is answered.
 */
export async function createPlan(server: PlanServer): Promise<void> {
  const choices = await server.request<NewPlanChoices>(NEW_PLAN_CHOICES, {});
  if (!choices) return sayNoServer();
  const folder = vscode.workspace.workspaceFolders?.[0];
  const answers = await askAll<Answers>(vscode.l10n.t("New AI Plan"), questionsFor(choices), { folder });
  const params = answers && paramsOf(answers);
  if (!params) return;
  const plan = await server.request<NewPlanAnswer>(NEW_PLAN, params);
  if (!plan) return sayNoServer();
  const document = await makePlan(answers.folder?.uri, params.name);
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(plan.snippet), new vscode.Position(0, 0));
  // Else an empty file would be what is left of a plan whose author thinks better of it.
  if (!document.isUntitled) await document.save();
}

function paramsOf({ name, kind, stage, autonomy, metrics, ...roles }: Answers): NewPlanParams | undefined {
  if (name === undefined || !kind || !stage || !autonomy) return undefined;
  const named = (["owner", "responder", "reviewer"] as const).flatMap((role) => {
    const id = idFrom(roles[role] ?? "");
    return id === "" ? [] : [[role, id]];
  });
  return { name, kind: kind.id, stage, autonomy, metrics: metrics ?? [], ...Object.fromEntries(named) };
}

function sayNoServer(): void {
  const message = vscode.l10n.t("AI Plan's server does not answer just now. Try again in a moment.");
  void vscode.window.showErrorMessage(message);
}
