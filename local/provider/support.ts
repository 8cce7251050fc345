import { findNotEmulated } from "./frame/declared";
import { type Properties } from "./frame/values";
import { findResourceType } from "./resources/find";

/** How far the emulator supports a resource. */
export interface Support {
  /**
   * `runs`: all of it; `partly`: what {@link lacks} says does not; `declared`: it is kept and does nothing; `unknown`: no schema here has
   * the type, so that not even its arguments are checked.
   */
  kind: "runs" | "partly" | "declared" | "unknown";
  /** What is declared, not run, each with its reason. */
  lacks: string[];
}

/** How far the emulator would support a resource with these arguments; starts nothing. */
export function findSupport(token: string, inputs: Properties): Support {
  const type = findResourceType(token);
  if (!type) return { kind: "unknown", lacks: [] };
  const lacks = findNotEmulated(type, inputs);
  const whole = lacks.some((lack) => lack.startsWith("is not run"));
  return { kind: whole ? "declared" : lacks.length > 0 ? "partly" : "runs", lacks };
}
