import { limits, type Runtime } from "../../../limits";
import { type Resource } from "../../frame/resource";
import { holds, notEvaluated, type Verdict } from "../../frame/rule";

/** Looks up a function's runtime in the dated table; one that the table does not list is not evaluated. */
export function withRuntime(fn: Resource, check: (name: string, runtime: Runtime) => Verdict): Verdict {
  const name = fn.get("runtime").text();
  if (name.state === "absent") return holds;
  if (name.state !== "known") return notEvaluated(fn, "runtime");
  const runtime = Object.hasOwn(limits.runtimes, name.value) ? limits.runtimes[name.value] : undefined;
  return runtime ? check(name.value, runtime) : notEvaluated(fn, `runtime ${name.value} (not in the table)`);
}

/** Whether a dated end has come. */
export function reached(date: string | undefined, today: string): date is string {
  return date !== undefined && date <= today;
}

/** The ISO day some days after another. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
