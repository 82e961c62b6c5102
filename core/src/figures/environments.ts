import type { ContractTable } from "../artifacts/artifact.ts";
import type { Config } from "../workspace/config.ts";

const PRODUCTION = new Set(["production", "prod", "prd", "live"]);
const OTHERS = new Set(
  "dev devel development test testing tst qa uat sit integration acceptance acc staging stage stg preprod preproduction pre non nonprod pilot poc trial sandbox demo lab local ci".split(
    " ",
  ),
);

/**
 * Is an environment, as a data contract calls it, production? By the names of the configuration first, then by those that are
 * common (`prod-eu`, `pre-prod`). Undefined for a name that says nothing, unless the configuration says what production is called.
 */
export function isProduction(name: string, { environments }: Config): boolean | undefined {
  const plain = name.trim().toLowerCase();
  for (const [environment, names] of environments) if (names.includes(plain)) return environment === "production";
  const words = plain.split(/[^a-z]+/);
  if (words.some((word) => OTHERS.has(word))) return false;
  if (words.some((word) => PRODUCTION.has(word))) return true;
  return (environments.get("production") ?? []).length > 0 ? false : undefined;
}

/** The servers of a contract, if it is certain that none of them is in production; none where it names no servers. */
export function serversOutOfProduction(
  { servers }: ContractTable,
  config: Config,
): readonly NonNullable<ContractTable["servers"][number]["environment"]>[] {
  const environments = servers.flatMap(({ environment }) => environment ?? []);
  const areAllOut =
    environments.length === servers.length && environments.every(({ value }) => isProduction(value, config) === false);
  return areAllOut ? environments : [];
}
