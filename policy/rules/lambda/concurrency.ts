import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Reading } from "../../frame/known";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** The concurrency that the functions of one Region take out of the account's pool. */
interface Claim {
  readonly functions: Resource[];
  executions: number;
  open: Verdict;
}

/**
 * Sums what functions reserve, and the provisioned concurrency of those that reserve none: that of a function with a
 * reservation comes out of the reservation.
 */
function claims(stack: Graph): ReadonlyMap<string, Claim> {
  const byRegion = new Map<string, Claim>();
  for (const fn of stack.ofType(types.function)) {
    const claim = byRegion.get(fn.place) ?? { functions: [], executions: 0, open: [] };
    byRegion.set(fn.place, claim);
    claim.functions.push(fn);
    const reserved = fn.get("reservedConcurrentExecutions").number();
    const reserves = reserved.state !== "absent" && !(reserved.state === "known" && reserved.value < 0);
    const parts = reserves ? [reserved] : provisioned(stack, fn);
    for (const part of parts) {
      if (part.state === "known") claim.executions += part.value;
      else claim.open = [...claim.open, ...notEvaluated(fn, "concurrency")];
    }
  }
  return byRegion;
}

function provisioned(stack: Graph, fn: Resource): readonly Reading<number>[] {
  const configs = stack.pointingAt(fn, types.provisionedConcurrency, "functionName");
  const parts = configs.linked.map((config) => config.get("provisionedConcurrentExecutions").number());
  return configs.unresolved ? [...parts, { state: "unknown" }] : parts;
}

export const lambdaConcurrency: StackRule = {
  scope: "stack",
  id: "lambda-concurrency",
  title: "The functions of a Region leave 100 of the account's concurrent executions unreserved",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP01"), wellArchitected("REL01-BP06")],
  fix: 'Reserve less, or have quota L-B99A9384 raised and set limits["lambda.concurrency"] in the pack\'s configuration.',
  page: limits.lambda.unreservedConcurrency.page,
  limit: limits.lambda.concurrency,
  check(stack, context) {
    const account = context.limit(limits.lambda.concurrency).max ?? Infinity;
    const available = account - limits.lambda.unreservedConcurrency.min;
    return [...claims(stack).values()].flatMap((claim) => {
      if (claim.executions <= available) return claim.open;
      const reserve = `${claim.functions.length} functions reserve ${claim.executions} concurrent executions`;
      return violated(undefined, `${reserve}; the account's ${account} less 100 are ${available}`);
    });
  },
  usage: (stack) =>
    [...claims(stack).values()].map((claim) => ({
      resource: undefined,
      limit: limits.lambda.concurrency,
      used: claim.executions,
    })),
};
