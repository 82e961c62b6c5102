import { folderWith } from "./aiplan.ts";

/** What some reader of a report would obey, or stumble over, if it came through as it is; as YAML writes it. */
const KEYS = [
  `"::error::pwned"`,
  `"a key of many words, so long that the line is broken just before what would be a command ::stop-commands::x"`,
  `"##[error]pwned ##vso[task.complete] ##teamcity[message]"`,
  `"</testcase>]]>&amp;<script>alert(1)</script> 100%25, a:b;c"`,
  `"| table | row |"`,
  `"@team #123 [link](https://example.com) ![image](https://example.com/a.png) www.example.com"`,
  `"</details></summary><!-- *bold* _it_ ~~gone~~ $x$"`,
  `"\`tick\` \`\`\`mermaid"`,
  `"a\` @team #123 GH-1 !1 <img src=x> [l](https://example.com) https://example.com www.example.com x@example.com $x$ :tada: \`"`,
  `"lines\\r\\n# heading\\n- item\\n\\n| a |"`,
  `"bell\\a escape\\e[31m null\\0 lone\\ud800 not\\ufffe right\\u202eleft"`,
  `"🚀 family 👩‍👩‍👧 日本 it's \\"quoted\\""`,
];

/** A catalog with a finding for each of them, its lines ended by CRLF, in a file whose name is a command, too. */
const NASTY = ["aiplan: 1", "kind: catalog", "name: nasty", ...KEYS.map((key) => `${key}: x`), ""].join("\r\n");

/** A folder with a catalog that is as nasty as can be, and something that cannot be read. */
export function nastyFolder(): string {
  return folderWith({
    "::error file=a,line=1::%0A </testsuite> |.aiplan": NASTY,
    "::warning::unreadable.aiplan": Buffer.from([0, 255]),
  });
}
