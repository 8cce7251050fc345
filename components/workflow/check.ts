import jsonata from "jsonata";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { type StatesLanguageError, statesLanguageErrors } from "../../limits/statesLanguage";
import { type Problem, Problems } from "../core/check";
import { branchAsl, stateDefaults } from "./definition";
import { type BranchArgs, type StateArgs, type WorkflowArgs, WorkflowType } from "./args";

const PAGE = "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html";
const EXPRESS = "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html";
const kinds = ["invoke", "call", "choices", "map", "parallel", "wait", "pass", "succeed", "fail"] as const;

/** Stands for an unknown ARN in the validator. */
const PLACEHOLDER = "arn:aws:lambda:eu-west-1:123456789012:function:known-later";

/** Problems with a workflow's arguments and name. */
export function workflowArgsProblems(name: string, args: WorkflowArgs): Problem[] {
  return new Problems()
    .that(/^[\w-]+$/.test(name), "name", name, "AWS takes letters, digits, _ and -")
    .all(workflowProblems(args)).list;
}

/** Problems with a workflow's arguments: the states, the transitions, and the rules of the States Language. */
function workflowProblems(args: WorkflowArgs): Problem[] {
  const express = args.type === WorkflowType.Express;
  const duration = express ? limits.states.expressDuration : limits.states.standardDuration;
  const problems = new Problems()
    .range("timeoutSeconds", args.timeoutSeconds, duration)
    .range("logRetentionDays", args.logRetentionDays, limits.logs.retentionDays);
  const { weightPercent } = args.alias?.canary ?? {};
  if (weightPercent !== undefined)
    problems.bounds("alias.canary.weightPercent", weightPercent, { min: 0, max: 100 }, "percent");
  checkBranch(args, "states", problems, express);
  // Validate against the States Language only if the definition is otherwise right.
  return problems.list.length > 0 ? problems.list : definitionProblems(args);
}

function definitionProblems(args: WorkflowArgs): Problem[] {
  const definition = JSON.stringify(withPlaceholders({ ...branchAsl(args, "aws"), QueryLanguage: "JSONata" }));
  const errors = statesLanguageErrors(JSON.parse(definition));
  const { max } = limits.states.definition;
  const problems = new Problems().that(
    definition.length <= max,
    "states",
    `${definition.length} bytes`,
    `AWS allows ${max} bytes (${PAGE})`,
  );
  // A violation is reported for each alternative of the schema; the first is the most specific.
  for (const error of errors.slice(0, 5)) problems.that(false, "states", errorText(error), `see ${PAGE}`);
  return problems.list;
}

function checkBranch({ startAt, states }: BranchArgs, path: string, check: Problems, express: boolean): void {
  const names = Object.keys(states);
  const exists = (property: string, target: string | undefined): void => {
    if (target !== undefined)
      check.that(names.includes(target), property, target, `there is no such state: ${names.join(", ")}`);
  };
  exists(`${path.replace(/states$/, "")}startAt`, startAt);
  for (const [name, state] of Object.entries(states)) {
    const at = `${path}.${name}`;
    check.that(
      name.length <= limits.states.name.max,
      at,
      name,
      `AWS allows names of ${limits.states.name.max} characters`,
    );
    for (const target of listTargets(state)) exists(`${at}.next`, target);
    checkState(state, at, check, express);
    if (state.map) checkBranch(state.map, `${at}.map.states`, check, express);
    state.parallel?.forEach((branch, index) => checkBranch(branch, `${at}.parallel[${index}].states`, check, express));
  }
  const reached = reachableFrom(startAt, states);
  for (const name of names) {
    check.that(
      reached.has(name),
      `${path}.${name}`,
      "unreachable",
      "no state leads to it: name it as next, or remove it",
    );
  }
}

function checkState(state: StateArgs, at: string, check: Problems, express: boolean): void {
  const given = kinds.filter((kind) => state[kind] !== undefined && state[kind] !== false);
  check.that(given.length === 1, at, given, `give exactly one of ${kinds.join(", ")}`);
  const { invoke, call, choices, otherwise, map, wait, timeoutSeconds = stateDefaults.timeoutSeconds } = state;
  const works = Boolean(invoke ?? call ?? map ?? state.parallel);
  check
    .that(works || !(state.retry ?? state.catch), at, "retry or catch", "only tasks, map and parallel can fail")
    .that(
      !choices || otherwise !== undefined,
      `${at}.otherwise`,
      otherwise,
      "name the state that follows when no choice matches",
    )
    .that(choices?.length !== 0, `${at}.choices`, choices, "give one or more")
    .that(
      !(choices || state.succeed || state.fail) || state.next === undefined,
      `${at}.next`,
      state.next,
      "a choice continues through its choices, and an end state does not continue",
    )
    .that(
      !wait || (wait.seconds === undefined) !== (wait.timestamp === undefined),
      `${at}.wait`,
      wait,
      "give seconds or timestamp",
    )
    .range(`${at}.timeoutSeconds`, timeoutSeconds, limits.states.standardDuration);
  if (express && (invoke ?? call)) {
    check.that(
      timeoutSeconds <= limits.states.expressDuration.max,
      `${at}.timeoutSeconds`,
      timeoutSeconds,
      `an Express execution ends after ${limits.states.expressDuration.max} s: lower it, or take a Standard workflow (${EXPRESS})`,
    );
  }
  if (express && call && /\.(sync(:2)?|waitForTaskToken)$/.test(call.resource)) {
    check.that(
      false,
      `${at}.call`,
      call.resource,
      `Express does not wait for what it starts: take a Standard workflow (${EXPRESS})`,
    );
  }
  if (map) checkMap(map, `${at}.map`, check, express);
  for (const [place, expression] of expressionsIn(state)) {
    const problem = syntaxProblem(expression);
    check.that(problem === undefined, `${at}${place}`, expression, problem ?? "");
  }
}

function checkMap(map: NonNullable<StateArgs["map"]>, at: string, check: Problems, express: boolean): void {
  const { distributed = false, maxConcurrency, toleratedFailurePercent, source } = map;
  const limit = distributed ? limits.states.distributedConcurrency : limits.states.inlineConcurrency;
  check
    .that(
      maxConcurrency !== undefined,
      `${at}.maxConcurrency`,
      maxConcurrency,
      `without a limit all items are processed at once, which can overload the services behind: give 1 to ${limit.max} (${limit.page})`,
    )
    .range(`${at}.maxConcurrency`, maxConcurrency, limit)
    .that(
      !distributed || toleratedFailurePercent !== undefined,
      `${at}.toleratedFailurePercent`,
      undefined,
      "say how many items may fail: 0 for none",
    )
    .range(`${at}.toleratedFailurePercent`, toleratedFailurePercent, limits.states.toleratedFailure)
    .that(
      distributed || (!source && toleratedFailurePercent === undefined),
      at,
      "source or toleratedFailurePercent",
      "it needs a distributed map",
    )
    .that(
      !distributed || !express,
      `${at}.distributed`,
      distributed,
      `Express has no distributed map: take a Standard workflow (${EXPRESS})`,
    );
}

/** The names of all possible next states. */
function listTargets({ next, otherwise, choices = [], catch: catches = [] }: StateArgs): string[] {
  return [next, otherwise, ...choices.map((choice) => choice.next), ...catches.map((each) => each.next)].filter(
    (target) => target !== undefined,
  );
}

function reachableFrom(start: string, states: Record<string, StateArgs>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states[name];
    if (!state || reached.has(name)) continue;
    reached.add(name);
    open.push(...listTargets(state));
  }
  return reached;
}

/** Every JSONata text of a state with its path, without those of nested states. */
function* expressionsIn(value: unknown, place = ""): Generator<[place: string, expression: string]> {
  if (typeof value === "string" && value.startsWith("{%")) yield [place, value];
  if (
    typeof value !== "object" ||
    value === null ||
    pulumi.Output.isInstance(value) ||
    pulumi.Resource.isInstance(value)
  )
    return;
  for (const [key, item] of Object.entries(value)) {
    if (key !== "states" && key !== "parallel") yield* expressionsIn(item, `${place}.${key}`);
  }
}

function syntaxProblem(expression: string): string | undefined {
  const [, text] = /^\{%(.*)%\}$/s.exec(expression) ?? [];
  if (text === undefined) return "an expression ends with %}";
  try {
    jsonata(text);
    return undefined;
  } catch (error) {
    return `JSONata does not understand it: ${(error as { message: string }).message}`;
  }
}

function withPlaceholders(value: unknown): unknown {
  if (pulumi.Output.isInstance(value)) return PLACEHOLDER;
  if (Array.isArray(value)) return value.map(withPlaceholders);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPlaceholders(item)]));
}

function errorText({ Message, message, instancePath = "" }: StatesLanguageError): string {
  return Message ?? `${instancePath} ${message}`;
}
