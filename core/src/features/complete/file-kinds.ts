/** What the files that links of a kind lead to are called. */
interface FileNames {
  /** Files with such names can be right; without it any can. */
  readonly possible?: RegExp;
  /** Among them, these are likely to be. */
  readonly likely: RegExp;
}

const DATA = /\.(?:ya?ml|json|jsonc)$/i;

const KINDS: Readonly<Record<string, FileNames>> = {
  "plan catalog": { possible: /\.aiplan$/i, likely: /\.aiplan$/i },
  "data contract": { possible: DATA, likely: /(?:odcs|contract)[^/]*\.ya?ml$/i },
  openslo: { possible: DATA, likely: /slo[^/]*\.ya?ml$/i },
  backstage: { possible: DATA, likely: /catalog[^/]*\.ya?ml$/i },
  flagd: { possible: DATA, likely: /flag[^/]*\.(?:json|ya?ml)$/i },
  "rollout engine": { possible: DATA, likely: /(?:rollout|canary)[^/]*\.ya?ml$/i },
  "model card": { possible: /\.(?:ya?ml|json|jsonc|mdx?|markdown|html?)$/i, likely: /card|\.cdx\.json$|^readme\.md$/i },
  document: { likely: /\.(?:mdx?|markdown|adoc|rst|txt|pdf|docx?|pptx?|xlsx?|html?|csv)$/i },
};

/**
 * How likely a link of the kind is meant for a file of the name, 0 the likeliest; undefined where a file of such a name
 * can't be read as what is meant.
 */
export function likelihood(artifact: string, name: string): 0 | 2 | undefined {
  const { possible, likely } = KINDS[artifact] ?? KINDS.document!;
  if (possible && !possible.test(name)) return undefined;
  return likely.test(name) ? 0 : 2;
}

/** Folders stand between the files that are likely and those that are only possible. */
export const FOLDER_LIKELIHOOD = 1;
