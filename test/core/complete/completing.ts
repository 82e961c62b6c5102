import { applyEdits, CheckedPlan, type Clock, type CompleteOptions, type CompletionItem, complete } from "@aiplan/core";
import { type Files, load, ROOT } from "../../harness/check.ts";
import { readMarked, withCrlf } from "../../harness/markers.ts";
import { nearby } from "../../harness/nearby.ts";

interface Options extends CompleteOptions {
  readonly clock?: Clock;
}

export interface Completed {
  readonly text: string;
  readonly offset: number;
  readonly items: CompletionItem[];
  readonly labels: string[];
  /** The text after the item with this label. */
  readonly with: (label: string) => string;
}

/** Completes at an offset of a file among others. */
export async function completeAt(
  files: Files,
  name: string,
  offset: number,
  { snippets, clock }: Options = { snippets: true },
): Promise<Completed> {
  const text = files[name] ?? "";
  const workspace = await load(files, name, clock ? { clock } : {});
  const items = complete(new CheckedPlan(workspace), offset, { snippets, files: nearby(files) });
  return {
    text,
    offset,
    items,
    labels: items.map(({ label }) => label),
    with(label) {
      const item = items.find((one) => one.label === label);
      if (!item) throw new Error(`no ${label} among: ${items.map((one) => one.label).join(", ")}`);
      return apply(text, item);
    },
  };
}

/** Completes at the `$0` of a plan, which may be one of several files. */
export async function completeIn(
  fixture: string,
  options: Options & { readonly crlf?: boolean } = { snippets: true },
): Promise<Completed> {
  const files = readMarked(fixture).files.map((file) => (options.crlf ? withCrlf(file) : file));
  const plan = files.find(({ cursor }) => cursor !== undefined);
  if (plan?.cursor === undefined) throw new Error("no $0 in the plan");
  return completeAt(Object.fromEntries(files.map(({ name, text }) => [name, text])), plan.name, plan.cursor, options);
}

export function apply(text: string, { insert }: CompletionItem): string {
  return applyEdits(text, [{ uri: ROOT, ...insert }]);
}
