import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { type EventRuleArgs } from "./ruleArgs";
import { asCallee } from "../function/target";

/** Problems with a rule's arguments. */
export function eventRuleProblems(args: EventRuleArgs): Problem[] {
  const { targets, retries, eventAge } = limits.eventbridge;
  const names = args.functions.map((target) => asCallee(target).name);
  const wrong = Object.entries(args.pattern).find(([, value]) => typeof value !== "object" || value === null);
  return new Problems()
    .that(names.length >= 1, "functions", names, "name one or more")
    .that(
      names.length <= targets.max,
      "functions.length",
      names.length,
      `AWS allows ${targets.max} targets a rule: add a rule with the same pattern (${targets.page})`,
    )
    .that(new Set(names).size === names.length, "functions", names, "name each function once")
    .that(
      Object.keys(args.pattern).length > 0,
      "pattern",
      args.pattern,
      'give one member or more, for example { source: ["shop"] }: EventBridge refuses an empty pattern',
    )
    .that(!wrong, `pattern.${wrong?.[0]}`, wrong?.[1], "values are given as a list: EventBridge refuses a single one")
    .range("maximumRetryAttempts", args.maximumRetryAttempts, retries)
    .range("maximumEventAgeSeconds", args.maximumEventAgeSeconds, eventAge).list;
}
