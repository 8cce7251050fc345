import { statesLanguageErrors } from "../../../limits/statesLanguage";
import { allStates } from "../../readings/stateMachine";
import { isObject } from "../../frame/plain";
import { type FormatFault, jsonFormat, written } from "./format";
import { fieldFaults } from "./statesFields";
import { withoutData } from "./statesData";

type Machine = Readonly<Record<string, unknown>>;
const connectives = ["And", "Or", "Not"];
const comparison =
  /^(String|Numeric|Timestamp|Boolean)(Equals|LessThan|GreaterThan|Matches)|^Is(Null|Present|Numeric|String|Boolean|Timestamp)$/;
const kinds = ["Task", "Pass", "Wait", "Choice", "Succeed", "Fail", "Parallel", "Map"];

function choiceFaults(rule: unknown, at: string, isTop: boolean, isJsonata: boolean): readonly FormatFault[] {
  if (!isObject(rule)) return [{ at, is: "is not an object", takes: "an object" }];
  const faults: FormatFault[] = [];
  if (isTop && rule["Next"] === undefined)
    faults.push({ at, is: "has no Next", takes: "a rule with Next", fix: `Set Next in ${at}.` });
  if (!isTop && rule["Next"] !== undefined)
    faults.push({ at, is: "has a Next", takes: "Next in the outermost rule only" });
  if (isJsonata) {
    if (rule["Condition"] === undefined)
      faults.push({ at, is: "has no Condition", takes: "a rule with Condition in JSONata" });
    return faults;
  }
  const used = Object.keys(rule).filter((key) => connectives.includes(key) || comparison.test(key));
  if (used.length !== 1)
    faults.push({ at, is: `has ${used.join(" and ") || "no comparison"}`, takes: "exactly one comparison" });
  for (const key of ["And", "Or"]) {
    const inner = rule[key];
    if (Array.isArray(inner))
      inner.forEach((each: unknown, index) =>
        faults.push(...choiceFaults(each, `${at}.${key}[${index}]`, false, false)),
      );
  }
  return faults;
}

function stateFaults(
  name: string,
  state: Machine,
  names: readonly string[],
  isJsonata: boolean,
  at: string,
): readonly FormatFault[] {
  const faults: FormatFault[] = [];
  const type = String(state["Type"]);
  if (!kinds.includes(type)) return [{ at: `${at}.Type`, is: `is ${type}`, takes: kinds.join(", ") }];
  const targets: (readonly [string, unknown])[] = [
    ["Next", state["Next"]],
    ["Default", state["Default"]],
  ];
  const choices = state["Choices"];
  if (type === "Choice") {
    if (!Array.isArray(choices) || choices.length === 0)
      faults.push({ at: `${at}.Choices`, is: "has no rule", takes: "one or more rules" });
    else {
      choices.forEach((rule: unknown, index) => {
        faults.push(...choiceFaults(rule, `${at}.Choices[${index}]`, true, isJsonata));
        if (isObject(rule)) targets.push([`Choices[${index}].Next`, rule["Next"]]);
      });
    }
    for (const key of ["Next", "End"])
      if (state[key] !== undefined)
        faults.push({ at: `${at}.${key}`, is: "is set", takes: "no Next and no End in a Choice state" });
  } else if (type === "Succeed" || type === "Fail") {
    for (const key of ["Next", "End"])
      if (state[key] !== undefined)
        faults.push({ at: `${at}.${key}`, is: "is set", takes: `no Next and no End in a ${type} state` });
  } else if ((state["Next"] === undefined) === (state["End"] === undefined)) {
    faults.push({
      at,
      is: `has ${state["Next"] === undefined ? "neither Next nor End" : "Next and End"}`,
      takes: "one of Next and End",
    });
  }
  const catchers = state["Catch"];
  if (Array.isArray(catchers))
    catchers.forEach((each: unknown, index) => isObject(each) && targets.push([`Catch[${index}].Next`, each["Next"]]));
  for (const [key, target] of targets) {
    if (typeof target === "string" && !names.includes(target))
      faults.push({
        at: `${at}.${key}`,
        is: `is ${target}, and there is no such state`,
        takes: names.slice(0, 10).join(", "),
      });
  }
  if ([...name].length > 80)
    faults.push({ at, is: `has a name of ${[...name].length} characters`, takes: "at most 80 characters" });
  return faults;
}

function machineFaults(machine: unknown, at: string, language: unknown): readonly FormatFault[] {
  if (!isObject(machine))
    return [{ ...(at !== "" && { at }), is: "is not an object", takes: "an object with StartAt and States" }];
  const states = machine["States"];
  const place = (key: string) => (at === "" ? key : `${at}.${key}`);
  if (!isObject(states) || Object.keys(states).length === 0)
    return [{ at: place("States"), is: "has no state", takes: "one or more states" }];
  const names = Object.keys(states);
  const start = machine["StartAt"];
  const faults: FormatFault[] = [];
  if (typeof start !== "string" || !names.includes(start)) {
    faults.push({
      at: place("StartAt"),
      is: start === undefined ? "is not set" : `is ${written(start)}, and there is no such state`,
      takes: names.slice(0, 10).join(", "),
    });
  }
  for (const [name, state] of Object.entries(states)) {
    const where = `${place("States")}.${name}`;
    if (!isObject(state)) {
      faults.push({ at: where, is: "is not an object", takes: "an object" });
      continue;
    }
    const own = state["QueryLanguage"] ?? language;
    if (language === "JSONata" && own === "JSONPath") {
      const is = "is JSONPath in a machine of JSONata";
      faults.push({ at: `${where}.QueryLanguage`, is, takes: "JSONata, or JSONPath for the whole machine" });
    }
    faults.push(...stateFaults(name, state, names, own === "JSONata", where));
    const branches: unknown = state["Branches"];
    if (Array.isArray(branches))
      branches.forEach((each: unknown, index) =>
        faults.push(...machineFaults(each, `${where}.Branches[${index}]`, own)),
      );
    for (const key of ["Iterator", "ItemProcessor"])
      if (isObject(state[key])) {
        if (state[key]["QueryLanguage"] !== undefined)
          faults.push({
            at: `${where}.${key}.QueryLanguage`,
            is: "is set",
            takes: "it in states and the whole machine",
          });
        faults.push(...machineFaults(state[key], `${where}.${key}`, own));
      }
  }
  return faults;
}

/** A machine without a Map whose iterations are executions of their own. */
export const inlineStateMachine = jsonFormat((definition) =>
  allStates(definition).flatMap(({ name, state }): readonly FormatFault[] => {
    const processor = state.get("ItemProcessor");
    const config = isObject(processor) ? processor["ProcessorConfig"] : undefined;
    const isDistributed = isObject(config) && config["Mode"] === "DISTRIBUTED";
    return isDistributed
      ? [{ at: `ProcessorConfig.Mode of the state ${name}`, is: "is DISTRIBUTED", takes: "INLINE" }]
      : [];
  }),
);

/** A machine that ends within minutes: it starts nothing that it would have to wait for. */
export const expressMachine = jsonFormat((definition) =>
  allStates(definition).flatMap(({ name, state }): readonly FormatFault[] => {
    const resource = state.get("Resource");
    const waits = typeof resource === "string" && /\.(sync(:2)?|waitForTaskToken)$|:activity:/.test(resource);
    return waits ? [{ at: `${name}.Resource`, is: `is ${resource}`, takes: "a call that does not wait" }] : [];
  }),
);

/** A state machine in Amazon States Language, in JSONPath or JSONata. */
export const stateMachine = jsonFormat((definition) => {
  const own = machineFaults(definition, "", isObject(definition) ? definition["QueryLanguage"] : undefined);
  const found = own.length > 0 ? own : fieldFaults(definition);
  if (found.length > 0) return found.slice(0, 5);
  const [first] = statesLanguageErrors(withoutData(definition));
  return first
    ? [
        {
          is: `is refused: ${first.Message ?? "it violates the States Language"}`,
          takes: "what the States Language defines",
        },
      ]
    : [];
});
