import assert from "node:assert/strict";
import { CheckedPlan, type LoadOptions, type ReadProblem, readLinkedText } from "@aiplan/core";
import { check, type Files, load, ROOT } from "../../harness/check.ts";

const CONTRACT = `apiVersion: v3.1.0
kind: DataContract
id: helpdesk
version: 1.0.0
status: active
schema:
  - name: tickets
    properties: [{name: id, logicalType: string}]
  - name: accounts
    properties: [{name: id, logicalType: string}]
`;

/** What the rule about links says, as `severity «text» message`. */
async function said(files: Files, options?: Partial<LoadOptions>, name = "plan.aiplan"): Promise<string[]> {
  return (await check(files, name, undefined, options))
    .filter(({ rule }) => rule === "linked-file-missing")
    .map(
      ({ severity, place, message }) => `${severity} «${(files[name] ?? "").slice(place.start, place.end)}» ${message}`,
    );
}

function asking(files: Files) {
  const asked = { read: [] as string[], probe: [] as string[], parsed: [] as string[] };
  const nameOf = (uri: string) => uri.slice(ROOT.length + 1);
  const options: Partial<LoadOptions> = {
    read: async (uri) => {
      asked.read.push(nameOf(uri));
      const text = files[nameOf(uri)];
      return text === undefined ? { problem: "not-found" } : { text };
    },
    probe: async (uri) => {
      asked.probe.push(nameOf(uri));
      return files[nameOf(uri)] === undefined ? "not-found" : undefined;
    },
    cachedLinked: (uri, text) => {
      asked.parsed.push(nameOf(uri));
      return readLinkedText(uri, text);
    },
  };
  return { asked, options };
}

describe("links to other files", () => {
  it("are read and parsed once, however often a file is linked", async () => {
    const sources = Array.from(
      { length: 40 },
      (_, n) => `  s${n}: {contract: ./c.odcs.yaml#/schema/tickets, lineage: ./flow.md}\n`,
    );
    const files: Files = {
      "plan.aiplan": `imports: [./org.aiplan]\ndata-sources:\n${sources.join("")}`,
      "org.aiplan": "kind: catalog\ndata-sources:\n  lent: {contract: /c.odcs.yaml#/schema/accounts}\n",
      "c.odcs.yaml": CONTRACT,
      "flow.md": "# Flow\n",
    };
    const { asked, options } = asking(files);
    assert.deepEqual(await said(files, options), []);
    assert.deepEqual(asked, { read: ["org.aiplan", "c.odcs.yaml"], probe: ["flow.md"], parsed: ["c.odcs.yaml"] });
  });

  it("never lead out of the workspace or onto the network, nor are documents read", async () => {
    const text = `workflow: {current: ../up.md, target: "file:///etc/passwd"}
load-test: {report: ./report.pdf}
artifacts: {model-card: https://example.com/card.json}
data-sources:
  a: {contract: https://example.com/c.yaml, lineage: //server/share.md}
  b: {contract: ../../c.yaml}
operating-limits: {kill-switch: {how: Call the operator. She pulls the plug}}
`;
    const { asked, options } = asking({ "plan.aiplan": text, "report.pdf": "" });
    await said({ "plan.aiplan": text }, options);
    assert.deepEqual(asked, { read: [], probe: ["report.pdf"], parsed: [] });
  });

  it("give what they lead to, in a plan and in its catalogs", async () => {
    const files: Files = {
      "plans/plan.aiplan":
        "imports: [../org.aiplan]\ndata-sources:\n  own: {contract: ../c.odcs.yaml#/schema/tickets, lineage: ../c.odcs.yaml}\n  online: {contract: https://example.com/c.yaml}\n  open: {contract: <link>}\n",
      "org.aiplan": "kind: catalog\ndata-sources:\n  lent: {contract: ./c.odcs.yaml#/schema/accounts}\n",
      "c.odcs.yaml": CONTRACT,
    };
    const plan = new CheckedPlan(await load(files, "plans/plan.aiplan"));
    const contractOf = (id: string) => plan.definitions.find("data-source", id)?.get("contract");
    const table = (id: string) => plan.linked("data contract", contractOf(id))?.name;
    assert.equal(table("own")?.value, "tickets");
    assert.equal(table("lent")?.value, "accounts");
    const { uri, start, end } = table("lent")?.place ?? assert.fail();
    assert.deepEqual([uri, CONTRACT.slice(start, end)], [`${ROOT}/c.odcs.yaml`, "accounts"]);
    for (const id of ["online", "open"]) assert.equal(table(id), undefined, id);
    assert.equal(plan.linked("model card", contractOf("own")), undefined, "another kind than the language says");
    assert.equal(plan.linked("data contract", undefined), undefined);
  });

  it("of a catalog are spoken of where the catalog is checked, not in each plan that imports it", async () => {
    const files = {
      "plan.aiplan": "imports: [./org.aiplan]\n",
      "org.aiplan": "kind: catalog\ndata-sources:\n  lent: {contract: ./gone.odcs.yaml}\n",
    };
    assert.deepEqual(await said(files), []);
    assert.equal((await said(files, {}, "org.aiplan")).length, 1);
  });

  it("to a file that can't be read are one finding, which shows the others", async () => {
    const text =
      "data-sources:\n  a: {contract: ./c.yaml#/schema/a}\n  b: {contract: ./c.yaml#/schema/b, lineage: ./c.yaml}\n";
    const files = { "plan.aiplan": text, "c.yaml": "kind: DataContract\nschema: [\n" };
    const found = (await check(files, "plan.aiplan")).filter(({ rule }) => rule === "linked-file-missing");
    assert.equal(found.length, 1);
    const related = found[0]?.related.map(({ place, message }) => [place.uri.slice(ROOT.length + 1), message]);
    assert.deepEqual(related, [
      ["c.yaml", `Line ${/^Line (\d)/.exec(found[0]?.message ?? "")?.[1]}`],
      ["plan.aiplan", "It is linked here too"],
    ]);
  });

  const WORDS: Readonly<Record<Exclude<ReadProblem, "unreachable">, RegExp>> = {
    "not-found": /does not exist/,
    "not-a-file": /is a folder/,
    unreadable: /can't be opened/,
    "too-large": /has more than the 5 MB that are read/,
    "not-text": /is not a text file/,
    outside: /lies outside the workspace/,
  };
  for (const [problem, words] of Object.entries(WORDS) as [keyof typeof WORDS, RegExp][])
    it(`say at the path what is wrong with a file that is ${problem}`, async () => {
      const text = 'data-sources:\n  a: {contract: "./c.yaml#/schema/a"}\nworkflow: {current: ./a.md}\n';
      const options = { read: async () => ({ problem }), probe: async () => problem };
      const found = await said({ "plan.aiplan": text }, options);
      assert.deepEqual(
        found.map((one) => one.slice(0, one.indexOf(" ", 8))),
        ["warning «./c.yaml»", "warning «./a.md»"],
      );
      for (const one of found) assert.match(one, words);
    });

  it("that nobody can reach are not spoken of", async () => {
    const text = "data-sources:\n  a: {contract: ./c.yaml#/schema/a, lineage: ./a.md}\n";
    const unreachable = "unreachable" as const;
    const options = { read: async () => ({ problem: unreachable }), probe: async () => unreachable };
    assert.deepEqual(await said({ "plan.aiplan": text }, options), []);
  });

  it("in place of which words are as good are taken for links only where they look like paths", async () => {
    const how = async (text: string) =>
      (await said({ "plan.aiplan": `operating-limits:\n  kill-switch: {how: ${JSON.stringify(text)}}\n` })).length;
    for (const path of ["./flags.json", "../flags", "flags/flags.yaml#routing", "flags.flagd.json", ".\\flags.json#a"])
      assert.equal(await how(path), 1, path);
    for (const words of [
      "Call the operator on 1234",
      "/stop in #routing-ops",
      "#routing-ops",
      "kubectl scale --replicas=0 -f deploy.yaml",
      "stop@example.com",
      "runbooks.example.com/stop",
      "https://flags.example.com/routing.json",
    ])
      assert.equal(await how(words), 0, words);
  });
});
