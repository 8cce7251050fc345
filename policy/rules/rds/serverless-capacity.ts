import { wellArchitected } from "../../frame/controls";
import { limits } from "../../../limits";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

export const rdsServerlessCapacity: ResourceRule = {
  scope: "resource",
  type: types.dbCluster,
  id: "rds-serverless-capacity",
  title: "Aurora Serverless v2 has 0 to 256 ACU in steps of 0.5, with its minimum not above its maximum",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Set a minimum of 0 or 0.5 and more, and a maximum from 1 to 256, in steps of 0.5.",
  page: limits.rds.serverlessCapacity.page,
  limit: limits.rds.serverlessCapacity,
  check(cluster): Verdict {
    const { min, max } = limits.rds.serverlessCapacity;
    const bounds = (["minCapacity", "maxCapacity"] as const).map((name) => {
      const property = cluster.get("serverlessv2ScalingConfiguration", name);
      return { name: property.name, lowest: name === "minCapacity" ? min : 1, reading: property.number() };
    });
    const found = bounds.flatMap(({ name, lowest, reading }): Verdict => {
      if (reading.state === "unknown") return notEvaluated(cluster, name);
      if (reading.state !== "known") return holds;
      const { value } = reading;
      return value >= lowest && value <= max && Number.isInteger(value * 2)
        ? holds
        : violated(cluster, `${name} is ${value} ACU; AWS allows ${lowest} to ${max} in steps of 0.5`);
    });
    const [least, most] = bounds.map(({ reading }) => (reading.state === "known" ? reading.value : undefined));
    if (found.length > 0 || least === undefined || most === undefined || least <= most) return found;
    return violated(cluster, `its minimum of ${least} ACU is above its maximum of ${most}`);
  },
};
