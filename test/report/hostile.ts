/** What no text of a plan may do in a page. Each would change the title of the page. */
export const ATTACKS: readonly string[] = [
  `<script>document.title="hit"</script>`,
  `"><img src=x onerror="document.title='hit'">`,
  `</style></title></svg><svg onload="document.title='hit'">`,
  `' onmouseover='document.title=1`,
  "{a|rich} {b} {c} ${document.title} <!--",
  `javascript:document.title="hit"`,
];

/** What the language itself lists is never the words of a plan. */
const LISTED = new Set([
  ..."kind status severity stage claimed earned dueFrom direction environment moment source hours ends uri".split(" "),
  "page", // of ours; see the test of links
]);

/**
 * The same report with an attack in every text: ids, sentences, quantities, dates and paths alike.
 *
 * @param whole where texts are replaced, not only prefixed: what is drawn then depends on nothing that is well-formed
 */
export function hostile<Data>(data: Data): Data {
  let turn = 0;
  const turned = (part: unknown, key = ""): unknown => {
    if (typeof part === "string") return LISTED.has(key) || isListed(part, key) ? part : attack(part);
    if (Array.isArray(part)) return part.map((item) => turned(item, key));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, turned(value, name)]));
  };
  const attack = (text: string) => `${ATTACKS[turn++ % ATTACKS.length]} ${text}`;
  return turned(data) as Data;
}

/** Texts that are chosen from a list in one place and free in another, under the same key. */
function isListed(text: string, key: string): boolean {
  return (
    (key === "name" && /^(?:pilot|average|month 6)$/.test(text)) ||
    (key === "how" && /^(?:entered|planned|earliest)$/.test(text)) ||
    (key === "uses" && /^(?:training|evaluation|inference)$/.test(text))
  );
}
