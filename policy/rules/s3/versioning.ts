import { type Graph } from "../../frame/graph";
import { type Answer, either } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";

/** What the bucket's own property says; AWS's answer to one that is left out is none. */
function inline(bucket: Resource): readonly Answer[] {
  const property = bucket.get("versioning");
  if (property.any().state === "absent" || bucket.leavesToAws(property)) return [];
  const enabled = property.at("enabled").flag();
  if (enabled.state === "unknown") return ["unknown"];
  return [enabled.state === "known" && enabled.value ? "yes" : "no"];
}

/** Whether a bucket keeps versions of its objects. */
export function versioning(stack: Graph, bucket: Resource): Answer {
  const { linked, unresolved } = stack.pointingAt(bucket, types.bucketVersioning, "bucket");
  const answers = linked.map((each): Answer => {
    const status = each.get("versioningConfiguration", "status").text();
    if (status.state === "unknown") return "unknown";
    return status.state === "known" && status.value === "Enabled" ? "yes" : "no";
  });
  return either([...inline(bucket), ...answers, ...(unresolved ? ["unknown" as const] : [])]);
}
