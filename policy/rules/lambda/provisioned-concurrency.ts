import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { types } from "../../frame/resource";
import { type ResourceRule, violated } from "../../frame/rule";
import { wellArchitected } from "../../frame/controls";

export const lambdaProvisionedConcurrency: ResourceRule = {
  scope: "resource",
  type: types.provisionedConcurrency,
  id: "lambda-provisioned-concurrency",
  title: "Provisioned concurrency is at least 1, on a published version or an alias",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Publish a version and set at least 1 on it or on an alias of it.",
  page: limits.lambda.provisionedConcurrency.page,
  limit: limits.lambda.provisionedConcurrency,
  check(config, context) {
    const qualifier = config.get("qualifier").text();
    const unpublished = qualifier.state === "known" && qualifier.value === "$LATEST";
    const executions = config.get("provisionedConcurrentExecutions").number();
    const limit = context.limit(limits.lambda.provisionedConcurrency);
    return [
      ...checkLimit(config, "provisionedConcurrentExecutions", executions, limit),
      ...(unpublished ? violated(config, "qualifier is $LATEST; AWS takes a version or an alias") : []),
    ];
  },
};
