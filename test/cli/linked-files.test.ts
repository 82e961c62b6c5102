import assert from "node:assert/strict";
import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { checkJson, findingsOf, folderWith, removeFolders, textAt } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";

interface Format {
  readonly name: string;
  /** A plan with a link in it. */
  readonly plan: (link: string) => string;
  /** The name of a file, and what it holds where all is well. */
  readonly file: string;
  readonly text: string;
  readonly fragment: string;
}

const FORMATS: readonly Format[] = [
  {
    name: "data contract",
    plan: (link) => `aiplan: 1\ndata-sources:\n  tickets: {contract: ${link}}\n`,
    file: "tickets.odcs.yaml",
    text: "apiVersion: v3.1.0\nkind: DataContract\nid: helpdesk\nversion: 1.0.0\nstatus: active\nschema:\n  - name: tickets\n    properties: [{name: id, logicalType: string}]\n",
    fragment: "#/schema/tickets",
  },
  {
    name: "OpenSLO",
    plan: (link) => `aiplan: 1\nmetrics:\n  answer-time: {slo: ${link}}\n`,
    file: "slo.yaml",
    text: "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: latency}\nspec: {objectives: [{target: 0.99}]}\n---\napiVersion: openslo/v1\nkind: SLO\nmetadata: {name: uptime}\nspec: {objectives: [{target: 0.999}]}\n",
    fragment: "#latency",
  },
  {
    name: "Backstage",
    plan: (link) => `aiplan: 1\nsystems:\n  helpdesk: {catalog: ${link}}\n`,
    file: "catalog-info.yaml",
    text: "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: helpdesk}\nspec: {type: service, lifecycle: production, owner: helpdesk-team}\n",
    fragment: "#component:default/helpdesk",
  },
  {
    name: "flagd",
    plan: (link) => `aiplan: 1\noperating-limits:\n  kill-switch: {how: ${link}}\n`,
    file: "flags.flagd.json",
    text: '{"flags": {"routing": {"state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "on"}}}\n',
    fragment: "#routing",
  },
  {
    name: "Argo Rollouts",
    plan: (link) => `aiplan: 1\nrollout: {link: ${link}}\n`,
    file: "rollout.yaml",
    text: "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: router}\nspec:\n  strategy:\n    canary:\n      steps: [{setWeight: 10}, {pause: {}}, {setWeight: 50}]\n",
    fragment: "",
  },
  {
    name: "Flagger",
    plan: (link) => `aiplan: 1\nrollout: {link: ${link}}\n`,
    file: "canary.yaml",
    text: "apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: router}\nspec:\n  analysis: {interval: 1m, threshold: 5, maxWeight: 50, stepWeight: 10}\n",
    fragment: "",
  },
  {
    name: "model card",
    plan: (link) => `aiplan: 1\nartifacts: {model-card: ${link}}\n`,
    file: "router.modelcard.json",
    text: '{"model_details": {"name": "router"}, "quantitative_analysis": {"performance_metrics": [{"type": "accuracy", "value": "0.91"}]}}\n',
    fragment: "",
  },
];

/** Each line is nine times the one before; written out it would have some 10^11 items. */
const ALIAS_BOMB = `a0: &a0 [x]\n${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]\n`).join("")}`;

/** What may be wrong with the file that a link leads to, and how what is said begins, with the path for `…`. */
const CASES = {
  missing: /^… does not exist, so /,
  broken: /^Line \d+ of … can't be read, so /,
  empty: /^… is not an? .*, so .* It seems to be an empty file\. /,
  "another-format": /^… is not an? .*, so /,
  outside: /^… lies outside the workspace, so /,
  folder: /^… is a folder, so /,
  large: /^… has more than the 5 MB that are read, so /,
  binary: /^… is not a text file, so /,
  bomb: /^(?:… is not an? .*|Line \d+ of … can't be read), so /,
} as const;
type Case = keyof typeof CASES;

describe("aiplan check on linked files", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  for (const format of FORMATS) {
    describe(format.name, () => {
      it("takes a good one", async () => {
        const { file, text, fragment, plan } = format;
        const cwd = folderWith({ ".git/HEAD": "", "good.aiplan": plan(`./${file}${fragment}`), [file]: text });
        const report = await checkJson(["good.aiplan"], { cwd });
        assert.deepEqual(findingsOf(report, "linked-file-missing"), []);
      });

      it("says of each bad one what is wrong with it, once, at the link", async () => {
        const { root, links } = folderOf(format);
        await expectOneEach(format, root, links);
      });

      it("does not follow a symbolic link out of the root", async function () {
        const ending = endingOf(format);
        const plan = format.plan(`./out${ending}${format.fragment}`);
        const folder = folderWith({ [format.file]: format.text, "root/.git/HEAD": "", "root/outside.aiplan": plan });
        try {
          symlinkSync(`../${format.file}`, join(folder, "root", `out${ending}`));
        } catch {
          this.skip(); // Windows asks for a privilege to link
        }
        await expectOneEach(format, join(folder, "root"), new Map([["outside", `./out${ending}`]]));
      });
    });
  }

  it("does not read documents, however large, and asks only that they are there", async () => {
    const cwd = folderWith({
      ".git/HEAD": "",
      "plan.aiplan": "aiplan: 1\nworkflow: {current: ./flow.pdf, target: ./gone.pdf}\n",
      "flow.pdf": Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]),
    });
    truncateSync(join(cwd, "flow.pdf"), 50_000_000);
    const report = await checkJson(["plan.aiplan"], { cwd });
    const messages = findingsOf(report, "linked-file-missing").map(({ message }) => message.split(",")[0]);
    assert.deepEqual(messages, ["`./gone.pdf` does not exist"]);
  });

  it("reads what many plans link to within bounds, and says the same of each", async () => {
    const plans = Array.from({ length: 40 }, (_, n) => n);
    const [contract] = FORMATS as [Format];
    // More than is kept of linked files: some are forgotten and read again.
    const padding = `# ${"x".repeat(100)}\n`.repeat(3000);
    const files: Record<string, string> = { ".git/HEAD": "" };
    for (const n of plans) {
      files[`p${n}.aiplan`] = contract.plan(`./c${n % 8}.yaml#/schema/${n % 2 ? "tickets" : "ticket"}`);
      files[`c${n % 8}.yaml`] = contract.text + padding;
    }
    const report = await checkJson(["."], { cwd: folderWith(files) });
    const found = findingsOf(report, "linked-file-missing");
    assert.equal(found.length, plans.length / 2);
    for (const { message } of found) assert.match(message, /has no table `ticket`, so .*Did you mean `tickets`\?/);
  });
});

/** Exactly one finding at the path of each link, in the words for its case, and nothing that went wrong. */
async function expectOneEach(format: Format, root: string, links: ReadonlyMap<Case, string>): Promise<void> {
  const report = await checkJson(["."], { cwd: root });
  assert.equal(report.stderr, "");
  assert.ok(report.code === 0 || report.code === 1, `exit code ${report.code}`);
  assert.equal(report.files.length, links.size);
  for (const file of report.files) {
    const name = file.path.replace(".aiplan", "") as Case;
    const path = links.get(name) ?? assert.fail();
    const found = findingsOf({ ...report, files: [file] }, "linked-file-missing");
    assert.equal(found.length, 1, `${name}: ${found.map(({ message }) => message).join("; ") || "nothing"}`);
    const { message, range } = found[0] ?? assert.fail();
    assert.match(message.replace(`\`${path}\``, "…"), CASES[name], name);
    assert.equal(textAt(format.plan(`${path}${format.fragment}`), range), path, name);
  }
}

function endingOf({ file }: Format): string {
  return file.slice(file.indexOf("."));
}

/** A root with a plan for each case, and the path that each links to. */
function folderOf(format: Format): { root: string; links: Map<Case, string> } {
  const { file, text, fragment, plan } = format;
  const ending = endingOf(format);
  const other = FORMATS.find((one) => one.name !== format.name && one.plan("") !== plan("")) ?? assert.fail();
  const contents: Partial<Record<Case, string | Buffer>> = {
    broken: `a: 1\n"b: [\n${text}`,
    empty: "",
    "another-format": other.text,
    large: text,
    binary: Buffer.from([0x61, 0, 0x62]),
    bomb: `${text.startsWith("{") ? "" : text.split("---")[0]}${ALIAS_BOMB}`,
  };
  const paths: Partial<Record<Case, string>> = { outside: `../${file}`, folder: "./folder/" };
  const links = new Map<Case, string>();
  const files: Record<string, string | Buffer> = { [file]: text, "root/.git/HEAD": "", "root/folder/x": "" };
  for (const name of Object.keys(CASES) as Case[]) {
    const path = paths[name] ?? `./${name}${ending}`;
    links.set(name, path);
    files[`root/${name}.aiplan`] = plan(`${path}${fragment}`);
    const content = contents[name];
    if (content !== undefined) files[`root/${name}${ending}`] = content;
  }
  const root = join(folderWith(files), "root");
  truncateSync(join(root, `large${ending}`), 6_000_000);
  return { root, links };
}
