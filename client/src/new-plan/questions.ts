import { idFrom } from "@aiplan/core";
import type { KindChoice, NewPlanChoices, NewPlanParams, OtherRole } from "@aiplan/server/new-plan-requests";
import * as vscode from "vscode";
import { exists, planUri } from "./plan-file.ts";
import { type Choice, chooseOne, chooseSome, type Question, type Remark, typeText } from "./wizard.ts";

/** What has been answered so far. */
export interface Answers {
  /** Where the plan goes; undefined where no folder is open. */
  readonly folder?: vscode.WorkspaceFolder | undefined;
  readonly name?: string;
  readonly kind?: KindChoice;
  readonly stage?: NewPlanParams["stage"];
  readonly autonomy?: NewPlanParams["autonomy"] | undefined;
  /** Ids of metrics of the kind. */
  readonly metrics?: readonly string[] | undefined;
  /** As they were typed; empty where it is to be said later. */
  readonly owner?: string;
  readonly responder?: string;
  readonly reviewer?: string;
}

/** All that is asked before a plan is made, in this order. */
export function questionsFor(choices: NewPlanChoices): Question<Answers>[] {
  return [
    folderQuestion,
    nameQuestion,
    kindQuestion(choices),
    stageQuestion(choices),
    autonomyQuestion(choices),
    metricsQuestion(choices),
    roleQuestion("owner"),
    ...(["responder", "reviewer"] as const).map((role) => ({
      ...roleQuestion(role),
      applies: (answers: Answers) => isNamed(choices, role, answers),
    })),
  ];
}

/** Is the role one that the plan names? Where that is not known yet it is not. */
function isNamed({ roles }: NewPlanChoices, role: OtherRole, { stage, autonomy }: Answers): boolean {
  return stage !== undefined && autonomy !== undefined && roles[stage][autonomy].includes(role);
}

const { t } = vscode.l10n;

const folderQuestion: Question<Answers> = {
  applies: () => (vscode.workspace.workspaceFolders?.length ?? 0) > 1,
  ask: async ({ folder }, step) => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const items = folders.map((value) => ({ label: value.name, description: value.uri.path, value }));
    const reply = await chooseOne(step, t("The folder to put the plan in"), items, folder);
    return isAnswer(reply) ? { folder: reply.value } : reply;
  },
};

const nameQuestion: Question<Answers> = {
  ask: async ({ folder, name }, step) => {
    const prompt = t("A short name in small letters with hyphens. The file gets this name too.");
    const texts = { prompt, placeholder: "ticket-routing", value: name };
    const reply = await typeText(step, texts, (text) => remarkOnName(text, folder?.uri));
    return isAnswer(reply) ? { name: reply.text } : reply;
  },
};

async function remarkOnName(name: string, folder: vscode.Uri | undefined): Promise<Remark> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    const meant = idFrom(name).replace(/^[^a-z]+/, "") || "ticket-routing";
    return error(t("Use small letters, digits and single hyphens, starting with a letter, such as {0}.", meant));
  }
  if (folder && (await exists(planUri(folder, name)))) return error(t("There is a {0}.aiplan here already.", name));
  return undefined;
}

function kindQuestion({ kinds }: NewPlanChoices): Question<Answers> {
  return {
    ask: async ({ kind: before }, step) => {
      const items = kinds.map((value) => ({ label: value.name, detail: asSentence(value.title), value }));
      const reply = await chooseOne(step, t("What kind of system is it? Choose what comes closest."), items, before);
      if (!isAnswer(reply)) return reply;
      // What was chosen for another kind does not fit this one.
      return reply.value === before ? { kind: before } : { kind: reply.value, autonomy: undefined, metrics: undefined };
    },
  };
}

function stageQuestion({ stages }: NewPlanChoices): Question<Answers> {
  return {
    ask: async ({ stage }, step) => {
      const items = stages.map(({ id, meaning }) => ({ label: id, detail: asSentence(meaning), value: id }));
      const words = t("How far are you? It decides what must be there by now, and can be changed later.");
      const reply = await chooseOne(step, words, items, stage);
      return isAnswer(reply) ? { stage: reply.value } : reply;
    },
  };
}

function autonomyQuestion({ autonomies }: NewPlanChoices): Question<Answers> {
  return {
    ask: async ({ kind, autonomy }, step) => {
      const items = autonomies.map(({ id, meaning }) => ({
        label: id,
        detail: asSentence(meaning),
        value: id,
        ...(id === kind?.autonomy ? { description: t("usual for such systems") } : {}),
      }));
      const words = t("How far does it act on its own?");
      const reply = await chooseOne(step, words, items, autonomy ?? kind?.autonomy);
      return isAnswer(reply) ? { autonomy: reply.value } : reply;
    },
  };
}

function metricsQuestion({ metricKinds }: NewPlanChoices): Question<Answers> {
  return {
    ask: async ({ kind, metrics }, step) => {
      const items = metricKinds.flatMap(({ id, meaning }) => {
        const ofKind = kind?.metrics.filter((metric) => metric.kind === id) ?? [];
        const choices: Choice<string>[] = ofKind.map((metric) => ({
          label: metric.id,
          description: metric.unit,
          detail: metric.title,
          value: metric.id,
          picked: metrics?.includes(metric.id) ?? metric.isUsual,
        }));
        const heading = { label: meaning, kind: vscode.QuickPickItemKind.Separator };
        return choices.length > 0 ? [heading, ...choices] : [];
      });
      const words = t("What is measured? The first of the business is the KPI.");
      const reply = await chooseSome(step, words, items);
      return isAnswer(reply) ? { metrics: reply.values } : reply;
    },
  };
}

function roleQuestion(role: "owner" | OtherRole): Question<Answers> {
  const { prompt, placeholder } = roleTexts()[role];
  return {
    ask: async (answers, step) => {
      const texts = { prompt: `${prompt} ${t("Leave it empty to say it later.")}`, placeholder, value: answers[role] };
      const reply = await typeText(step, texts, remarkOnRole);
      return isAnswer(reply) ? { [role]: reply.text } : reply;
    },
  };
}

function roleTexts(): Readonly<Record<"owner" | OtherRole, { readonly prompt: string; readonly placeholder: string }>> {
  return {
    owner: { prompt: t("Which role answers for the plan?"), placeholder: t("head of support") },
    responder: { prompt: t("Which role is called first when something goes wrong?"), placeholder: t("duty desk") },
    reviewer: { prompt: t("Which role reviews what the system does?"), placeholder: t("triage lead") },
  };
}

async function remarkOnRole(text: string): Promise<Remark> {
  if (text.trim() === "") return undefined;
  const id = idFrom(text);
  if (id === "") return error(t("Use letters or digits."));
  return id === text
    ? undefined
    : { message: t("It is written {0} in the plan.", id), severity: vscode.InputBoxValidationSeverity.Info };
}

function error(message: string): Remark {
  return { message, severity: vscode.InputBoxValidationSeverity.Error };
}

function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function isAnswer<Answer extends object>(reply: Answer | "back" | undefined): reply is Answer {
  return typeof reply === "object";
}
