import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

const longest = limits.states.expressDuration.max;

/** Every value under a key in a definition, however deep. */
function under(key: string, value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner as unknown] : []),
    ...under(key, inner),
  ]);
}

/** What a definition has that an Express workflow cannot do. */
function faults(definition: unknown): string[] {
  const resources = under("Resource", definition).filter((each) => typeof each === "string");
  const waiting = resources.filter((each) => /\.(sync(:2)?|waitForTaskToken)$/.test(each));
  const seconds = ["TimeoutSeconds", "Seconds"].flatMap((key) => under(key, definition));
  const long = seconds.filter((each) => typeof each === "number" && each > longest);
  return [
    ...waiting.map((each) => `a task waits for its service (${each}), which Express has not`),
    ...long.map((each) => `a state may last ${String(each)} s`),
  ];
}

function check(stack: Graph, machine: Resource): Verdict {
  const type = machine.get("type").text();
  if (type.state === "unknown") return notEvaluated(machine, "type");
  if (type.state !== "known" || type.value !== "EXPRESS") return holds;
  const definition = machine.get("definition").text();
  const slow = stack
    .sources(machine, machine.get("definition"), types.function)
    .filter((fn) => {
      const timeout = fn.get("timeout").number();
      return timeout.state === "known" && timeout.value > longest;
    })
    .map((fn) => `${fn.label} may take longer`);
  const said = [...(definition.state === "known" ? faults(parsed(definition.value)) : []), ...slow];
  if (said.length > 0)
    return violated(machine, `it is EXPRESS, which times out after ${longest} s: ${said.join("; ")}`);
  return definition.state === "unknown" ? notEvaluated(machine, "definition") : holds;
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
  controls: [wellArchitected("REL01-BP03")],
  fix: "Make it STANDARD, or split what takes long into a workflow of its own.",
  page: "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html",
  limit: limits.states.expressDuration,
  check: (stack) => stack.ofType(types.stateMachine).flatMap((machine) => check(stack, machine)),
};
