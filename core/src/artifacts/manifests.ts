import type { Data } from "./data.ts";
import type { LinkedText } from "./linked-text.ts";

/** What formats in the manner of Kubernetes have in common. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** The manifests of a file: one a document, or those of a list in a document. */
export function manifests<Shape extends Manifest>(linked: LinkedText): Data<Shape>[] {
  return linked.documents.flatMap((document) => {
    const list = document.as<readonly Shape[]>();
    if (list.isList) return list.items();
    const kubernetesList = document.as<{ kind: string; items: readonly Shape[] }>();
    if (kubernetesList.get("kind").text()?.value === "List") return kubernetesList.get("items").items();
    return [document.as<Shape>()];
  });
}
