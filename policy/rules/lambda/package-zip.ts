import { measure } from "../../archive";
import { wellArchitected } from "../../controls";
import { limits } from "../../limits";
import { within } from "../../range";
import { types } from "../../resource";
import { holds, notEvaluated, type ResourceRule } from "../../rule";

export const lambdaPackageZip: ResourceRule = {
  scope: "resource",
  id: "lambda-package-zip",
  title: "A zip package uploaded directly is at most 50 MB",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Upload the package to S3 and name it by bucket and key, or leave out what the function does not need.",
  page: limits.lambda.zipBytes.page,
  limit: limits.lambda.zipBytes,
  type: types.function,
  async check(fn) {
    const limit = limits.lambda.zipBytes;
    const size = await measure(fn.get("code"));
    if (size.state === "absent") return holds;
    if (size.state === "unknown") return notEvaluated(fn, "code");
    if (size.state === "malformed") return notEvaluated(fn, "code (the archive cannot be read here)");
    if (size.value.zippedAtMost <= limit.max) return holds;
    return within(fn, "zip package", { state: "known", value: await size.value.zipped() }, limit);
  },
  async usage(fn) {
    const size = await measure(fn.get("code"));
    // To know a folder's size means to compress it: not where it is far from the limit.
    if (size.state !== "known" || size.value.zippedAtMost * 2 < limits.lambda.zipBytes.max) return [];
    return [{ resource: fn, limit: limits.lambda.zipBytes, used: await size.value.zipped() }];
  },
};
