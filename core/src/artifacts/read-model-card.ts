import type { ModelCard } from "./artifact.ts";
import { type Data, present } from "./data.ts";
import { type Choice, choose, type Found } from "./found.ts";
import { isPage, type LinkedText } from "./linked-text.ts";

type Metric = ModelCard["metrics"][number];

/** A number that was measured, as Model Card Toolkit and CycloneDX both write it. */
interface PerformanceMetric {
  readonly type: string;
  readonly value: string;
  readonly slice: string;
}

/** Model Card Toolkit. No types of it are published for TypeScript. */
interface ToolkitCard {
  readonly model_details: object;
  readonly model_parameters: object;
  readonly considerations: object;
  readonly quantitative_analysis: { readonly performance_metrics: readonly PerformanceMetric[] };
}

/** The front matter of a model's page on Hugging Face. */
interface HubPage {
  readonly "model-index": readonly {
    readonly results: readonly {
      readonly dataset: { readonly name: string; readonly type: string };
      readonly metrics: readonly { readonly type: string; readonly name: string; readonly value: number }[];
    }[];
  }[];
}

/** A CycloneDX bill of materials; the types that its project publishes leave model cards out. */
interface BillOfMaterials {
  readonly bomFormat: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}
interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly components: readonly Component[];
  readonly modelCard: { readonly quantitativeAnalysis: { readonly performanceMetrics: readonly PerformanceMetric[] } };
}

/** What cards call the whole of the data, where they name it at all. */
const WHOLE = /^(?:overall|all|whole|none|full|total)?$/i;

/** Reads a model card: Model Card Toolkit, Hugging Face or CycloneDX. A page without front matter says nothing of metrics. */
export function readModelCard(linked: LinkedText, fragment: string): Found<ModelCard> | undefined {
  const [document] = linked.documents;
  if (isPage(linked.uri)) return found(document ? hubMetrics(document.as<HubPage>()) : []);
  if (!document) return undefined;
  if (isToolkitCard(document))
    return found(
      performanceMetrics(document.as<ToolkitCard>().get("quantitative_analysis").get("performance_metrics")),
    );
  if (isBillOfMaterials(document)) return fromBillOfMaterials(document.as<BillOfMaterials>(), fragment);
  const page = document.as<HubPage>();
  return page.get("model-index").isList ? found(hubMetrics(page)) : undefined;
}

function found(metrics: readonly Metric[]): Found<ModelCard> {
  return { kind: "found", artifact: { metrics } };
}

function isToolkitCard(document: Data): boolean {
  const card = document.as<ToolkitCard>();
  const parts = ["model_details", "model_parameters", "quantitative_analysis", "considerations"] as const;
  return parts.some((part) => card.get(part).isMap);
}

export function isBillOfMaterials(document: Data): boolean {
  return document.as<BillOfMaterials>().get("bomFormat").text()?.value === "CycloneDX";
}

function fromBillOfMaterials(bill: Data<BillOfMaterials>, fragment: string): Found<ModelCard> | undefined {
  const described = bill.get("metadata").get("component");
  const models = [described, ...bill.get("components").items()].flatMap(withParts);
  const choices = models.flatMap((component): Choice<ModelCard>[] => {
    const card = component.get("modelCard");
    const name = component.get("name").text()?.value ?? "";
    const reference = component.get("bom-ref").text()?.value ?? name;
    const metrics = card.get("quantitativeAnalysis").get("performanceMetrics");
    const read = () => ({ metrics: performanceMetrics(metrics) });
    return card.isMap ? [{ name, fragment: reference, also: [name], read }] : [];
  });
  return choices.length > 0 ? choose("model", choices, fragment) : undefined;
}

function withParts(component: Data<Component>): Data<Component>[] {
  return [component, ...component.get("components").items().flatMap(withParts)];
}

function performanceMetrics(metrics: Data<readonly PerformanceMetric[]>): Metric[] {
  return metrics.items().flatMap((metric) => {
    const name = metric.get("type").text();
    const value = metric.get("value").text();
    const slice = metric.get("slice").text()?.value;
    if (!name || !value) return [];
    return [present<Metric>({ name, value, slice: WHOLE.test(slice ?? "") ? undefined : slice })];
  });
}

/** Each result is of one dataset: where there are several, none of them is all. */
function hubMetrics(page: Data<HubPage>): Metric[] {
  const results = page
    .get("model-index")
    .items()
    .flatMap((model) => model.get("results").items());
  const datasetOf = (result: (typeof results)[number]) => {
    const dataset = result.get("dataset");
    return (dataset.get("name").text() ?? dataset.get("type").text())?.value;
  };
  const several = new Set(results.map(datasetOf)).size > 1;
  return results.flatMap((result) =>
    result
      .get("metrics")
      .items()
      .flatMap((metric) => {
        const name = metric.get("type").text() ?? metric.get("name").text();
        const value = metric.get("value").text();
        return name && value ? [present<Metric>({ name, value, slice: several ? datasetOf(result) : undefined })] : [];
      }),
  );
}
