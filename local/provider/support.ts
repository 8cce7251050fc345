import { findLacks } from "./frame/declared";
import { type Properties } from "./frame/values";
import { findResourceType } from "./resources/find";

/** What becomes of a resource on the emulator. */
export interface Support {
  /**
   * `runs`: all of it; `partly`: what {@link lacks} says does not; `declared`: it is kept and does nothing; `unknown`: no schema here has
   * the type, so that not even its arguments are checked.
   */
  kind: "runs" | "partly" | "declared" | "unknown";
  /** What is declared, not run, each with its reason. */
  lacks: string[];
}

/** What would become of a resource with these arguments; nothing is started to find out. */
export function findSupport(token: string, inputs: Properties): Support {
  const type = findResourceType(token);
  if (!type) return { kind: "unknown", lacks: [] };
  const lacks = findLacks(type, inputs);
  const whole = lacks.some((lack) => lack.startsWith("is not run"));
  return { kind: whole ? "declared" : lacks.length > 0 ? "partly" : "runs", lacks };
}
