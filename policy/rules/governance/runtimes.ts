import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** Holds where no runtimes are configured. */
export const governanceRuntimes: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "governance-runtimes",
  title: "Functions use the runtimes that the configuration allows",
  severity: "medium",
  level: "mandatory",
  ground: "configured",
  controls: [wellArchitected("SEC06-BP01")],
  fix: "Use an allowed runtime, or add it to allowedRuntimes in the pack's configuration.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
  check(fn, { allowedRuntimes }) {
    if (!allowedRuntimes) return holds;
    const runtime = fn.get("runtime").text();
    if (runtime.state === "unknown") return notEvaluated(fn, "runtime");
    if (runtime.state !== "known" || allowedRuntimes.includes(runtime.value)) return holds;
    return violated(fn, `runtime is ${runtime.value}; allowed are ${allowedRuntimes.join(", ")}`);
  },
};
