import { existsSync } from "node:fs";
import { type Host, TRUSTED } from "./host.ts";
import { today } from "./today.ts";
import { WorkspaceFiles } from "./workspace-files.ts";

/** Where the docs may be, seen from this file: beside a bundle, in the extension, and seen from the sources. */
const DOCS = ["docs", "../docs", "../../docs"];

/** A computer with a disk. */
export class NodeHost extends WorkspaceFiles implements Host {
  constructor() {
    super(TRUSTED);
  }

  readonly docs = DOCS.map((path) => new URL(path, import.meta.url))
    .find((folder) => existsSync(new URL(`${folder.href}/rules/README.md`)))
    ?.toString();

  today = today;
}
