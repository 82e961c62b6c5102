import { DEFAULT_CONFIG, type Finding, judgedAt, language, type Readiness, readPlanFile } from "@aiplan/core";
import { applyFix, type Files, ROOT } from "../../harness/check.ts";
import { EXAMPLES, examples, PLANS } from "../../harness/examples.ts";
import { mutate } from "../mutations/mutation.ts";
import { MUTATIONS } from "../mutations/registry.ts";
import { duePlaces, opening, removal } from "./changes.ts";
import { expectNoBetter, expectNoWorse, ifJudged, type Options, readiness } from "./figures.ts";

/** How many changes are tried at all; `npm run fuzz` tries many more. */
const TRIED = Number(process.env.AIPLAN_FUZZ_READINESS ?? "240");
const SEED = Number(process.env.AIPLAN_FUZZ_SEED ?? "6");

interface Subject {
  readonly label: string;
  readonly files: Files;
  readonly name: string;
}

/** What may be done to a plan, in the order in which they are drawn. */
const WAYS = ["remove", "remove", "open", "fix", "ignore", "switch off", "turn down", "waive"] as const;

/**
 * At one stage, with one configuration: taking something away that is due never makes a plan stand better, nor does silencing
 * a finding; settling one never makes it stand worse.
 */
describe("the score", function () {
  this.timeout(0);
  const subjects = [...wholePlans(), ...plansWithSlips()];
  const random = randomNumbers(SEED);
  for (const way of new Set(WAYS))
    it(`goes the right way when something is done to a plan: ${way}`, async () => {
      const share = WAYS.filter((one) => one === way).length / WAYS.length;
      for (let tried = 0; tried < TRIED * share; tried++) {
        const subject = pick(subjects, random);
        const stage = random() < 0.5 ? undefined : pick(language.STAGES, random);
        if (subject) await tryOn(subject, way, random, stage ? { stage } : {});
      }
    });
});

async function tryOn(
  { label, files, name }: Subject,
  way: (typeof WAYS)[number],
  random: () => number,
  options: NonNullable<Options>,
): Promise<void> {
  const before = await ifJudged(files, name, options);
  if (!before) return;
  const text = files[name] ?? "";
  const what = `${label} at ${before.stage}, seed ${SEED}`;
  const after = (changed: string, more: Options = {}) =>
    readiness({ ...files, [name]: changed }, name, { ...options, ...more });
  if (way === "remove" || way === "open") {
    const read = readPlanFile(`${ROOT}/${name}`, text);
    const file = options.stage ? judgedAt(read, options.stage) : read;
    const place = pick(duePlaces(file), random);
    const change = place && (way === "remove" ? removal : opening)(file, place);
    if (change) expectNoBetter(await after(change.text), before, `${what}: ${change.what}`);
    return;
  }
  const finding = pick(
    before.principles.flatMap(({ findings }) => findings).filter(({ place }) => place.uri === `${ROOT}/${name}`),
    random,
  );
  if (!finding) return;
  const done = `${what}: ${way} ${finding.rule}`;
  if (way === "fix") {
    const fix = finding.fixes.find(({ preferred }) => preferred);
    const now = fix && (await readiness(applyFix(files, fix), name, options));
    if (now && !bringsUpOthers(now, before)) expectNoWorse(now, before, `${done}: ${fix.title}`);
    return;
  }
  expectNoBetter(await silenced(way, finding, text, after), before, done);
}

/**
 * Was one wrong settled by another? To review more again costs more, which the ceiling may not bear. What is yet to be filled in
 * was missing before.
 */
function bringsUpOthers(now: Readiness, before: Readiness): boolean {
  const rulesOf = ({ principles }: Readiness) =>
    new Set(principles.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const known = rulesOf(before);
  return [...rulesOf(now)].some((rule) => !known.has(rule) && !rule.startsWith("missing-") && rule !== PLACEHOLDERS);
}

const PLACEHOLDERS = "placeholder-left";

function silenced(
  way: "ignore" | "switch off" | "turn down" | "waive",
  { rule, place }: Finding,
  text: string,
  after: (text: string, options?: Options) => Promise<Readiness>,
): Promise<Readiness> {
  if (way === "ignore") {
    const line = text.lastIndexOf("\n", place.start - 1) + 1;
    return after(`${text.slice(0, line)}# aiplan-ignore ${rule}: it is known\n${text.slice(line)}`);
  }
  if (way === "waive") {
    // A waiver lifts what stands in the way, but for a must: the shares stay as they are.
    const waiver = `{reason: It is known, approved-by: nobody, expires: 2099-12-31}`;
    return rule.startsWith("missing-") && !/^waivers:/m.test(text)
      ? after(`${text.trimEnd()}\nwaivers: {${rule}: ${waiver}}\n`)
      : after(text);
  }
  const rules = new Map([[rule, way === "switch off" ? ("off" as const) : ("hint" as const)]]);
  return after(text, { config: { ...DEFAULT_CONFIG, rules } });
}

function wholePlans(): Subject[] {
  return [EXAMPLES, PLANS].flatMap((folder) =>
    examples(folder)
      .filter(({ text }) => !/^kind: catalog/m.test(text))
      .map(({ name, files }) => ({ label: name, name, files })),
  );
}

function plansWithSlips(): Subject[] {
  const { files } = examples()[0] ?? { files: {} };
  return Object.entries(MUTATIONS).flatMap(([id, mutations]) =>
    mutations
      .filter(({ config, clock }) => config === undefined && clock === undefined)
      .map((mutation, index) => ({
        label: `${id} number ${index + 1}, in ${mutation.example}`,
        name: `${mutation.example}/${mutation.example}.aiplan`,
        files: mutate(files, mutation),
      })),
  );
}

function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
