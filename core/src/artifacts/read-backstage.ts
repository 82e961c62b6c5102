import type { ComponentEntity, Entity } from "@backstage/catalog-model";
import { onceFor } from "../workspace/once-for.ts";
import type { CatalogEntity, Located } from "./artifact.ts";
import { type Data, present } from "./data.ts";
import { type Choice, choose, type Found } from "./found.ts";
import type { LinkedText } from "./linked-text.ts";
import { manifests } from "./manifests.ts";

/** Only some kinds have an owner and a lifecycle; those of a component are where the others have theirs. */
type AnyEntity = Omit<Entity, "spec"> & Pick<ComponentEntity, "spec">;

const DEFAULT_NAMESPACE = "default";

/**
 * Reads an entity of a Backstage catalog, which a reference `kind:namespace/name` chooses. As in Backstage, case does
 * not count, the namespace is `default` where none is written, and the kind may be left out.
 */
export function readBackstage(linked: LinkedText, fragment: string): Found<CatalogEntity> | undefined {
  const choices = entitiesIn(linked);
  if (!choices) return undefined;
  const bare = choices.filter(({ also }) => also?.some((reference) => sameReference(fragment, reference)));
  // Without its kind a reference may mean several entities.
  if (bare.length > 1 && !fragment.includes(":")) return choose("entity", bare, "");
  return choose("entity", choices, fragment, sameReference);
}

/** Undefined where none is that of a Backstage catalog. */
const entitiesIn = onceFor((linked: LinkedText): Choice<CatalogEntity>[] | undefined => {
  const entities = manifests<AnyEntity>(linked).filter(isEntity);
  return entities.length === 0 ? undefined : entities.flatMap(choiceOf);
});

function isEntity(document: Data): boolean {
  const entity = document.as<AnyEntity>();
  return /(?:^|\.)backstage\.io\//.test(entity.get("apiVersion").text()?.value ?? "");
}

function choiceOf(entity: Data<AnyEntity>): Choice<CatalogEntity>[] {
  const name = entity.get("metadata").get("name").text();
  const kind = entity.get("kind").text()?.value.toLowerCase();
  if (!name || !kind) return [];
  const namespace = entity.get("metadata").get("namespace").text()?.value ?? DEFAULT_NAMESPACE;
  const reference = `${namespace}/${name.value}`;
  const short = namespace.toLowerCase() === DEFAULT_NAMESPACE ? [name.value] : [];
  return [
    {
      name: name.value,
      fragment: `${kind}:${reference}`,
      also: [reference, ...short, ...short.map((only) => `${kind}:${only}`)],
      read: () => readEntity(entity, name),
    },
  ];
}

function readEntity(entity: Data<AnyEntity>, name: Located<string>): CatalogEntity {
  const spec = entity.get("spec");
  return present<CatalogEntity>({ name, lifecycle: spec.get("lifecycle").text(), owner: spec.get("owner").text() });
}

function sameReference(written: string, reference: string): boolean {
  return written.toLowerCase() === reference.toLowerCase();
}
