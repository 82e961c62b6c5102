import assert from "node:assert/strict";
import { rules } from "@aiplan/core";
import { applyFix, checkText } from "../../harness/check.ts";

async function withMonitoring(text: string): Promise<string | undefined> {
  const [finding] = await checkText(
    text,
    rules.filter(({ id }) => id === "missing-monitoring"),
  );
  return applyFix({ "plan.aiplan": text }, finding!.fixes[0]!)["plan.aiplan"];
}

describe("a section that is inserted", () => {
  for (const eol of ["\n", "\r\n"]) {
    const lines = (...text: string[]) => text.join(eol);
    const monitoring = [
      "monitoring:",
      "  designed: <date designed YYYY-MM-DD>",
      "  active-from: <date or milestone e.g. pilot-start>",
      "  log-retention: <how long logs are kept e.g. 12 mo>",
    ];

    it(`is parted by a blank line where its neighbours are (${JSON.stringify(eol)})`, async () => {
      const text = lines("stage: build", "", "load:", "  unit: item", "", "roles:", "  a: {contact: b}", "");
      const expected = lines(
        "stage: build",
        "",
        "load:",
        "  unit: item",
        "",
        ...monitoring,
        "",
        "roles:",
        "  a: {contact: b}",
        "",
      );
      assert.equal(await withMonitoring(text), expected);
    });

    for (const end of ["", eol])
      it(`is parted at the end as those above it are, with ${end ? "a" : "no"} last line end (${JSON.stringify(eol)})`, async () => {
        const text = lines("stage: build", "", "# How much.", "load:", "  unit: item") + end;
        assert.equal(await withMonitoring(text), text + (end ? "" : eol) + eol + lines(...monitoring) + end);
        const close = lines("stage: build", "load:", "  unit: item") + end;
        assert.equal(await withMonitoring(close), close + (end ? "" : eol) + lines(...monitoring) + end);
      });

    it(`stands close where they do (${JSON.stringify(eol)})`, async () => {
      const text = lines("stage: build", "load:", "  unit: item", "roles:", "  a: {contact: b}", "");
      const expected = lines("stage: build", "load:", "  unit: item", ...monitoring, "roles:", "  a: {contact: b}", "");
      assert.equal(await withMonitoring(text), expected);
    });
  }
});
