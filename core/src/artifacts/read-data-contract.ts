import type { Quantity } from "../quantity/index.ts";
import { onceFor } from "../workspace/once-for.ts";
import type { ContractColumn, ContractTable, Located } from "./artifact.ts";
import { type Data, duration, present } from "./data.ts";
import { type Choice, choose, type Found, unescaped } from "./found.ts";
import type { LinkedText } from "./linked-text.ts";

/** What is read of a contract. No types of the standard are published for TypeScript. */
interface DataContract {
  readonly apiVersion: string;
  readonly kind: string;
  readonly version: string;
  readonly status: string;
  /** A list up to version 3.0, and since then a map that holds one. */
  readonly team: readonly TeamMember[] | { readonly members: readonly TeamMember[] };
  readonly servers: readonly { readonly server: string; readonly environment?: string }[];
  readonly schema: readonly SchemaObject[];
  readonly slaDefaultElement: string;
  readonly slaProperties: readonly ServiceLevelProperty[];
}
interface TeamMember {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly dateOut: string;
}
interface SchemaObject {
  readonly id: string;
  readonly name: string;
  readonly physicalName: string;
  readonly properties: readonly SchemaProperty[];
}
interface SchemaProperty extends SchemaObject {
  readonly logicalType: string;
  readonly physicalType: string;
  readonly unique: boolean;
  readonly primaryKey: boolean;
  readonly logicalTypeOptions: {
    readonly format: string;
    readonly pattern: string;
    readonly maxLength: number;
    readonly timezone: boolean;
    readonly defaultTimezone: string;
  };
}
interface ServiceLevelProperty {
  readonly property: string;
  readonly value: number | string;
  readonly unit: string;
  readonly element: string;
}

/** The short names that the standard allows for those properties that are read. */
const SYNONYMS = { latency: "ly", frequency: "fy", retention: "re" } as const;

/** Reads a table of an Open Data Contract Standard v3 contract: `/schema/<table>`, `/schema/<table>/properties/<column>`. */
export function readDataContract(linked: LinkedText, fragment: string): Found<ContractTable> | undefined {
  const tables = tablesIn(linked);
  if (!tables) return undefined;
  const [, table, column] = /^\/?schema\/([^/]+)(?:\/properties\/(.+))?$/.exec(unescaped(fragment)) ?? [];
  const path = `/schema/${table}`;
  const found = choose("table", tables, table === undefined ? fragment : path);
  // Where there is no such table, what was asked for is its name, not the path to it.
  if (found?.kind === "no-such-part") return { ...found, name: table ?? found.name.replace(/^\//, "") };
  return found?.kind === "found" && column !== undefined ? withColumn(found.artifact, path, column) : found;
}

export function isDataContract(document: Data): boolean {
  const contract = document.as<DataContract>();
  return (
    contract.get("kind").text()?.value === "DataContract" &&
    /^v3(?:\.|$)/.test(contract.get("apiVersion").text()?.value ?? "")
  );
}

function withColumn(table: ContractTable, path: string, wanted: string): Found<ContractTable> | undefined {
  const columns = [...table.columns].map(([name, column]) => ({
    name,
    fragment: `${path}/properties/${name}`,
    read: () => ({ ...table, column }),
  }));
  const found = choose("column", columns, `${path}/properties/${wanted}`);
  return found?.kind === "no-such-part" ? { ...found, name: wanted } : found;
}

/** The tables that have a name; the standard lets references use the id as well. */
const tablesIn = onceFor((linked: LinkedText): Choice<ContractTable>[] | undefined => {
  const contract = linked.documents.find(isDataContract)?.as<DataContract>();
  if (!contract) return undefined;
  const objects = contract.get("schema").items();
  const names = new Set(objects.flatMap(namesOf));
  return objects.flatMap((object) => {
    const name = object.get("name").text();
    const id = object.get("id").text();
    if (!name) return [];
    const fragment = `/schema/${name.value}`;
    const also = id ? [`/schema/${id.value}`] : [];
    return [{ name: name.value, fragment, also, read: () => readTable(contract, object, name, names) }];
  });
});

/** @param names those of all tables of the contract */
function readTable(
  contract: Data<DataContract>,
  object: Data<SchemaObject>,
  name: Located<string>,
  names: ReadonlySet<string>,
): ContractTable {
  const properties = object.get("properties").items();
  const keys = properties.filter((property) => property.get("primaryKey").isTrue);
  const columns = new Map<string, ContractColumn>();
  for (const property of properties) {
    const column = readColumn(property, keys.length);
    if (column && !columns.has(column.name.value)) columns.set(column.name.value, column);
  }
  return present<ContractTable>({
    name,
    version: contract.get("version").text(),
    status: contract.get("status").text(),
    owner: readOwner(contract),
    servers: contract
      .get("servers")
      .items()
      .filter((server) => server.isMap)
      .map((server) => {
        const place = (server.get("server").text() ?? server).place;
        return present<ContractTable["servers"][number]>({ place, environment: server.get("environment").text() });
      }),
    columns,
    latency: readTerm("latency", contract, object, names),
    frequency: readTerm("frequency", contract, object, names),
    retention: readTerm("retention", contract, object, names),
  });
}

/** Who has left owns nothing any more. */
function readOwner(contract: Data<DataContract>): Located<string> | undefined {
  const team = contract.get("team");
  const members = team.isList ? team.as<readonly TeamMember[]>().items() : team.get("members").items();
  const owner = members.find(
    (member) => /\bowner\b/i.test(member.get("role").text()?.value ?? "") && !member.get("dateOut").isThere,
  );
  return owner?.get("name").text() ?? owner?.get("username").text();
}

function readColumn(property: Data<SchemaProperty>, keys: number): ContractColumn | undefined {
  const name = property.get("name").text();
  if (!name) return undefined;
  const options = property.get("logicalTypeOptions");
  const timezone = options.get("timezone");
  return present<ContractColumn>({
    name,
    physicalName: property.get("physicalName").text(),
    logicalType: property.get("logicalType").text(),
    physicalType: property.get("physicalType").text(),
    format: options.get("format").text(),
    pattern: options.get("pattern").text(),
    maxLength: options.get("maxLength").number(),
    withZone: timezone.isTrue ? timezone.text() : undefined,
    timeZone: options.get("defaultTimezone").text() ?? (timezone.isFalse ? timezone.text() : undefined),
    unique: property.get("unique").isTrue,
    primaryKey: keys === 1 && property.get("primaryKey").isTrue,
  });
}

/** What a contract promises for a table: in words of its own, or for all of its tables. */
function readTerm(
  term: keyof typeof SYNONYMS,
  contract: Data<DataContract>,
  object: Data<SchemaObject>,
  names: ReadonlySet<string>,
): Located<Quantity> | undefined {
  const terms = contract
    .get("slaProperties")
    .items()
    .filter((promise) => {
      const property = promise.get("property").text()?.value.toLowerCase();
      return property === term || property === SYNONYMS[term];
    });
  const own = namesOf(object);
  const elements = terms.map((promise) => {
    const element = (promise.get("element").text() ?? contract.get("slaDefaultElement").text())?.value ?? "";
    return element.split(",").map((one) => one.trim().split(".")[0] ?? "");
  });
  const forThis = elements.findIndex((tables) => tables.some((name) => own.includes(name)));
  const forAny = elements.findIndex((tables) => !tables.some((name) => names.has(name) && !own.includes(name)));
  const promise = terms[forThis >= 0 ? forThis : forAny];
  return promise && duration(promise.get("value").text(), promise.get("unit").text()?.value);
}

function namesOf(object: Data<SchemaObject>): string[] {
  const names = [object.get("name"), object.get("physicalName"), object.get("id")];
  return names.flatMap((name) => name.text()?.value ?? []);
}
