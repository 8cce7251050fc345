import { wellArchitected } from "../../frame/controls";
import { type Graph, type Reference } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

const listIds = (reference: Reference): readonly string[] => {
  if (reference.state === "resolved") return reference.to.map(({ urn }) => urn);
  return reference.state === "external" ? [reference.value] : [];
};

function check(stack: Graph, logging: Resource): Verdict {
  const source = stack.refer(logging, logging.get("bucket"), types.bucket);
  const target = stack.refer(logging, logging.get("targetBucket"), types.bucket);
  if (source.state === "unresolved" || target.state === "unresolved") return notEvaluated(logging, "targetBucket");
  const looped = listIds(source).some((id) => listIds(target).includes(id));
  return looped
    ? violated(
        logging,
        "the bucket is the target of its own access log: each log file is a request that is logged again",
      )
    : holds;
}

export const s3LogLoop: StackRule = {
  scope: "stack",
  id: "s3-log-loop",
  title: "No bucket is the target of its own access log",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("REL05-BP04")],
  fix: "Set targetBucket to a bucket that is for logs only.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  check: each(types.bucketLogging, check),
};
