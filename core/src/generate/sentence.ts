/** The first sentence of a doc in plain words, without the example after its colon. */
export function firstSentence(doc: string): string {
  const sentence =
    /^.*?(?:(?<!\be\.g|\bi\.e)[.?!](?=\s|$)|: (?=`)|$)/s.exec(
      doc.replace(/`[^`]*`/g, (code) => code.replace(/\./g, "\u0000")),
    )?.[0] ?? doc;
  const plain = sentence.replaceAll("\u0000", ".").replaceAll("`", "").replace(/: $/, "").trim();
  return /[.?!]$/.test(plain) ? plain : `${plain}.`;
}
