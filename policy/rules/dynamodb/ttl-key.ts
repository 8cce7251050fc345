import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";
import { readKeys } from "./keys";

export const dynamodbTtlKey: ResourceRule = {
  scope: "resource",
  type: types.table,
  id: "dynamodb-ttl-key",
  title: "A table's time to live is in an attribute that is no key",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("COST04-BP05")],
  fix: "Keep the time, in seconds since 1970, in an attribute of its own, for example expiresAt.",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html",
  check(table) {
    const attribute = table.get("ttl", "attributeName").text();
    if (attribute.state === "absent") return holds;
    if (attribute.state !== "known") return notEvaluated(table, "ttl.attributeName");
    const keys = readKeys(table);
    const taken = keys.find(([, key]) => key.state === "known" && key.value === attribute.value);
    if (taken) return violated(table, `ttl.attributeName is ${attribute.value}, which is ${taken[0]} too`);
    return keys.every(([, key]) => key.state === "known") ? holds : notEvaluated(table, "keys");
  },
};
