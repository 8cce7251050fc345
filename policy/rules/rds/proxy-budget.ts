import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Reading } from "../../frame/known";
import { limits, serverlessConnections } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { type Context, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { entrances, proxyUsers } from "./proxyUsers";

/**
 * AWS publishes no formula for a proxy. Ours: a function holds one connection for each execution, so that executions at
 * once must not exceed what the proxy may open, which is its share of max_connections; of Aurora Serverless v2 AWS has a
 * table of them by the maximum capacity.
 */
function connections(stack: Graph, proxy: Resource): Reading<number> {
  const target = stack.pointingAt(proxy, types.dbProxyTarget, "dbProxyName").linked[0];
  const group = stack.pointingAt(proxy, types.dbProxyTargetGroup, "dbProxyName").linked[0];
  const cluster = target && stack.refer(target, target.get("dbClusterIdentifier"), types.dbCluster);
  if (cluster?.state !== "resolved") return { state: "absent" };
  const scaling = (bound: string) => cluster.to[0]?.get("serverlessv2ScalingConfiguration", bound).number();
  const [most, least] = [scaling("maxCapacity"), scaling("minCapacity")];
  if (most?.state !== "known") return most ?? { state: "absent" };
  if (least?.state === "unknown") return least;
  const engine = cluster.to[0]?.get("engine").text();
  if (engine?.state === "unknown") return engine;
  const percent = group?.get("connectionPoolConfig", "maxConnectionsPercent").number();
  if (percent?.state === "unknown") return percent;
  const share = percent?.state === "known" ? percent.value : limits.rds.proxyConnections.default;
  const all = serverlessConnections(
    engine?.state === "known" && engine.value.includes("mysql") ? "mysql" : "postgresql",
    { minCapacity: least?.state === "known" ? least.value : 0, maxCapacity: most.value },
  );
  return { state: "known", value: Math.floor((all * share) / 100) };
}

function check(stack: Graph, proxy: Resource, context: Context): Verdict {
  const users = [...new Set(entrances(stack, proxy).flatMap((entrance) => proxyUsers(stack, entrance)))];
  const budget = connections(stack, proxy);
  if (users.length === 0 || budget.state === "absent") return holds;
  const all = context.limit(limits.lambda.concurrency).max ?? limits.lambda.concurrency.max;
  const reservations = users.map((fn) => fn.get("reservedConcurrentExecutions").number());
  if (budget.state !== "known" || reservations.some(({ state }) => state === "unknown")) {
    return notEvaluated(proxy, "connections and concurrency");
  }
  const executions = reservations.reduce(
    (sum, each) => sum + (each.state === "known" && each.value >= 0 ? each.value : all),
    0,
  );
  return executions <= budget.value
    ? holds
    : violated(
        proxy,
        `its functions can run ${executions} executions at once, and it can open ${budget.value} connections: the others wait, and fail`,
      );
}

export const rdsProxyBudget: StackRule = {
  scope: "stack",
  id: "rds-proxy-budget",
  title: "The functions of an RDS Proxy run at most as many executions at once as it can open connections",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL01-BP06"), wellArchitected("REL05-BP02")],
  fix: "Reserve less concurrency for the functions, or raise maxCapacity of the cluster or maxConnectionsPercent of the proxy.",
  page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html",
  check: (stack, context) => stack.ofType(types.dbProxy).flatMap((proxy) => check(stack, proxy, context)),
};
