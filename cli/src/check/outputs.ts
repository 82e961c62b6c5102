import type { Format, Looks, Problem, Summary } from "../format/format.ts";
import { FORMATS } from "../format/formats.ts";
import { limited } from "../format/limited.ts";
import type { FileReport, Needs } from "../report/file-report.ts";
import { shownPath } from "../shown-path.ts";
import { type Terminal, USUAL_WIDTH } from "../terminal.ts";
import { WrittenFile, writeProblem } from "../written-file.ts";
import type { FailLevel } from "./fail-level.ts";
import type { OutputChoice } from "./output-choice.ts";

/** Where the text of one report goes. */
interface Place {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  discard(): void;
}

interface Output {
  readonly format: Format;
  readonly choice: OutputChoice;
  /** Undefined once it has failed: the others go on without it. */
  place?: Place;
}

/** The reports of one run. A file that cannot be written costs the others nothing. */
export class Outputs {
  private readonly outputs: readonly Output[];
  private failed = false;
  /** How many findings are not shown on standard output. */
  private hidden = 0;

  constructor(
    choices: readonly OutputChoice[],
    failOn: FailLevel,
    private readonly terminal: Terminal,
    /** As many findings are shown at most on standard output; files always get all. */
    maxFindings?: number,
  ) {
    this.outputs = choices.map((choice) => ({ choice, format: this.formatOf(choice, failOn, maxFindings) }));
  }

  /** What any of them shows of a file beyond its findings. */
  get needs(): Needs {
    return Object.assign({}, ...this.outputs.map(({ format }) => format.needs));
  }

  /** Is every report whole and in its place, as far as is known? */
  get areComplete(): boolean {
    return !this.failed;
  }

  async start(): Promise<void> {
    for (const output of this.outputs)
      await this.attempt(output, async () => {
        const { file } = output.choice;
        output.place = file === undefined ? standardOutput(this.terminal) : await WrittenFile.open(file);
        await output.place.write(output.format.start());
      });
  }

  async file(report: FileReport): Promise<void> {
    await this.writeAll((format) => format.file(report));
  }

  async problem(problem: Problem): Promise<void> {
    await this.writeAll((format) => format.problem?.(problem) ?? "");
  }

  /** Ends the reports and puts the files in their places. */
  async end(summary: Summary): Promise<void> {
    await this.writeAll((format) => format.end(summary));
    this.sayHidden();
    for (const output of this.outputs) await this.attempt(output, async () => output.place?.finish());
  }

  /** Ends a run that was stopped: what is on standard output can be read as far as it goes; there is no file of half a run. */
  async stop(summary: Summary): Promise<void> {
    for (const { choice, place, format } of this.outputs)
      if (choice.file === undefined) await place?.write(format.end(summary));
      else place?.discard();
    this.sayHidden();
  }

  /** Below the report: on a terminal, where both stand one after the other, nobody reads again what is far above. */
  private sayHidden(): void {
    if (this.hidden > 0) this.terminal.say(notShown(this.hidden));
  }

  private formatOf(choice: OutputChoice, failOn: FailLevel, maxFindings: number | undefined): Format {
    const { terminal } = this;
    const whole = FORMATS[choice.format]({ failOn, cwd: terminal.cwd, ...looksOf(choice, terminal) });
    const isLimited = choice.file === undefined && maxFindings !== undefined;
    return isLimited
      ? limited(whole, maxFindings, (hidden) => {
          this.hidden = hidden;
        })
      : whole;
  }

  private async writeAll(textOf: (format: Format) => string): Promise<void> {
    for (const output of this.outputs)
      if (output.place) await this.attempt(output, async () => output.place?.write(textOf(output.format)));
  }

  private async attempt(output: Output, step: () => Promise<unknown>): Promise<void> {
    const { file } = output.choice;
    // What goes wrong with standard output is no matter of a report.
    if (file === undefined) return void (await step());
    try {
      await step();
    } catch (error) {
      output.place?.discard();
      delete output.place;
      this.failed = true;
      this.terminal.say(`${shownPath(file, this.terminal.cwd)}: The report was not written. ${writeProblem(error)}`);
    }
  }
}

function looksOf({ file }: OutputChoice, { colours, links, width }: Terminal): Looks {
  return file === undefined ? { colours, links: links === true, width } : { colours: false, width: USUAL_WIDTH };
}

function notShown(hidden: number): string {
  const what = hidden === 1 ? "finding is" : "findings are";
  return `${hidden} more ${what} not shown, none of them heavier: see them all without --max-findings.`;
}

function standardOutput(terminal: Terminal): Place {
  return { write: (text) => terminal.write(text), finish: async () => {}, discard: () => {} };
}
