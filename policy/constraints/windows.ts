const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Minutes from the first to the last of `03:00-04:00`; none where it is written in another way. */
export function dailyWindow(text: string): readonly [number, number] | undefined {
  const [, ...parts] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const [h1, m1, h2, m2] = parts.map(Number);
  return h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined
    ? undefined
    : [h1 * 60 + m1, h2 * 60 + m2];
}

export const week = 7 * 24 * 60;

/** Minutes of the week of `sun:03:30-sun:04:30`. */
export function weeklyWindow(text: string): readonly [number, number] | undefined {
  const [, first = "", from = "", last = "", to = ""] =
    /^(\w{3}):(\d\d:\d\d)-(\w{3}):(\d\d:\d\d)$/.exec(text.toLowerCase()) ?? [];
  const times = dailyWindow(`${from}-${to}`);
  const [start, end] = [days.indexOf(first), days.indexOf(last)];
  return !times || start < 0 || end < 0 ? undefined : [start * 1440 + times[0], end * 1440 + times[1]];
}

export const length = ([from, to]: readonly [number, number], whole: number): number => (to - from + whole) % whole;

/** Whether a window of every day has a minute of one of every week; undefined where one is none. */
export function windowsOverlap(daily: string, weekly: string): boolean | undefined {
  const [day, once] = [dailyWindow(daily), weeklyWindow(weekly)];
  if (!day || !once) return undefined;
  const [dayLength, onceLength] = [length(day, 1440), length(once, week)];
  return days.some((_, index) => {
    const start = index * 1440 + day[0];
    return (once[0] - start + week) % week < dayLength || (start - once[0] + week) % week < onceLength;
  });
}
