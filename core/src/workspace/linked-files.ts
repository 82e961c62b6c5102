import type { ArtifactKind, Artifacts } from "../artifacts/artifact.ts";
import { type ArtifactProblem, findArtifact, type LinkedText, readLinkedText } from "../artifacts/read-artifact.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import { looksLikePath, resolveLink } from "./links.ts";
import type { LoadOptions, ReadOutcome, ReadProblem } from "./workspace.ts";

/** Why a link leads to nothing that can be read. */
export type LinkProblem =
  | { readonly kind: Exclude<ReadProblem, "unreachable"> | "malformed" | "url" }
  | ArtifactProblem;

/** A link of the plan or of a catalog to something that is no plan file, and what came of following it. */
export interface Link {
  readonly node: ScalarNode<string>;
  readonly from: PlanFile;
  /** What it is meant to lead to; of a document only its being there counts. */
  readonly kind: ArtifactKind | "document";
  /** The file that it names; undefined where it names none, or one out of the workspace. */
  readonly uri?: string;
  /** Undefined where there is a problem, for a document, and where nobody can tell what is there. */
  readonly artifact?: Artifacts[ArtifactKind];
  readonly problem?: LinkProblem;
}

/** Follows the links of files; each file that they lead to is read and parsed once. Throws only what the options do. */
export async function followLinks(
  files: readonly PlanFile[],
  options: LoadOptions,
): Promise<ReadonlyMap<ScalarNode, Link>> {
  const linkedFiles = new LinkedFiles(options);
  const links = files.flatMap((from) =>
    from.links.flatMap((node) => {
      const kind = kindOf(node);
      return kind === undefined ? [] : [follow(node, from, kind, linkedFiles, options.root)];
    }),
  );
  return new Map((await Promise.all(links)).map((link) => [link.node, link]));
}

/** What a link is meant to lead to; undefined for an import, and for words in place of a link. */
function kindOf({ type, value = "" }: ScalarNode<string>): Link["kind"] | undefined {
  if (type?.kind !== "link" || type.artifact === "plan catalog") return undefined;
  return type.orText && !looksLikePath(value) ? undefined : (type.artifact as Link["kind"]);
}

async function follow(
  node: ScalarNode<string>,
  from: PlanFile,
  kind: Link["kind"],
  files: LinkedFiles,
  root: string,
): Promise<Link> {
  const target = resolveLink(node.value ?? "", from.uri, root);
  if (target.kind !== "file") return { node, from, kind, problem: { kind: target.kind } };
  const { uri, fragment } = target;
  const found = kind === "document" ? await files.probe(uri) : await files.find(kind, uri, fragment);
  return { node, from, kind, uri, ...found };
}

type Found = { readonly artifact?: Artifacts[ArtifactKind]; readonly problem?: LinkProblem };

function found(problem: ReadProblem | undefined): Found {
  return problem === undefined || problem === "unreachable" ? {} : { problem: { kind: problem } };
}

/** What was found in a file that stays as it is: links are followed again at every change of the plan. */
const followed = new WeakMap<LinkedText, Map<string, Found>>();

/** The files that one plan and its catalogs link to. */
class LinkedFiles {
  private readonly texts = new Map<string, Promise<ReadOutcome>>();
  private readonly parsed = new Map<string, LinkedText>();
  private readonly probed = new Map<string, Promise<ReadProblem | undefined>>();

  constructor(private readonly options: LoadOptions) {}

  async probe(uri: string): Promise<Found> {
    const asked = this.probed.get(uri) ?? this.options.probe(uri);
    this.probed.set(uri, asked);
    return found(await asked);
  }

  async find(kind: ArtifactKind, uri: string, fragment: string): Promise<Found> {
    const asked = this.texts.get(uri) ?? this.options.read(uri);
    this.texts.set(uri, asked);
    const outcome = await asked;
    if ("problem" in outcome) return found(outcome.problem);
    const linked = this.parse(uri, outcome.text);
    const known = followed.get(linked) ?? new Map<string, Found>();
    followed.set(linked, known);
    const question = `${kind}#${fragment}`;
    const answer = known.get(question) ?? findArtifact(kind, linked, fragment);
    // Of a link that is being written every letter would be another one that leads to nothing.
    if ("artifact" in answer) known.set(question, answer);
    return answer;
  }

  private parse(uri: string, text: string): LinkedText {
    const linked = this.parsed.get(uri) ?? (this.options.cachedLinked ?? readLinkedText)(uri, text);
    this.parsed.set(uri, linked);
    return linked;
  }
}
