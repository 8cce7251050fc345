import { count } from "../../report/count";
import { moveClock, readClock, type ClockMove, type ClockState } from "../../local/emulator/clock";
import { runningStack } from "../functions/running";
import { paint } from "../terminal/display";
import { UsageError } from "../terminal/errors";

const units: { [unit: string]: number } = { s: 1, m: 60, h: 3_600, d: 86_400, w: 7 * 86_400 };
const longestDays = 366;

/** Seconds of a distance such as `+30d`. @throws {@link UsageError} if it is none. */
export function parseDistance(text: string): number {
  const [, count, unit = ""] = /^\+(\d+)([smhdw])$/.exec(text) ?? [];
  const seconds = Number(count) * (units[unit] ?? NaN);
  if (seconds > 0 && seconds <= longestDays * 86_400) return seconds;
  throw new UsageError(
    `"${text}" is no distance: give + and a number of s, m, h, d or w, up to +${longestDays}d, such as +30d.` +
      (text.startsWith("-") ? " The clock goes ahead only; npm run down and npm start set it back." : ""),
  );
}

/** Prints the clock of schedules, TTL, lifecycle rules and alarms on the emulator, or moves it and prints what came due. */
export async function clock(by: string | undefined, { json }: { json: boolean }): Promise<void> {
  const seconds = by === undefined ? undefined : parseDistance(by);
  const { endpoint } = await runningStack();
  const state = seconds === undefined ? await readClock(endpoint) : await moveClock(endpoint, seconds);
  if (json) return console.log(JSON.stringify(state, null, 2));
  console.log(`${paint("bold", state.now)}  ${describeAhead(state)}`);
  if (seconds === undefined || !state.result || "error" in state.result) return;
  for (const line of describeMove(state.result)) console.log(`  ${line}`);
}

function describeAhead({ ahead }: ClockState): string {
  if (ahead < 1) return "the machine's time";
  const days = Math.floor(ahead / 86_400);
  const hours = (ahead % 86_400) / 3_600;
  const parts = [days && `${days} d`, hours >= 1 && `${Math.floor(hours)} h`, !days && hours < 1 && `${ahead} s`];
  return `${parts.filter(Boolean).join(" ")} ahead of the machine`;
}

function describeMove({ fired, expired, lifecycle, alarms }: ClockMove): string[] {
  const counted = (counts: { [name: string]: number }, one: string, what = "expired") =>
    Object.entries(counts).map(([name, number]) => `${name}: ${count(number, one)} ${what}`);
  const lines = [
    ...fired.map(({ schedule, times, skipped }) => {
      const left = skipped ? `, its last times; ${skipped} before them were left out` : "";
      return `${schedule}: fired ${times === 1 ? "once" : count(times, "time")}${left}`;
    }),
    ...counted(expired, "item"),
    ...counted(lifecycle, "object", "expired or moved by lifecycle rules"),
    ...alarms.map(({ alarm, from, to }) => `${alarm}: ${from} → ${to}`),
  ];
  return lines.length ? lines : ["nothing was due"];
}
