// The plainest checker that says where: yaml, and the JSON Schema compiled by ajv.   node yaml-ajv.mjs SCHEMA FILES...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.PEERS}/package.json`);
const { LineCounter, parseDocument } = require("yaml");
const Ajv = require("ajv/dist/2020.js").default;
const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
for (const file of files) {
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter });
  if (validate(document.toJS())) continue;
  for (const { instancePath, message } of validate.errors) {
    const node = document.getIn(instancePath.split("/").slice(1), true);
    const { line, col } = lineCounter.linePos(node?.range?.[0] ?? 0);
    console.log(`${file}:${line}:${col} ${message}`);
  }
}
