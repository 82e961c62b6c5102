import { SCORE_METHOD } from "@aiplan/core";
import type { PlanReport, ReportNextStep, ReportPrinciple, ReportReadiness } from "../data/index.ts";
import { count, STATUS_NAMES, standing } from "../text/words.ts";
import { facts, fitting, folded, heading, list, longList, section, table } from "./blocks.ts";
import { acceptedText, distinct, findingText, shortText, silencedText, unjudgedText, whereOf } from "./findings.ts";
import { type Content, code, type From, joined, type Markdown, md, message, pageLink } from "./markdown.ts";
import { pictureSections } from "./pictures/index.ts";

/**
 * Where a plan stands, what to do next, and its pictures, as GitHub and GitLab render it; as long as a comment may be.
 *
 * @param base see {@link From.base}: without it nothing leads to lines of the plan
 */
export function reportMarkdown(report: PlanReport, base?: string): string {
  const { readiness } = report;
  const from: From = { plan: report.path, base };
  const { principles, next, blockers } = readiness;
  const opening = [heading(1, report.title ?? report.name), verdict(readiness).text, identity(report).text].join(
    "\n\n",
  );
  const sections = [
    section(
      "What to do next",
      list(
        next.map((step) => nextText(step, from)),
        "1.",
      ),
    ),
    section("What stands in the way", ...longList(blockers.map((finding) => findingText(finding, from)))),
    section(
      "The principles",
      principlesTable(principles),
      folded("What stands against each", list(principles.flatMap((one) => against(one, from)))),
    ),
    section(
      "Accepted risks",
      list(distinct(principles.flatMap(({ accepted }) => accepted)).map((one) => acceptedText(one, from))),
    ),
    section(
      "Silenced: counts as not met",
      list(distinct(principles.flatMap(({ silenced }) => silenced)).map((one) => silencedText(one, from))),
    ),
    ...pictureSections(report.pictures, from),
    section("How the score comes about", list(SCORE_METHOD.map(message))),
  ];
  return fitting(opening, sections);
}

function verdict(readiness: ReportReadiness): Markdown {
  const { isReady, stage, score } = readiness;
  return md`**${isReady ? "Ready" : "Not ready"} for ${stage}. Score: ${score} of 100.** ${standing(readiness)}`;
}

function identity({ name, path, owner, goLive, asOf }: PlanReport): Markdown {
  return facts([
    md`Plan ${code(name)}`,
    owner !== undefined && md`owner ${code(owner)}`,
    goLive !== undefined && `go-live ${goLive}`,
    asOf !== undefined && `as of ${asOf}`,
    code(path),
  ]);
}

function nextText({ title, gain, blocks, finding, others }: ReportNextStep, from: From): Markdown {
  const more = [
    gain > 0 && `+${count(gain, "point")}`,
    blocks && "stands in the way",
    others > 0 && `with ${count(others, "more like it", "more like it")}`,
  ];
  const gains = joined(more, ", ");
  const what = finding.headline !== title && md`: ${message(finding.headline)}`;
  return md`**${message(title)}**${gains.text !== "" && md` (${gains})`}, ${whereOf(finding, from)}${what}`;
}

const SIGNS = { met: "✅", partly: "🟡", missing: "❌", "not-yet-due": "⏳" } as const;

function principlesTable(principles: readonly ReportPrinciple[]): string {
  const columns = [
    { title: "", isNumber: true },
    { title: "Principle" },
    { title: "Status" },
    { title: "Share met", isNumber: true },
    { title: "Against it" },
  ];
  return table(
    columns,
    principles.map((principle) => {
      const { number, title, page, status, share } = principle;
      // What is nearly met is not met.
      const part = status === "not-yet-due" ? "–" : `${Math.floor(share * 100 + 1e-9)}%`;
      return [number, pageLink(md`${title}`, page), `${SIGNS[status]} ${STATUS_NAMES[status]}`, part, tally(principle)];
    }),
  );
}

/** How much stands against it, in a few words. */
function tally({ status, share, dueFrom, findings, silenced, accepted, unjudged }: ReportPrinciple): Content {
  if (status === "not-yet-due" && findings.length === 0) return `due from ${dueFrom} on`;
  const parts = [
    findings.length > 0 && count(findings.length, "finding"),
    silenced.length > 0 && `${silenced.length} silenced`,
    accepted.length > 0 && count(accepted.length, "accepted risk"),
    unjudged.length > 0 && `${unjudged.length} not judged`,
  ];
  const all = joined(parts, ", ");
  // The finding that says so may be told of another principle.
  return all.text === "" && share < 1 ? "something due is not there" : all;
}

/** What stands openly against a principle, a line each. */
function against({ number, title, findings, unjudged }: ReportPrinciple, from: From): Markdown[] {
  const found = findings.map((finding) => shortText(finding, from));
  return [...found, ...unjudged.map(unjudgedText)].map((text) => md`**${number} ${title}**, ${text}`);
}
