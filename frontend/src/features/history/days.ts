import type { WorkSession } from '../../lib/api/historyApi';

export interface Day {
  readonly key: string;
  readonly date: Date;
  readonly sessions: readonly WorkSession[];
}

/** Sessions by the local day on which they ended, in their order. */
export function byDay(sessions: readonly WorkSession[]): readonly Day[] {
  const days: { key: string; date: Date; sessions: WorkSession[] }[] = [];
  for (const session of sessions) {
    const date = new Date(session.endedAt);
    const key = date.toDateString();
    const last = days.at(-1);
    if (last?.key === key) last.sessions.push(session);
    else days.push({ key, date, sessions: [session] });
  }
  return days;
}

/** “Today”, “Yesterday”, or the date. */
export function dayName(date: Date, language: string, now = new Date()): string {
  const days = Math.round((startOf(date) - startOf(now)) / 86_400_000);
  if (days === 0 || days === -1) {
    const name = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  }
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() !== now.getFullYear() && { year: 'numeric' as const }),
  }).format(date);
}

/** “10:00–10:20”, in one piece where it is one minute. */
export function timeRange({ startedAt, endedAt }: WorkSession, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).formatRange(
    new Date(startedAt),
    new Date(endedAt),
  );
}

function startOf(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
