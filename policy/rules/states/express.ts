import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { allStates } from "../../readings/stateMachine";
import { advised, each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

const longest = limits.states.expressDuration.max;

/** The states that AWS refuses in an Express workflow, and those that take too long for it. */
interface Faults {
  readonly refused: readonly string[];
  readonly long: readonly string[];
}

function faults(definition: unknown): Faults {
  const states = allStates(definition);
  const waiting = states.flatMap(({ name, state }) => {
    const resource = state.get("Resource");
    return typeof resource === "string" && /\.(sync(:2)?|waitForTaskToken)$|:activity:/.test(resource)
      ? [`the state "${name}" waits for its service (${resource}), which Express has not`]
      : [];
  });
  const long = states.flatMap(({ name, state }) => {
    const seconds = state.get(state.get("Type") === "Wait" ? "Seconds" : "TimeoutSeconds");
    return typeof seconds === "number" && seconds > longest ? [`the state "${name}" may last ${seconds} s`] : [];
  });
  return { refused: waiting, long };
}

/** Whether each state that calls a function ends by itself in time, whatever the function does. */
function endsInTime(definition: unknown): boolean {
  const tasks = allStates(definition).filter(({ state }) => state.get("Type") === "Task");
  return tasks.every(({ state }) => {
    const seconds = state.get("TimeoutSeconds");
    return typeof seconds === "number" && seconds <= longest;
  });
}

function check(stack: Graph, machine: Resource): Verdict {
  const type = machine.get("type").text();
  if (type.state === "unknown") return notEvaluated(machine, "type");
  if (type.state !== "known" || type.value !== "EXPRESS") return holds;
  const text = machine.get("definition").text();
  const definition = text.state === "known" ? parsed(text.value) : undefined;
  const { refused, long } = faults(definition);
  const slow =
    definition !== undefined && endsInTime(definition)
      ? []
      : stack
          .sources(machine, machine.get("definition"), types.function)
          .filter((fn) => {
            const timeout = fn.get("timeout").number();
            return timeout.state === "known" && timeout.value > longest;
          })
          .map((fn) => `${fn.label} may take longer`);
  const said = [...refused, ...long, ...slow];
  if (said.length === 0) return text.state === "unknown" ? notEvaluated(machine, "definition") : holds;
  const what = `it is EXPRESS, which times out after ${longest} s: ${said.join("; ")}`;
  // A state that takes too long fails; one that waits for its service is refused.
  return refused.length > 0 ? violated(machine, what) : advised(machine, what);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const statesExpress: StackRule = {
  scope: "stack",
  id: "states-express",
  title: "No state of an Express workflow waits for its service, or for longer than five minutes",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Make it STANDARD, or split what takes long into a workflow of its own.",
  page: "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html",
  limit: limits.states.expressDuration,
  check: each(types.stateMachine, check),
};
