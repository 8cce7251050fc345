import { wellArchitected } from "../../controls";
import { limits } from "../../limits";
import { quantity } from "../../range";
import { type Resource, types } from "../../resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../rule";

/** Bytes of the variables as JSON text, as far as they are known, and whether there are others. */
function measured(fn: Resource): { bytes: number; complete: boolean } {
  const variables = fn.get("environment", "variables").entries();
  if (variables.state !== "known") return { bytes: 0, complete: variables.state === "absent" };
  let complete = true;
  const known: Record<string, string> = {};
  for (const [name, property] of variables.value) {
    const value = property.text();
    if (value.state === "unknown") complete = false;
    known[name] = value.state === "known" ? value.value : "";
  }
  return { bytes: variables.value.length > 0 ? Buffer.byteLength(JSON.stringify(known)) : 0, complete };
}

export const lambdaEnvironmentSize: ResourceRule = {
  scope: "resource",
  id: "lambda-environment-size",
  title: "A function's environment variables take at most 4 KB together",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Move large values to SSM Parameter Store or AppConfig and pass their names.",
  page: limits.lambda.environmentBytes.page,
  limit: limits.lambda.environmentBytes,
  type: types.function,
  check(fn) {
    const { bytes, complete } = measured(fn);
    const { max } = limits.lambda.environmentBytes;
    if (bytes > max) {
      const is = `environment is ${quantity(bytes, "bytes")}${complete ? "" : ", without what is not known yet"}`;
      return violated(fn, `${is}; AWS allows at most ${quantity(max, "bytes")}`);
    }
    return complete ? holds : notEvaluated(fn, "environment.variables");
  },
  usage(fn) {
    const { bytes } = measured(fn);
    return [{ resource: fn, limit: limits.lambda.environmentBytes, used: bytes }];
  },
};
