import { type Autonomy, idFrom, language, PLAN_KINDS } from "@aiplan/core";
import { USUAL_WIDTH } from "../terminal.ts";
import { type Answers, type CiSystem, type Given, kindCalled, withDefaults } from "./answers.ts";

/** The person has pressed Escape or Ctrl-C: nothing is to be written. */
export class Cancelled extends Error {}

/**
 * Asks on the terminal what the flags leave open.
 *
 * @throws {Cancelled}
 */
export async function ask(given: Given): Promise<Answers> {
  // Loaded only here: nothing else needs it.
  const { intro, isCancel, multiselect, select, text } = await import("@clack/prompts");
  // A terminal that does not know its width says 0, and each question would stand in one column.
  if (process.stdout.columns === 0) process.stdout.columns = USUAL_WIDTH;
  const answered = async <Value>(asked: Promise<Value>): Promise<Exclude<Value, symbol>> => {
    const answer = await asked;
    if (isCancel(answer)) throw new Cancelled();
    return answer as Exclude<Value, symbol>;
  };
  const choose = async <Value extends string>(
    message: string,
    choices: Readonly<Record<Value, string>>,
    initialValue: Value,
  ) => (await answered(select<string>({ message, options: optionsOf(choices), initialValue }))) as Value;

  intro("A new plan. Everything can be changed in it later.");
  const title =
    given.title ??
    (given.name === undefined
      ? await answered(
          text({ message: "What does the system do, in one line?", placeholder: "Routing of customer tickets" }),
        )
      : undefined);
  const kinds = Object.fromEntries(PLAN_KINDS.map(({ id, title }) => [id, title]));
  const kind =
    given.kind ??
    kindCalled(await choose("Which of these comes closest?", kinds, PLAN_KINDS[0]?.id ?? "")) ??
    PLAN_KINDS[0]!;
  const { stage: stages, "operating-limits": limits } = language.Plan.keys;
  const stage = given.stage ?? (await choose<language.Stage>("How far are you?", stages.type.choices, "proposal"));
  const autonomies = limits.type.keys.autonomy.type.choices;
  const autonomy =
    given.autonomy ?? (await choose<Autonomy>("How far does it act on its own?", autonomies, kind.autonomy));
  const owner =
    given.owner ??
    idFrom(
      (await answered(text({ message: "Which role answers for it?", placeholder: "head of support; Enter: later" }))) ??
        "",
    );
  const extras = await answered(
    multiselect({ message: "What else? (Space chooses, Enter goes on)", options: EXTRAS, required: false }),
  );
  const ci: CiSystem =
    given.ci ?? (await choose<CiSystem>("Where are plans checked when they change?", CI_WORDS, "none"));

  const words = title?.trim() ?? "";
  return withDefaults({
    ...given,
    ...(words === "" ? {} : { title: words }),
    ...(owner === "" ? {} : { owner }),
    kind,
    stage,
    autonomy,
    ci,
    config: given.config || extras.includes("config"),
    preCommit: given.preCommit || extras.includes("preCommit"),
    gitattributes: given.gitattributes || extras.includes("gitattributes"),
  });
}

/** Asks whether files that are there may be written over. */
export async function mayReplace(paths: readonly string[]): Promise<boolean> {
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({ message: `Write over ${paths.join(" and ")}?`, initialValue: false });
  return !isCancel(answer) && answer;
}

const EXTRAS = [
  { value: "config", label: "aiplan.config.yaml: settings for all plans" },
  { value: "gitattributes", label: ".gitattributes: forges show plans in colours" },
  { value: "preCommit", label: ".pre-commit-config.yaml: plans are checked before each commit" },
];
const CI_WORDS: Readonly<Record<CiSystem, string>> = {
  github: "GitHub Actions",
  gitlab: "GitLab CI",
  none: "Nowhere, or somewhere else",
};

/** Each with what it means: a hint would show that only of the one that is marked. */
function optionsOf(choices: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(choices).map(([value, meaning]) => ({ value, label: `${value}: ${meaning}` }));
}
