import type { Readable, Writable } from "node:stream";
import { language, referencePage } from "@aiplan/core";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import * as z from "zod/v4";
import { version } from "../version.ts";
import * as shapes from "./shapes.ts";
import { Tools } from "./tools.ts";
import { INSTRUCTIONS, writePlanPrompt } from "./words.ts";

/** No tool writes, asks anybody or reaches over a network. */
const HARMLESS = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;
const REFERENCE = "aiplan://reference";

/** A message is as long as the longest text that a tool takes, with its escapes; in bytes. */
const LONGEST_MESSAGE = 8_000_000;

/**
 * Serves the tools to an assistant until it closes the input.
 *
 * @param root the absolute path of the folder outside of which nothing is read
 */
export async function serve(root: string, input: Readable, output: Writable): Promise<void> {
  const server = new McpServer(
    { name: "aiplan", title: "AI Plan", version: version() },
    { instructions: INSTRUCTIONS },
  );
  addTools(server, new Tools(root));
  server.registerResource(
    "reference",
    REFERENCE,
    {
      title: "The plan language",
      description: "Every key of an AI plan: what it means, what is written for it, and from which stage on it is due.",
      mimeType: "text/markdown",
    },
    ({ href }) => ({ contents: [{ uri: href, mimeType: "text/markdown", text: referencePage() }] }),
  );
  server.registerPrompt(
    "write-plan",
    {
      title: "Write an AI plan",
      description: "Drafts a plan for an AI system that passes its checks, without making up what only people know.",
      argsSchema: {
        about: z.string().max(20_000).describe("What the system is to do, and what is known of it"),
        stage: z.enum(language.STAGES).optional().describe("The stage to write it for; proposal if nothing is said"),
      },
    },
    ({ about, stage }) => ({
      messages: [{ role: "user", content: { type: "text", text: writePlanPrompt(about, stage ?? "proposal") } }],
    }),
  );
  const closed = new Promise<void>((done) => input.once("close", done).once("end", done));
  await server.connect(new StdioServerTransport(input, output, { maxBufferSize: LONGEST_MESSAGE }));
  await closed;
}

function addTools(server: McpServer, tools: Tools): void {
  server.registerTool(
    "check",
    {
      title: "Check a plan",
      description:
        "Checks an AI deployment plan (.aiplan, YAML) or a catalog: structure, references, quantities, dates, linked files, and whether it is ready for the stage that it claims. Gives the findings with what is wrong, why it matters in production and what to do. Call it after each change of a plan; a plan is done when no error and no warning is left.",
      inputSchema: {
        ...shapes.planInput,
        ...shapes.judgement,
        edits: z.boolean().optional().describe("Also give the edits of each fix, not only its title."),
      },
      outputSchema: shapes.checkOutput,
      annotations: HARMLESS,
    },
    async (input) => result(await tools.check(input)),
  );
  server.registerTool(
    "fix",
    {
      title: "Put a plan right",
      description:
        "Puts right what can be put right in a plan without a person: misspelt keys and ids, spelling of values, traps of YAML. With `all` it also inserts everything that is missing, as placeholders such as <month-one target e.g. 90%>, which a person has to fill in: never make their values up. Gives edits and the new text; it writes no file.",
      inputSchema: {
        ...shapes.planInput,
        ...shapes.judgement,
        all: z
          .boolean()
          .optional()
          .describe("Also insert what is missing, and make the fixes that need a person's eye."),
      },
      outputSchema: shapes.fixOutput,
      annotations: HARMLESS,
    },
    async (input) => result(await tools.fix(input)),
  );
  server.registerTool(
    "explain",
    {
      title: "Explain a rule, principle or key",
      description:
        "Explains a rule by the id that findings name (benchmark-regression), a readiness principle by its id or number, a key of the plan language by its path (operating-limits.kill-switch), or a fixed word (act-with-approval): what it asks, why, and how it is written.",
      inputSchema: { name: z.string().min(1).max(200) },
      outputSchema: shapes.explainOutput,
      annotations: HARMLESS,
    },
    async (input) => result(tools.explain(input)),
  );
  server.registerTool(
    "readiness",
    {
      title: "Say where a plan stands",
      description:
        "Says how far a plan is: its score with the readiness principles behind it, the stage that it earns beside the one it claims, what stands in the way, and the few changes that gain most. The same figures as in an editor. For the findings themselves call `check`.",
      inputSchema: shapes.readinessInput,
      outputSchema: shapes.readinessOutput,
      annotations: HARMLESS,
    },
    async (input) => result(await tools.readiness(input)),
  );
  server.registerTool(
    "diff",
    {
      title: "Compare two versions of a plan",
      description:
        "Says in words what a change of a plan means, whatever its spelling and order, and judges it: a target that is lowered, a review that is reduced without evidence, an escalation step or a kill switch that is removed. Compares `text`, or the file at `path`, with `beforeText`, with the file at a commit (`ref`), or, where neither is given, with the file as it is.",
      inputSchema: shapes.diffInput,
      outputSchema: shapes.diffOutput,
      annotations: HARMLESS,
    },
    async (input) => result(await tools.diff(input)),
  );
}

/** Clients that know no structured content read the same as text. */
function result<Content extends object>(content: Content) {
  return {
    content: [{ type: "text" as const, text: JSON.stringify(content) }],
    structuredContent: content as Record<string, unknown>,
  };
}
