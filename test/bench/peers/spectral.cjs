// Twenty rules of about the size that rules of ours have, for Spectral: the schema, and what must be there.
const { createRequire } = require("node:module");
const { pattern, schema, truthy } = createRequire(`${process.env.PEERS}/package.json`)("@stoplight/spectral-functions");

const given = (path, field, fn = truthy, functionOptions = undefined) => ({
  given: path,
  severity: "warn",
  // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so.
  then: { field, function: fn, functionOptions },
});
const required = {
  outcome: "kpi",
  workflow: "target",
  economics: "ceiling",
  load: "peak",
  pilot: "volume",
  monitoring: "designed",
};
const each = {
  metrics: "unit",
  systems: "owner",
  "data-sources": "owner",
  triggers: "metric",
  roles: "contact",
  reviews: "chair",
  "escalation-paths": "steps",
  "fallback-modes": "how",
};
module.exports = {
  rules: {
    schema: {
      given: "$",
      severity: "error",
      // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so.
      then: {
        function: schema,
        functionOptions: {
          schema: JSON.parse(require("node:fs").readFileSync(process.env.SCHEMA, "utf8")),
          allErrors: true,
        },
      },
    },
    ...Object.fromEntries(
      Object.entries(required).map(([section, key]) => [`${section}-${key}`, given(`$.${section}`, key)]),
    ),
    ...Object.fromEntries(
      Object.entries(each).map(([section, key]) => [`each-of-${section}`, given(`$.${section}.*`, key)]),
    ),
    name: given("$", "name", pattern, { match: "^[a-z0-9-]+$" }),
    dates: given("$.milestones.*", undefined, pattern, { match: "^\\d{4}-\\d{2}-\\d{2}$" }),
    months: given("$..[month-6]", undefined, truthy),
    sentences: given("$..[how]", undefined, pattern, { match: "^[A-Z]" }),
    placeholders: given("$..*", undefined, pattern, { notMatch: "^<.*>$" }),
  },
};
