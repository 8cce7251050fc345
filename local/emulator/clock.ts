import { EmulatorError } from "./errors";

/** What a move of the clock did. */
export interface ClockMove {
  from: string;
  to: string;
  /** Schedules and rules, with how often each was fired, and how many of its times were left out. */
  fired: { schedule: string; times: number; skipped: number }[];
  /** Items that DynamoDB's TTL deleted, by table. */
  expired: { [table: string]: number };
  /** Objects, versions and uploads that lifecycle rules removed or moved to another class, by bucket. */
  lifecycle: { [bucket: string]: number };
  alarms: { alarm: string; from: string; to: string; at: number }[];
}

/** The clock of schedules, TTL, lifecycle rules and alarms. */
export interface ClockState {
  now: string;
  /** Seconds by which it is ahead of the machine's. */
  ahead: number;
  moving: boolean;
  /** Of the last move, once it is done. */
  result: ClockMove | { error: string } | null;
}

const everyMilliseconds = 100;

/** @throws {@link EmulatorError} if the emulator is one of an earlier version. */
export async function readClock(endpoint: string, init?: { method: "POST"; seconds: number }): Promise<ClockState> {
  const query = init ? `?seconds=${init.seconds}` : "";
  const response = await fetch(`${endpoint}/_headroom/clock${query}`, { method: init?.method ?? "GET" });
  const answer = (await response.json().catch(() => ({}))) as Partial<ClockState> & { error?: string };
  if (answer.now === undefined) {
    throw new EmulatorError(
      answer.error ??
        "this emulator was started by an earlier version, which has no clock. Fix: npm run down, npm start",
    );
  }
  return answer as ClockState;
}

/**
 * Moves the emulator's clock, and waits until what is due in between has been done.
 * @throws {@link EmulatorError} if it cannot be moved.
 */
export async function moveClock(endpoint: string, seconds: number): Promise<ClockState & { result: ClockMove }> {
  let state = await readClock(endpoint, { method: "POST", seconds });
  while (state.moving) {
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
    state = await readClock(endpoint);
  }
  const { result } = state;
  if (!result || "error" in result)
    throw new EmulatorError(`the clock could not be moved: ${result?.error ?? "the emulator was started again"}`);
  return { ...state, result };
}
