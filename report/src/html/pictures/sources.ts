import { ENVIRONMENTS, type Environment, type Source, type Sources, USES, type Use } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { sourcesTable } from "../../tables/index.ts";
import { count } from "../../text/words.ts";
import { html, type Markup } from "../markup.ts";
import { words } from "../places.ts";
import type { View } from "../view.ts";
import type { Drawing } from "./picture.ts";

type PlanSource = Source<ReportPlace>;

const ENVIRONMENT_NAMES: Readonly<Record<Environment, string>> = {
  production: "Production",
  staging: "Staging",
  pilot: "Pilot",
  export: "Export",
  synthetic: "Synthetic",
};

const USE_NAMES: Readonly<Record<Use, string>> = {
  training: "Training",
  evaluation: "Evaluation",
  inference: "Inference",
};

/** Where the data comes from, by the environment it is taken from and what it is used for. */
export function sourcesPicture(plan: Sources<ReportPlace>, view: View): Drawing {
  const { sources } = plan;
  // Production is always shown: that nothing comes from it is what is to be seen.
  const environments = [...ENVIRONMENTS, undefined].filter(
    (name) => name === "production" || sources.some(({ environment }) => environment === name),
  );
  const uses = [...USES, undefined].filter((use) => use !== undefined || sources.some(({ uses }) => uses.length === 0));
  const live = sources.filter(({ uses }) => uses.includes("inference"));
  const named = (some: readonly PlanSource[]) => some.map(({ id }) => id).join(", ");
  const elsewhere = live.filter(({ environment }) => environment !== undefined && environment !== "production");
  const unknown = live.filter(({ environment }) => environment === undefined);
  const lead = [
    `${count(sources.length, "data source")}.`,
    elsewhere.length > 0 && `Read by the running system, but not from production: ${named(elsewhere)}.`,
    unknown.length > 0 && `Read by the running system, nothing says from where: ${named(unknown)}.`,
    elsewhere.length + unknown.length === 0 &&
      live.length > 0 &&
      "All that the running system reads is from production.",
    live.length === 0 && "None is read by the running system.",
  ]
    .filter(Boolean)
    .join(" ");
  const cell = (use: Use | undefined, environment: Environment | undefined) => {
    const here = sources.filter(
      (source) => source.environment === environment && (use ? source.uses.includes(use) : source.uses.length === 0),
    );
    return html`<td>${here.length > 0 ? html`<ul>${here.map((source) => entry(source, use, view))}</ul>` : html`<span class="none">none</span>`}</td>`;
  };
  const drawn = html`<div class="scroll" tabindex="0" role="region" aria-label="Data sources by use and environment"><table class="matrix">
<thead><tr><td></td>${environments.map((name) => html`<th scope="col">${name ? ENVIRONMENT_NAMES[name] : "Not said"}</th>`)}</tr></thead>
<tbody>${uses.map((use) => html`<tr><th scope="row">${use ? USE_NAMES[use] : "Use not said"}</th>${environments.map((name) => cell(use, name))}</tr>`)}</tbody></table></div>`;
  return {
    lead,
    drawn,
    tables: [sourcesTable(plan)],
  };
}

function entry(
  { id, at, freshness, maxStaleness, productionSource, isLent }: PlanSource,
  use: Use | undefined,
  view: View,
): Markup {
  const facts = [
    use === "inference" && freshness && `${freshness.text} old${maxStaleness ? `, at most ${maxStaleness.text}` : ""}`,
    productionSource && `in production: ${productionSource.text}`,
    isLent && "from a catalog",
  ].filter(Boolean);
  return html`<li>${words(id, at, view)}${facts.length > 0 && html`<br><span class="small">${facts.join("; ")}</span>`}</li>`;
}
