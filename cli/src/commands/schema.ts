import { jsonSchema, referencePage } from "@aiplan/core";
import type { Command } from "commander";
import { EXIT } from "../exit-code.ts";
import { command } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const HELP = `
Examples:
  $ aiplan schema > aiplan.schema.json          for editors and tools that check YAML by a schema
  $ aiplan schema --vocabulary > reference.md   every key, for people

A schema can say which keys there are, what is written for them and what is due at a stage. It knows no references, no
linked files and no rules: only \`aiplan check\` and an editor with AI Plan say all.`;

export function schemaCommand(terminal: Terminal, done: (exitCode: number) => void): Command {
  return command("schema")
    .summary("print the JSON Schema of the plan language")
    .description("Print the plan language as a JSON Schema (2020-12), or as a page for people.")
    .option("--vocabulary", "print the reference of all keys instead, as Markdown")
    .addHelpText("after", HELP)
    .action(async ({ vocabulary }: { vocabulary?: true }) => {
      await terminal.write(vocabulary ? referencePage() : `${JSON.stringify(jsonSchema(), undefined, 2)}\n`);
      done(EXIT.clean);
    });
}
