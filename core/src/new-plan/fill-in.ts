import { placeholder, type Source, type Stub, written } from "../edits/stub.ts";

/** What to write in place of a placeholder, whose words are given; the placeholder itself where a person has to. */
export type FillIn = (words: string) => string;

const PLACEHOLDER = /^<(.*)>$/s;

/** The stub of an id, or of another text that may be a placeholder. */
export function textStub(text: string): Stub {
  const words = PLACEHOLDER.exec(text)?.[1];
  return words === undefined ? written(text) : placeholder(words);
}

/** The same stub with what is known in place of its placeholders. */
export function filledIn(stub: Stub, fill: FillIn): Stub {
  switch (stub.kind) {
    case "scalar": {
      const text = stub.placeholder ? fill(wordsOf(stub.text)) : stub.text;
      return text === stub.text ? stub : textStub(text);
    }
    case "map": {
      const entries = stub.entries.map(([name, value]) => [filledName(name, fill), filledValue(value, fill)] as const);
      return { ...stub, entries };
    }
    case "list":
      return { ...stub, items: stub.items.map((item) => filledIn(item, fill)) };
  }
}

function filledValue(value: Stub | Source, fill: FillIn): Stub | Source {
  return value.kind === "source" ? value : filledIn(value, fill);
}

function filledName(name: string, fill: FillIn): string {
  return PLACEHOLDER.test(name) ? fill(wordsOf(name)) : name;
}

function wordsOf(text: string): string {
  return PLACEHOLDER.exec(text)?.[1] ?? text;
}
