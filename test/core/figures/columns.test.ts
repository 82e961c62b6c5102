import assert from "node:assert/strict";
import { type Config, DEFAULT_CONFIG } from "@aiplan/core";
import { cardValue } from "../../../core/src/figures/card-value.ts";
import { readType, type TypeFamily } from "../../../core/src/figures/column-types.ts";
import { isProduction } from "../../../core/src/figures/environments.ts";
import { readQuantity } from "../../../core/src/quantity/index.ts";

/** Types as databases and formats write them. */
const TYPES: Readonly<Record<TypeFamily, readonly string[]>> = {
  string: [
    "string",
    "VARCHAR(20)",
    "character varying(20)",
    "nvarchar(max)",
    "VARCHAR2(12 CHAR)",
    "text",
    "citext",
    "enum",
  ],
  integer: [
    "integer",
    "int unsigned",
    "int(10) unsigned",
    "BIGINT",
    "serial",
    "bigserial",
    "INT64",
    "long",
    "number(38,0)",
    "numeric(10, 0)",
    "DECIMAL(18)",
  ],
  decimal: ["double precision", "FLOAT64", "real", "numeric(12,2)", "Decimal(10, 2)", "money"],
  boolean: ["boolean", "BOOL", "bit"],
  date: ["date", "DATE"],
  timestamp: [
    "timestamp",
    "timestamptz",
    "timestamp(6) without time zone",
    "timestamp with time zone",
    "TIMESTAMP_NTZ(9)",
    "datetime2",
    "datetimeoffset",
    "timestamp-millis",
    "date-time",
  ],
  time: ["time", "time with time zone", "time-micros"],
  uuid: ["uuid", "UNIQUEIDENTIFIER", "guid"],
  binary: ["bytea", "BYTES", "varbinary(16)", "blob", "long raw"],
  object: ["object", "STRUCT<a INT64, b STRING>", "record", "map<string,int>"],
  array: ["array", "ARRAY<STRING>", "text[]", "array(varchar)"],
};

describe("the types of columns", () => {
  for (const [family, types] of Object.entries(TYPES))
    it(`knows each ${family}`, () => {
      for (const type of types) assert.deepEqual(readType(type)?.families, [family], type);
    });
  it("leaves open what the name of a type leaves open", () => {
    for (const type of ["number", "NUMERIC", "decimal", "bignumeric"])
      assert.deepEqual(readType(type)?.families, ["integer", "decimal"], type);
    assert.deepEqual(readType("tinyint(1)")?.families, ["integer", "boolean"]);
    assert.deepEqual(readType("jsonb")?.families, ["object", "array"]);
  });
  it("knows nothing of other types", () => {
    for (const type of [
      "",
      "geography(point)",
      "bit(8)",
      "variant",
      "constructor",
      '["null", "string"]',
      "Nullable(Int64)",
      "a(b(c))",
    ])
      assert.equal(readType(type), undefined, type);
  });
  it("reads the length of a text, but not one that nobody thought of", () => {
    const length = (type: string) => readType(type)?.length;
    assert.deepEqual(["varchar(12)", "char(2)", "varchar(254)"].map(length), [12, 2, 254]);
    assert.deepEqual(
      ["varchar(255)", "varchar(4000)", "nvarchar(max)", "text", "numeric(10,0)"].map(length),
      Array(5).fill(undefined),
    );
  });
  it("says whether a zone is kept with the time, where databases agree", () => {
    const zoned = (type: string) => readType(type)?.zoned;
    assert.deepEqual(
      ["timestamptz", "timestamp(3) with time zone", "datetimeoffset", "timetz"].map(zoned),
      Array(4).fill(true),
    );
    assert.deepEqual(["timestamp without time zone", "datetime", "TIMESTAMP_NTZ"].map(zoned), Array(3).fill(false));
    assert.deepEqual(["timestamp", "date", "time"].map(zoned), Array(3).fill(undefined));
  });
});

describe("the environments of data contracts", () => {
  const names = (environments: Config["environments"] = new Map()): Config => ({ ...DEFAULT_CONFIG, environments });
  it("are known by their common names", () => {
    for (const name of ["prod", "Production", "live", "prod-eu", "eu_prd"])
      assert.equal(isProduction(name, names()), true, name);
    for (const name of ["dev", "UAT", "pre-prod", "preprod", "staging2", "non_prod"])
      assert.equal(isProduction(name, names()), false, name);
    for (const name of ["blue", "", "eu-1", "reproduction"]) assert.equal(isProduction(name, names()), undefined, name);
  });
  it("are called what the configuration says", () => {
    const config = names(
      new Map([
        ["production", ["blue"]],
        ["staging", ["live"]],
      ]),
    );
    assert.equal(isProduction("Blue", config), true);
    assert.equal(isProduction("live", config), false);
    assert.equal(isProduction("green", config), false);
    assert.equal(isProduction("prod", config), true);
    assert.equal(isProduction("green", names(new Map([["staging", ["uat"]]]))), undefined);
  });
});

describe("the numbers of model cards", () => {
  const like = (text: string) => readQuantity(text).quantity!;
  const read = (text: string, beside: string) => cardValue(text, like(beside))?.text;
  it("are shares beside shares", () => {
    assert.deepEqual(
      ["0.876", "87.6", "87.6%", "0.07", "100"].map((text) => read(text, "90%")),
      ["87.6%", "87.6%", "87.6%", "7%", "100%"],
    );
    assert.deepEqual(
      ["1", "-0.2", "870", "good"].map((text) => read(text, "90%")),
      Array(4).fill(undefined),
    );
  });
  it("are as they stand beside anything else", () => {
    assert.equal(read("0.842", "0.9"), "0.842");
    assert.equal(read("300 ms", "2 s"), "300 ms");
  });
});
