import * as vscode from "vscode";

/** Which question of how many is asked. */
export interface Step {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/** What was answered; `back` to the question before, and undefined where all of it was given up. */
export type Reply<Answer> = Answer | "back" | undefined;

/** One question of several. */
export interface Question<Answers> {
  /** It is asked only where this holds for what was answered before it; always where it is left out. */
  applies?(answers: Answers): boolean;
  /** Asks, and says what that adds to the answers. */
  ask(answers: Answers, step: Step): Promise<Reply<Partial<Answers>>>;
}

/**
 * Asks one question after the other, with a way back to each; what was answered before is proposed there again.
 *
 * @returns undefined where the author has given up
 */
export async function askAll<Answers>(
  title: string,
  questions: readonly Question<Answers>[],
  start: Answers,
): Promise<Answers | undefined> {
  let answers = start;
  for (let at = 0; ; ) {
    const asked = questions.filter((question) => question.applies?.(answers) ?? true);
    const question = asked[at];
    if (!question) return answers;
    const reply = await question.ask(answers, { title, step: at + 1, totalSteps: asked.length });
    if (reply === undefined) return undefined;
    if (reply === "back") at -= 1;
    else {
      answers = { ...answers, ...reply };
      at += 1;
    }
  }
}

type Input = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

/**
 * Shows an input until it is answered.
 *
 * @param answer what is answered when Enter is pressed; undefined: nothing yet, the input stays
 */
export function shown<Answer>(
  input: Input,
  { title, step, totalSteps }: Step,
  answer: () => Promise<Answer | undefined>,
): Promise<Reply<Answer>> {
  Object.assign(input, { title, step, totalSteps, ignoreFocusOut: true });
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Reply<Answer>>((resolve) => {
    input.onDidTriggerButton(() => resolve("back"));
    input.onDidAccept(async () => {
      const given = await answer();
      if (given !== undefined) resolve(given);
    });
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}

/** An item of a list that stands for something. */
export interface Choice<Value> extends vscode.QuickPickItem {
  readonly value?: Value;
}

/** Lets choose one of several; the one that was chosen before, or is usual, is marked. */
export async function chooseOne<Value>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<Value>[],
  marked?: Value,
): Promise<Reply<{ readonly value: Value }>> {
  const list = vscode.window.createQuickPick<Choice<Value>>();
  list.placeholder = placeholder;
  list.matchOnDetail = true;
  list.items = choices;
  // An empty list would mark none at all, where by itself the first one is.
  const active = choices.filter(({ value }) => value !== undefined && value === marked);
  if (active.length > 0) list.activeItems = active;
  return shown(list, step, async () => {
    const value = list.selectedItems[0]?.value;
    return value === undefined ? undefined : { value };
  });
}

/** Lets choose any number of several. */
export async function chooseSome<Value>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<Value>[],
): Promise<Reply<{ readonly values: readonly Value[] }>> {
  const list = vscode.window.createQuickPick<Choice<Value>>();
  list.placeholder = placeholder;
  list.canSelectMany = true;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = choices;
  list.selectedItems = choices.filter(({ picked }) => picked);
  return shown(list, step, async () => ({
    values: list.selectedItems.flatMap(({ value }) => (value === undefined ? [] : [value])),
  }));
}

/** What is wrong with a text that was typed, or what it will become. */
export type Remark = vscode.InputBoxValidationMessage | undefined;

/** Lets type a text; one with an error is not taken. */
export async function typeText(
  step: Step,
  texts: { readonly prompt: string; readonly placeholder: string; readonly value: string | undefined },
  remarkOn: (text: string) => Promise<Remark>,
): Promise<Reply<{ readonly text: string }>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, texts, { value: texts.value ?? "" });
  const remark = async () => {
    const text = input.value;
    const said = await remarkOn(text);
    // Somebody who types fast has gone on meanwhile.
    if (input.value === text) input.validationMessage = said;
    return said;
  };
  input.onDidChangeValue(remark);
  return shown(input, step, async () => {
    let text: string;
    let said: Remark;
    do {
      text = input.value;
      said = await remark();
    } while (input.value !== text);
    return said?.severity === vscode.InputBoxValidationSeverity.Error ? undefined : { text };
  });
}
