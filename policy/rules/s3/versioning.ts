import { type Graph } from "../../frame/graph";
import { type Answer, either } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";

/** Whether a bucket keeps versions of its objects. */
export function versioning(stack: Graph, bucket: Resource): Answer {
  const { linked, unresolved } = stack.pointingAt(bucket, types.bucketVersioning, "bucket");
  const answers = linked.map((each): Answer => {
    const status = each.get("versioningConfiguration", "status").text();
    if (status.state === "unknown") return "unknown";
    return status.state === "known" && status.value === "Enabled" ? "yes" : "no";
  });
  return either(unresolved ? [...answers, "unknown"] : answers);
}
