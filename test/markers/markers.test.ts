import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CheckedPlan, type Finding, rules, runRules } from "@aiplan/core";
import { type Files, load } from "../harness/check.ts";
import { type Fixture, type MarkedFile, type Marker, readMarked, withCrlf } from "../harness/markers.ts";
import { verbs } from "../harness/verbs/index.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
/** Writes what is there as what is expected: `AIPLAN_UPDATE=1 npx mocha test/markers/markers.test.ts`. */
const UPDATE = process.env.AIPLAN_UPDATE === "1" || process.argv.includes("--update");

const VERB = /^@([\w-]+)(?:\(([^)]*)\))?(?: (.*))?$/;
/** `error[rule-id] start of the message`. */
const FINDING = /^(error|warning|info|hint)\[([\w-]+)\] ?(.*)$/;

/** Fixtures `<feature>/<name>.txt`: what carets under a place say of it holds. See ARCHITECTURE.md. */
for (const feature of readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = join(FOLDER, feature.name);
  describe(`markers: ${feature.name}`, () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".txt"))) {
      const path = join(folder, name);
      const fixture = readMarked(readFileSync(path, "utf8"));
      it(`${basename(name, ".txt")}: ${fixture.title}`, async () => {
        const used = await expectMarkers(fixture);
        if (UPDATE) writeGoldens(path, used);
        else
          assert.deepEqual(
            [...fixture.goldens.keys()].filter((golden) => !used.has(golden)),
            [],
            "unused goldens",
          );
      });
      it(`${basename(name, ".txt")}, with CRLF`, async () => {
        await expectMarkers({ ...fixture, files: fixture.files.map(withCrlf) });
      });
    }
  });
}

/** Returns the goldens that were asked for, with what is really there. */
async function expectMarkers(fixture: Fixture): Promise<Map<string, string>> {
  assert.ok(fixture.title, "a fixture begins with a sentence that says what it shows");
  const used = new Map<string, string>();
  const files: Files = Object.fromEntries(fixture.files.map(({ name, text }) => [name, text]));
  let markers = 0;
  const loaded = fixture.files.map(async (file) => ({ file, plan: new CheckedPlan(await load(files, file.name)) }));
  const all = await Promise.all(loaded);
  for (const { file, plan } of all) {
    const plans = all.map((one) => one.plan).filter((one) => one !== plan);
    const findings = runRules(plan.workspace, rules);
    expectFindings(file, findings);
    for (const marker of file.markers) {
      markers++;
      if (FINDING.test(marker.text)) continue;
      const [, verb = "", argument, rest = ""] = VERB.exec(marker.text) ?? [];
      const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
      assert.ok(run, `no such verb: ${marker.text}`);
      const golden = (name: string, actual: string) => {
        const text = actual.replaceAll("\r\n", "\n");
        if (!UPDATE) assert.equal(text.trimEnd(), (fixture.goldens.get(name) ?? "").trimEnd(), `golden @${name}`);
        used.set(name, text);
      };
      const placesOf = (wanted: string, name: string) => placesIn(fixture, wanted, name);
      await run({ argument, rest, marker, file, plan, findings, plans, files, placesOf, golden });
    }
  }
  assert.ok(markers > 0, "a fixture without a marker shows nothing");
  return used;
}

/** Findings match one to one, of the rules that the markers of the file name; of other rules nothing is said. */
function expectFindings(file: MarkedFile, findings: readonly Finding[]): void {
  const expected = file.markers.flatMap((marker) => {
    const [, severity, rule = "", text = ""] = FINDING.exec(marker.text) ?? [];
    return severity ? [{ severity, rule, text, marker }] : [];
  });
  const named = new Set(expected.map(({ rule }) => rule));
  const show = (severity: string, rule: string, { start, end }: Pick<Marker, "start" | "end">) =>
    `${severity}[${rule}] at «${file.text.slice(start, end)}» ${start}`;
  const actual = findings.filter(({ rule, place }) => named.has(rule) && place.uri.endsWith(`/${file.name}`));
  assert.deepEqual(
    actual.map(({ severity, rule, place }) => show(severity, rule, place)).sort(),
    expected.map(({ severity, rule, marker }) => show(severity, rule, marker)).sort(),
  );
  for (const { rule, text, marker } of expected) {
    const same = actual.filter((finding) => finding.rule === rule && finding.place.start === marker.start);
    assert.ok(
      same.some(({ message }) => message.startsWith(text)),
      `no message of ${rule} starts with: ${text}`,
    );
  }
}

function placesIn({ files }: Fixture, verb: string, argument: string): string[] {
  const wanted = `@${verb}(${argument})`;
  return files
    .flatMap(({ name, markers }) =>
      markers.filter(({ text }) => text.startsWith(wanted)).map(({ start, end }) => `${name}:${start}-${end}`),
    )
    .sort();
}

/** Rewrites the goldens of a fixture, which come after its files. */
function writeGoldens(path: string, goldens: ReadonlyMap<string, string>): void {
  const before = readFileSync(path, "utf8");
  const first = before.search(/^-- @/m);
  const files = (first < 0 ? before : before.slice(0, first)).trimEnd();
  const sections = [...goldens].map(([name, text]) => `-- @${name} --\n${text.trimEnd()}\n`);
  const after = [`${files}\n`, ...sections].join("");
  if (after !== before) writeFileSync(path, after);
}
