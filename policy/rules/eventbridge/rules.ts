import { limits } from "../../limits";
import { stackLimitRule } from "../../range";
import { types } from "../../resource";

export const eventbridgeRules = stackLimitRule({
  id: "eventbridge-rules",
  title: "An event bus has at most 300 rules",
  limit: limits.eventbridge.rules,
  fix: 'Spread the rules over buses, or have quota L-244521F2 raised and set limits["eventbridge.rules"] in the pack\'s configuration.',
  measure(stack) {
    const buses = new Map<string, { name: string; rules: number }>();
    for (const rule of stack.ofType(types.eventRule)) {
      const named = rule.get("eventBusName").text();
      const name = named.state === "known" ? named.value : (rule.sourcesOf("eventBusName")[0] ?? "default");
      const key = `${rule.region} ${name}`;
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
});
