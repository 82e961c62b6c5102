import type { Argument, Command, Option } from "commander";
import { ARGUMENT_VALUES, FILE_VALUES, OPTION_VALUES } from "./values.ts";

/** What may stand where the cursor is. */
export interface Completion {
  readonly value: string;
  /** In a few words; empty where the value says it all. */
  readonly about: string;
}

export interface Completions {
  readonly candidates: readonly Completion[];
  /** Paths of plans and folders fit as well: the shell knows them. */
  readonly files: boolean;
}

const NOTHING: Completions = { candidates: [], files: false };
const FILES: Completions = { candidates: [], files: true };

/**
 * Completes the last of some words of a command line.
 *
 * @param words without the name of the program; the last one is what is being typed, empty where nothing is yet
 */
export function complete(program: Command, words: readonly string[]): Completions {
  // Some shells part words at the equals sign of `--format=json`.
  const typed = words.filter((word, index) => word !== "=" || index === words.length - 1);
  const current = typed.at(-1) === "=" ? "" : (typed.at(-1) ?? "");
  // `help` is a command that the library adds by itself.
  if (typed.length === 2 && typed[0] === "help")
    return matching({ candidates: subcommands(program), files: false }, current);
  const { command, option, operands, isOver } = read(program, typed.slice(0, -1));
  if (option) return matching(valuesOf(command, option), current);
  if (!isOver && current.startsWith("-")) {
    const [, flag, value] = /^(--[\w-]+)=(.*)$/.exec(current) ?? [];
    const assigned = flag === undefined ? undefined : optionCalled(command, flag);
    if (!assigned) return flags(command, current);
    const { candidates, files } = matching(valuesOf(command, assigned), value ?? "");
    return { candidates: candidates.map((one) => ({ ...one, value: `${flag}=${one.value}` })), files };
  }
  if (command.commands.length > 0 && operands === 0)
    return matching({ candidates: subcommands(command), files: false }, current);
  const argument = command.registeredArguments[operands] ?? command.registeredArguments.at(-1);
  if (!argument || (operands >= command.registeredArguments.length && !argument.variadic)) return NOTHING;
  return matching(argumentValues(command, argument), current);
}

interface Read {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly option?: Option;
  /** How many arguments of the command there are already. */
  readonly operands: number;
  /** After `--` there are no more flags. */
  readonly isOver: boolean;
}

function read(program: Command, words: readonly string[]): Read {
  let command = program;
  let option: Option | undefined;
  let operands = 0;
  let isOver = false;
  for (const word of words) {
    if (option) option = undefined;
    else if (isOver || word === "-" || !word.startsWith("-")) {
      const chosen = operands === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (chosen) command = chosen;
      else operands++;
    } else if (word === "--") isOver = true;
    else {
      const found = optionCalled(command, word);
      if (found && (found.required || found.optional)) option = found;
    }
  }
  return { command, operands, isOver, ...(option ? { option } : {}) };
}

function optionCalled(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => long === flag || short === flag);
}

function flags(command: Command, current: string): Completions {
  const options = command.createHelp().visibleOptions(command);
  const candidates = options.map(({ long, short, description }) => ({
    value: long ?? short ?? "",
    about: description,
  }));
  return matching({ candidates, files: false }, current);
}

function subcommands(command: Command): Completion[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({ value: one.name(), about: one.summary() || one.description() }));
}

function valuesOf(command: Command, { long, argChoices, flags }: Option): Completions {
  const values = argChoices ?? OPTION_VALUES[`${command.name()} ${long}`]?.() ?? OPTION_VALUES[`${long}`]?.();
  if (values) return { candidates: values.map((value) => ({ value, about: "" })), files: false };
  return FILE_VALUES.test(flags) ? FILES : NOTHING;
}

function argumentValues(command: Command, argument: Argument): Completions {
  const values = argument.argChoices ?? ARGUMENT_VALUES[`${command.name()} ${argument.name()}`]?.();
  return values ? { candidates: values.map((value) => ({ value, about: "" })), files: false } : FILES;
}

/** Those that begin with what is typed; of several with commas between them, the last one is. */
function matching({ candidates, files }: Completions, current: string): Completions {
  const matches = (typed: string) => candidates.filter(({ value }) => value.startsWith(typed));
  const whole = matches(current);
  const comma = current.lastIndexOf(",") + 1;
  if (whole.length > 0 || comma === 0) return { candidates: whole, files };
  const before = current.slice(0, comma);
  return { candidates: matches(current.slice(comma)).map((one) => ({ ...one, value: before + one.value })), files };
}
