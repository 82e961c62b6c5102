import type { NamedPart } from "../artifacts/read-artifact.ts";
import { didYouMean } from "../workspace/did-you-mean.ts";
import type { Link, LinkProblem } from "../workspace/linked-files.ts";
import { listNames } from "./messages.ts";
import { shown } from "./words.ts";

/** How many parts of a file are named in a message, or offered. */
export const MOST_NAMED = 5;

interface KindWords {
  /** What the link is to lead to. */
  readonly name: string;
  /** How such a link is written. */
  readonly example: string;
  /** What is lost as long as it leads to nothing. */
  readonly loss: string;
}

const KINDS: Readonly<Record<Link["kind"], KindWords>> = {
  document: {
    name: "a document",
    example: "./flows/today.md",
    loss: "nobody who reviews the plan can read it",
  },
  "data contract": {
    name: "a data contract (Open Data Contract Standard, version 3)",
    example: "./contracts/tickets.odcs.yaml#/schema/tickets",
    loss: "the plan is not compared with what the data contract promises",
  },
  openslo: {
    name: "an OpenSLO file",
    example: "./slo/routing.openslo.yaml#routing-latency",
    loss: "the targets are not compared with the SLO",
  },
  backstage: {
    name: "a Backstage catalog file",
    example: "./catalog-info.yaml#component:default/helpdesk",
    loss: "nothing that the catalog says of this system is looked at",
  },
  flagd: {
    name: "a flagd file",
    example: "./flags/flags.flagd.json#ticket-routing",
    loss: "nobody can tell whether there is a flag to switch off",
  },
  "rollout engine": {
    name: "a rollout of Argo Rollouts or Flagger",
    example: "./deploy/rollout.yaml",
    loss: "the steps are not compared with what the engine does to the traffic",
  },
  "model card": {
    name: "a model card",
    example: "./cards/router.modelcard.json",
    loss: "the targets are not compared with what was measured",
  },
};

type Cause = Exclude<LinkProblem["kind"], "no-such-part" | "no-fragment" | "syntax" | "not-this-format">;

/** What is wrong, in words that follow the path, and what to do. */
const CAUSES: Readonly<Record<Cause, (words: KindWords) => readonly [fact: string, advice: string]>> = {
  "not-found": () => [
    "does not exist",
    "Write it, or correct the path: it starts at the folder of this file, or with `/` at the workspace's.",
  ],
  "not-a-file": () => ["is a folder", "Link the file itself."],
  unreadable: () => ["can't be opened", "Check that you are allowed to read it."],
  "too-large": ({ name }) => [
    "has more than the 5 MB that are read",
    `Link ${name} without the data that it is about.`,
  ],
  "not-text": ({ name }) => ["is not a text file", `Link ${name}, saved as UTF-8 text.`],
  outside: () => [
    "lies outside the workspace",
    "Move the file into it, or take a folder that holds both: open that in the editor, or give it to the command line as `--root`.",
  ],
  malformed: ({ example }) => ["is not the path of a file", `Write a path from this file, such as \`${example}\`.`],
  url: () => [
    "is a web address, and nothing is fetched from the network",
    "Keep a copy in the workspace and link that to have them compared.",
  ],
};

/** What is wrong with a link, why that matters, and what to do about it. */
export function linkMessage({ node, kind }: Link, problem: LinkProblem): string {
  const words = KINDS[kind];
  const path = shown(problem.kind === "url" ? node.word : node.word.replace(/#.*$/s, "") || node.word);
  const sentence = (fact: string, advice: string) => `${fact}, so ${words.loss}. ${advice}`;
  switch (problem.kind) {
    case "syntax":
      return sentence(`Line ${problem.line} of ${path} can't be read`, problem.message);
    case "not-this-format":
      return sentence(
        `${path} is not ${words.name}`,
        `${problem.seems ? `It seems to be ${problem.seems}. ` : ""}Link the file that is one, or correct this one.`,
      );
    case "no-such-part": {
      const meant = meantPart(problem);
      const advice = meant ? `Did you mean \`${meant.name}\`?` : whatThereIs(problem.known);
      return sentence(`${path} has no ${problem.part} ${shown(problem.name)}`, advice);
    }
    case "no-fragment":
      return sentence(
        `${path} has more than one ${problem.part}, and the link does not say which is meant`,
        `${whatThereIs(problem.known)} Name one at the end of the link, as in \`#${problem.known[0]?.fragment}\`.`,
      );
    default: {
      const [fact, advice] = CAUSES[problem.kind](words);
      return sentence(`${path} ${fact}`, advice);
    }
  }
}

/** The part of the file that was probably meant. */
export function meantPart(problem: LinkProblem): NamedPart | undefined {
  if (problem.kind !== "no-such-part") return undefined;
  const { name, known } = problem;
  const meant = didYouMean(
    name,
    known.flatMap((one) => [one.name, one.fragment]),
  );
  return known.find((one) => one.name === meant || one.fragment === meant);
}

function whatThereIs(known: readonly NamedPart[]): string {
  const names = known.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = known.length - names.length;
  if (names.length === 0) return "It has none at all.";
  return more > 0 ? `It has \`${names.join("`, `")}\` and ${more} more.` : `It has ${listNames(names)}.`;
}
