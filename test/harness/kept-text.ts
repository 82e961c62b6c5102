import assert from "node:assert/strict";

/**
 * An insertion must leave what the author wrote as it is: every line stays as it was, or only has something more in it (a
 * map in braces); the line ends stay what they are; no new line ends with a space.
 */
export function assertOnlyAdded(before: string, after: string, about: () => string): void {
  const added = linesOf(after);
  const changed: string[] = [];
  let at = 0;
  for (const line of linesOf(before)) {
    const index = added.indexOf(line, at);
    if (index < 0) changed.push(line);
    else {
      added.splice(index, 1);
      at = index;
    }
  }
  for (const line of changed) {
    const index = added.findIndex((other) => isPartOf(line, other));
    assert.ok(index >= 0, `a line was written anew: ${line}: ${about()}`);
  }
  for (const line of added) assert.doesNotMatch(line, /[ \t]$/, `a space ends a line: ${about()}`);
  if (before.includes("\r\n")) assert.doesNotMatch(after, /[^\r]\n/, about());
  else assert.ok(!after.includes("\r"), about());
  assert.equal(/\n$/.test(after), /\n$/.test(before), `the end of the file is another: ${about()}`);
}

/** Are the characters of one text in another, in their order? */
function isPartOf(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
