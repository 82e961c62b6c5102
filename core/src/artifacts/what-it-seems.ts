import type { Data } from "./data.ts";
import { isPage, type LinkedText } from "./linked-text.ts";
import { manifests } from "./manifests.ts";
import { isDataContract } from "./read-data-contract.ts";
import { isFlagd } from "./read-flagd.ts";
import { isBillOfMaterials } from "./read-model-card.ts";

/** Keys that tell a format at once, and what a file of it is called. */
const KEYS = {
  aiplan: "an AI plan",
  openapi: "an OpenAPI description",
  swagger: "an OpenAPI description",
  asyncapi: "an AsyncAPI description",
  dataContractSpecification: "a contract of the Data Contract Specification, not of the Open Data Contract Standard",
  model_details: "a model card",
  quantitative_analysis: "a model card",
  "model-index": "a model card",
} as const;

/** What a file that is not of the format that was expected is instead, as the end of the sentence "it seems to be …". */
export function whatItSeems(linked: LinkedText): string | undefined {
  if (linked.isMarkup) return "an XML or HTML file";
  const [document] = linked.documents;
  if (!document) return isPage(linked.uri) ? "a page without front matter" : "an empty file";
  if (document.isText) return "plain text";
  if (isDataContract(document)) return hasTables(document) ? "a data contract" : "a data contract without tables";
  if (isFlagd(document)) return hasFlags(document) ? "a flagd file" : "a flagd file without flags";
  if (isBillOfMaterials(document)) return "a CycloneDX bill of materials";
  const manifest = fromManifest(linked);
  if (manifest !== undefined) return manifest;
  const known = document.as<typeof KEYS>();
  const key = (Object.keys(KEYS) as (keyof typeof KEYS)[]).find((name) => known.get(name).isThere);
  if (key) return KEYS[key];
  return document.isList ? "a list" : undefined;
}

function hasTables(document: Data): boolean {
  return document.as<{ schema: readonly object[] }>().get("schema").items().length > 0;
}

function hasFlags(document: Data): boolean {
  return document.as<{ flags: object }>().get("flags").entries().length > 0;
}

function fromManifest(linked: LinkedText): string | undefined {
  const all = manifests(linked);
  const [first] = all;
  const version = first?.get("apiVersion").text()?.value;
  const kind = first?.get("kind").text()?.value;
  if (version === undefined || kind === undefined) return undefined;
  if (kind === "DataContract") return `a data contract of version ${version}; only version 3 is read`;
  const family = version.split("/")[0] ?? "";
  if (version === "openslo/v1") {
    const some = all.some((manifest) => manifest.get("kind").text()?.value === "SLO");
    return some ? "an OpenSLO file" : "an OpenSLO file without an SLO";
  }
  if (/^openslo(?:\.com)?$/.test(family)) return `an OpenSLO file of version ${version}; only openslo/v1 is read`;
  if (/(?:^|\.)backstage\.io$/.test(family)) return "a Backstage catalog";
  if (family === "argoproj.io") return `a file of Argo (${kind})`;
  if (family === "flagger.app") return `a file of Flagger (${kind})`;
  return `a Kubernetes file (${kind})`;
}
