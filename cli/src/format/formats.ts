import type { Format, FormatOptions } from "./format.ts";
import { githubFormat } from "./github.ts";
import { gitlabFormat } from "./gitlab.ts";
import { jsonFormat } from "./json.ts";
import { junitFormat } from "./junit.ts";
import { markdownFormat } from "./markdown.ts";
import { prettyFormat } from "./pretty.ts";
import { githubSarifFormat, sarifFormat } from "./sarif/index.ts";

/** Every format by the name it has on the command line. */
export const FORMATS = {
  pretty: prettyFormat,
  json: jsonFormat,
  junit: junitFormat,
  github: githubFormat,
  gitlab: gitlabFormat,
  sarif: sarifFormat,
  "github-sarif": githubSarifFormat,
  markdown: markdownFormat,
} satisfies Record<string, (options: FormatOptions) => Format>;

export type FormatName = keyof typeof FORMATS;
