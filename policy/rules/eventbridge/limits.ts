import { limits } from "../../../limits";
import { characters, rangeRule, stackLimitRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { childrenRule } from "../shared/children";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "eventbridge-input",
    type: types.eventTarget,
    property: ["input"],
    limit: limits.eventbridge.inputLength,
    measure: characters,
    fix: "Pass a reference, such as an S3 key, instead of the data.",
    headroom: true,
  }),
  stackLimitRule({
    id: "eventbridge-rules",
    title: "An event bus has at most 300 rules",
    limit: limits.eventbridge.rules,
    fix: 'Spread the rules over buses, or have quota L-244521F2 raised and set limits["eventbridge.rules"] in the pack\'s configuration.',
    measure(stack) {
      const buses = new Map<string, { name: string; rules: number }>();
      for (const rule of stack.ofType(types.eventRule)) {
        const named = rule.get("eventBusName").text();
        const name = named.state === "known" ? named.value : (rule.listSources("eventBusName")[0] ?? "default");
        const key = `${rule.place} ${name}`;
        const bus = buses.get(key) ?? { name, rules: 0 };
        buses.set(key, bus);
        bus.rules++;
      }
      return [...buses.values()].map(({ name, rules }) => ({
        resource: undefined,
        what: `number of rules of the event bus ${name.slice(name.lastIndexOf(":") + 1)}`,
        used: { state: "known", value: rules },
      }));
    },
  }),
  rangeRule({
    id: "eventbridge-target-event-age",
    type: types.eventTarget,
    property: ["retryPolicy", "maximumEventAgeInSeconds"],
    limit: limits.eventbridge.eventAge,
    fix: "Set an age from 60 s to 86,400 s (a day).",
  }),
  rangeRule({
    id: "eventbridge-target-retries",
    type: types.eventTarget,
    property: ["retryPolicy", "maximumRetryAttempts"],
    limit: limits.eventbridge.retries,
    fix: "Set at most 185 retries.",
  }),
  childrenRule({
    id: "eventbridge-targets",
    title: "An event rule has at most 5 targets",
    type: types.eventRule,
    children: [[types.eventTarget, "rule"]],
    limit: limits.eventbridge.targets,
    fix: "Make a second rule with the same pattern, or fan out through an SNS topic.",
  }),
];
