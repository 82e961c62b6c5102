/** What no text of a plan may do in a page. Each would change the title of the page. */
export const ATTACKS: readonly string[] = [
  `<script>document.title="hit"</script>`,
  `"><img src=x onerror="document.title='hit'">`,
  `</style></title></svg><svg onload="document.title='hit'">`,
  `' onmouseover='document.title=1`,
  "{a|rich} {b} {c} ${document.title} <!--",
  `javascript:document.title="hit"`,
];

/** What no text of a plan may do in Markdown, or in a diagram of mermaid. */
export const MARKDOWN_ATTACKS: readonly string[] = [
  `<script>document.title="hit"</script>`,
  `"]; click path0 "javascript:document.title=1"; x["`,
  "%%{init: {'securityLevel': 'loose'}}%% %% comment",
  "line\n# heading\n- item\n\n| a | b |\n```\nend",
  "`code` ``more`` \\| back\\ | pipe",
  "[link](https://evil.example/) ![image](https://evil.example/x.png) <https://evil.example/>",
  "https://evil.example/ www.evil.example mailto:me@evil.example @team #123 GH-1 !5 ~label $x$ :tada: &lt; &#60;",
  "A --> B; subgraph x --- y; style a fill:#f00; classDef b",
  "*bold* _it_ ~~gone~~ <b>html</b> --- === 1. one + two",
  "click node call alert() href title section gantt end",
  "2026-01-01, 3d : done, crit #35; #quot; #9829;",
  "right\u202eleft zero\u0000 half\ud800 bell\u0007 rocket\u{1f680}",
  "fa:fa-bomb `**md**` {{a}} ((b)) [[c]] @{ shape: rect }",
];

/** What the language itself lists is never the words of a plan. */
const LISTED = new Set([
  ..."kind status severity stage claimed earned dueFrom direction environment moment source hours ends uri".split(" "),
  "page", // of ours; see the test of links
]);

/**
 * The same report with an attack in every text: ids, sentences, quantities, dates and paths alike.
 *
 * @param attacks what stands before each text, by turns
 */
export function hostile<Data>(data: Data, attacks: readonly string[] = ATTACKS): Data {
  let turn = 0;
  const turned = (part: unknown, key = ""): unknown => {
    if (typeof part === "string") return LISTED.has(key) || isListed(part, key) ? part : attack(part);
    if (Array.isArray(part)) return part.map((item) => turned(item, key));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, turned(value, name)]));
  };
  const attack = (text: string) => `${attacks[turn++ % attacks.length]} ${text}`;
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
