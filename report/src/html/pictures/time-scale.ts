/** A stretch of time as a width. All days are days since 1970-01-01. */
export interface TimeScale {
  /** 0 at the left edge, 1 at the right one. */
  share(day: number): number;
  /** At most {@link MOST_TICKS}, from left to right. */
  readonly ticks: readonly { readonly share: number; readonly label: string }[];
}

/** So many labels stand side by side on a phone. */
const MOST_TICKS = 5;
const STEPS = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200, 12_000]; // months
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** With room at both sides for what marks the first and the last day. */
export function timeScale(days: readonly number[]): TimeScale {
  const first = Math.min(...days);
  const last = Math.max(...days);
  const margin = Math.max(7, (last - first) * 0.04);
  const [from, to] = [first - margin, last + margin];
  const share = (day: number) => (day - from) / (to - from);
  return { share, ticks: ticksBetween(from, to).map(({ day, label }) => ({ share: share(day), label })) };
}

/** The first days of months, as many apart as leave room for what is written at them. */
function ticksBetween(from: number, to: number): { day: number; label: string }[] {
  for (const step of STEPS) {
    const months: { day: number; label: string }[] = [];
    const start = new Date(from * MILLISECONDS_A_DAY);
    const begin = start.getUTCFullYear() * 12 + start.getUTCMonth();
    for (let month = Math.ceil(begin / step) * step; months.length <= MOST_TICKS + 1; month += step) {
      const day = Date.UTC(Math.floor(month / 12), month % 12) / MILLISECONDS_A_DAY;
      if (day > to) break;
      if (day >= from) months.push({ day, label: `${MONTHS[month % 12]} ${Math.floor(month / 12)}` });
    }
    if (months.length <= MOST_TICKS) return months;
  }
  return [];
}

const MILLISECONDS_A_DAY = 86_400_000;
