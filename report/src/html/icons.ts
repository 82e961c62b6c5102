import type { Severity } from "@aiplan/core";
import type { ReportStatus } from "../data/index.ts";
import { html, type Markup } from "./markup.ts";

/** Shapes that can be told apart without their colours; the words for them always stand beside them. */
const STATUS_SHAPES: Readonly<Record<ReportStatus, Markup>> = {
  met: html`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.5 8.3l2.4 2.4 4.6-5" fill="none" stroke="var(--paper)" stroke-width="1.8"/>`,
  partly: html`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>`,
  missing: html`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M5.3 5.3l5.4 5.4m0-5.4l-5.4 5.4" stroke="currentColor" stroke-width="1.8"/>`,
  "not-yet-due": html`<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.4"/>`,
};

const SEVERITY_SHAPES: Readonly<Record<Severity, Markup>> = {
  error: html`<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor"/><path d="M5.5 5.5l5 5m0-5l-5 5" stroke="var(--paper)" stroke-width="1.8"/>`,
  warning: html`<path d="M8 1l7.5 14H.5z" fill="currentColor"/><path d="M8 6v4.2m0 1.4v1.6" stroke="var(--paper)" stroke-width="1.7"/>`,
  info: html`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M8 3.6v1.7m0 1.6v5.4" stroke="var(--paper)" stroke-width="1.8"/>`,
  hint: html`<circle cx="8" cy="8" r="3" fill="currentColor"/>`,
};

export function statusIcon(status: ReportStatus): Markup {
  return icon(`status-${status}`, STATUS_SHAPES[status]);
}

export function severityIcon(severity: Severity): Markup {
  return icon(`severity-${severity}`, SEVERITY_SHAPES[severity]);
}

export function icon(name: string, shape: Markup): Markup {
  return html`<svg class="icon ${name}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${shape}</svg>`;
}
