import type { Finding, Severity } from "@aiplan/core";
import type { SourceText } from "./source-text.ts";

/** What was found in one file. */
export interface FileReport {
  readonly source: SourceText;
  /** The URI by which places name this file. */
  readonly uri: string;
  readonly kind: "plan" | "catalog";
  readonly stage: string;
  readonly findings: readonly Finding[];
  /** The text of any file that a place or an edit names. */
  sourceOf(uri: string): Promise<SourceText>;
}

/** What was found in all. */
export interface Summary {
  readonly plans: number;
  readonly catalogs: number;
  /** Left alone because of `ignore` in a configuration. */
  readonly ignored: number;
  /** Paths and configurations that could not be read. */
  readonly unreadable: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** How a report looks. Each part is written before the next file is read, so that nothing piles up. */
export interface Format {
  start(): string;
  file(report: FileReport): Promise<string>;
  end(summary: Summary): string;
}

/** What a format may adapt to. */
export interface FormatOptions {
  readonly colours: boolean;
  /** In columns of the terminal. */
  readonly width: number;
}
