import { type language, readPlanFile } from "@aiplan/core";

/** A plan in which one value says something else. */
export interface OtherValue {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

interface TreeNode {
  readonly kind: "scalar" | "map" | "list";
  readonly type?: language.ValueType;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly borrowed: boolean;
  readonly value?: unknown;
  readonly all: readonly (TreeNode & { readonly key: { readonly text: string }; readonly value: TreeNode })[];
}

/** Each value of a plan in turn with another that its type allows, or that is at least of the same kind; imports are left alone. */
export function otherValues(text: string): OtherValue[] {
  const file = readPlanFile("file:///plan.aiplan", text);
  return file.sections.flatMap((section) => {
    const start = file.startOf(section);
    const values = section.name === "imports" ? [] : scalarsOf(section.value as unknown as TreeNode, section.name);
    return values.flatMap(({ node, path }) => {
      const written = text.slice(start + node.start, start + node.end);
      const other = otherFor(node, written);
      if (other === undefined || other === written) return [];
      const after = text.slice(0, start + node.start) + other + text.slice(start + node.end);
      return [{ path, from: written, to: other, text: after }];
    });
  });
}

function scalarsOf(node: TreeNode, path: string): { node: TreeNode; path: string }[] {
  if (node.borrowed) return [];
  if (node.kind === "scalar") return [{ node, path }];
  if (node.kind === "list") return node.all.flatMap((item, index) => scalarsOf(item, `${path}.${index + 1}`));
  return node.all.flatMap(({ key, value }) => scalarsOf(value, `${path}.${key.text}`));
}

/** What may be written in place of a value; undefined where nothing may, or it says nothing. */
function otherFor({ type, text }: TreeNode, written: string): string | undefined {
  if (text === "" || /^[|>&*]/.test(written)) return undefined;
  switch (type?.kind) {
    case "choice":
      return Object.keys(type.choices).find((choice) => choice !== text);
    case "boolean":
      return text === "true" ? "false" : "true";
    case "number":
    case "quantity":
      return written.replace(/\d/, (digit) => (digit === "9" ? "8" : String(Number(digit) + 1)));
    case "date":
      return /^\d{4}/.test(text)
        ? written.replace(/^"?(\d{4})/, (year) => year.replace(/\d$/, (last) => (last === "9" ? "8" : "9")))
        : undefined;
    case "unit":
      return text === "h" ? "min" : "h";
    case "reference":
    case "id":
    case "column":
    case "link":
      return written.replace(/\w(?=\W*$)/, (last) => (last === "z" ? "y" : "z"));
    default:
      return /^[\w]/.test(written) ? `Not ${written}` : undefined;
  }
}
