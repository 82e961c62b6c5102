import assert from "node:assert/strict";
import { fileName, isInside, resolveLink } from "@aiplan/core";

const ROOT = "file:///home/team/plans";
const FROM = `${ROOT}/support/plan.aiplan`;

describe("a link", () => {
  const leadsTo = (link: string, from = FROM, root = ROOT) => {
    const target = resolveLink(link, from, root);
    return target.kind === "file" ? `${target.uri}${target.fragment && ` # ${target.fragment}`}` : target.kind;
  };

  it("starts at the folder of its file", () => {
    assert.equal(leadsTo("./flow.md"), `${ROOT}/support/flow.md`);
    assert.equal(leadsTo("flow.md"), `${ROOT}/support/flow.md`);
    assert.equal(leadsTo("../flow.md"), `${ROOT}/flow.md`);
    assert.equal(leadsTo("a/./b/../flow.md"), `${ROOT}/support/a/flow.md`);
  });
  it("starts at the workspace where it begins with a slash", () => {
    assert.equal(leadsTo("/shared/flow.md"), `${ROOT}/shared/flow.md`);
  });
  it("may name a part of a file", () => {
    assert.equal(leadsTo("./t.odcs.yaml#/schema/tickets"), `${ROOT}/support/t.odcs.yaml # /schema/tickets`);
    assert.equal(leadsTo("./a.yaml#x#y"), `${ROOT}/support/a.yaml # x#y`);
  });
  it("may be written with the slashes of Windows", () => {
    assert.equal(leadsTo(".\\flows\\today.md"), `${ROOT}/support/flows/today.md`);
  });
  it("may have spaces and letters of any language", () => {
    assert.equal(decodeURI(leadsTo("./Abläufe heute.md")), `${ROOT}/support/Abläufe heute.md`);
  });
  for (const link of ["../../other.md", "/../other.md", "../../plans-other/x.md", "..\\..\\other.md", "../../.."])
    it(`does not leave the workspace: ${link}`, () => assert.equal(leadsTo(link), "outside"));
  for (const link of ["https://example.com/a.md#b", "HTTP://example.com", "mailto:a@example.com"])
    it(`may be an address: ${link}`, () => assert.equal(leadsTo(link), "url"));
  for (const link of ["", "#part", "c:/flow.md", "file:///etc/passwd", "//host/share", "data:text/plain,x", "a\0b"])
    it(`is no path: ${JSON.stringify(link)}`, () => assert.equal(leadsTo(link), "malformed"));
  it("works below the root of a file system and of other kinds of URI", () => {
    assert.equal(leadsTo("./a.md", "file:///plan.aiplan", "file:///"), "file:///a.md");
    assert.equal(
      leadsTo("./a.md", "vscode-test-web://mount/p/x.aiplan", "vscode-test-web://mount/p"),
      "vscode-test-web://mount/p/a.md",
    );
  });
});

describe("isInside", () => {
  it("tells a folder from one whose name begins alike", () => {
    assert.ok(isInside(`${ROOT}/a`, ROOT));
    assert.ok(isInside(ROOT, `${ROOT}/`));
    assert.ok(!isInside(`${ROOT}-other/a`, ROOT));
    assert.ok(!isInside("file:///home/team", ROOT));
  });
  it("sees through dot segments and escapes", () => {
    assert.ok(!isInside(`${ROOT}/../secret`, ROOT));
    assert.ok(isInside("file:///home/te%61m/plans/a", ROOT));
  });
});

it("fileName is the last part of a path, readable", () => {
  assert.equal(fileName("file:///a/b/org%20chart.aiplan"), "org chart.aiplan");
});
