import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { limits } from "../../../limits";
import { type Resource, types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

/** The features that SnapStart does not support, in words, and whether some are not known yet. */
function conflicts(stack: Graph, fn: Resource): { said: string[]; open: string[] } {
  const said: string[] = [];
  const open: string[] = [];
  const look = (property: string, state: string, wrong: () => string | undefined): void => {
    if (state === "unknown") open.push(property);
    const problem = wrong();
    if (problem !== undefined) said.push(problem);
  };
  const image = fn.get("packageType").text();
  look("packageType", image.state, () =>
    image.state === "known" && image.value === "Image" ? "a container image" : undefined,
  );
  const runtime = fn.get("runtime").text();
  look("runtime", runtime.state, () =>
    runtime.state === "known" && !limits.runtimes[runtime.value]?.snapStart
      ? `the runtime ${runtime.value}`
      : undefined,
  );
  const files = fn.get("fileSystemConfig", "arn").any();
  look("fileSystemConfig", files.state, () => (files.state === "known" ? "a file system" : undefined));
  const storage = fn.get("ephemeralStorage", "size").number();
  const { max } = limits.lambda.snapStartStorage;
  look("ephemeralStorage.size", storage.state, () =>
    storage.state === "known" && storage.value > max ? `/tmp of ${storage.value} MB (at most ${max})` : undefined,
  );
  const { linked, unresolved } = stack.pointingAt(fn, types.provisionedConcurrency, "functionName");
  look("provisioned concurrency", unresolved ? "unknown" : "known", () =>
    linked.length > 0 ? "provisioned concurrency" : undefined,
  );
  return { said, open };
}

function check(stack: Graph, fn: Resource): Verdict {
  const applies = fn.get("snapStart", "applyOn").text();
  if (applies.state === "absent" || (applies.state === "known" && applies.value === "None")) return holds;
  if (applies.state === "unknown") return notEvaluated(fn, "snapStart.applyOn");
  const { said, open } = conflicts(stack, fn);
  if (said.length > 0) return violated(fn, `snapStart is on, which is not supported with ${said.join(", ")}`);
  const publish = fn.get("publish").flag();
  if (publish.state === "absent" || (publish.state === "known" && !publish.value)) {
    return violated(fn, "snapStart is on and publish is not: only published versions have a snapshot");
  }
  return open.length > 0 ? notEvaluated(fn, open.join(", ")) : holds;
}

export const lambdaSnapstart: StackRule = {
  scope: "stack",
  id: "lambda-snapstart",
  title:
    "SnapStart goes with published versions of Java, Python and .NET, and with nothing that a snapshot cannot hold",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Turn SnapStart off, or remove what it does not support, and publish versions.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html",
  check: each(types.function, check),
};
