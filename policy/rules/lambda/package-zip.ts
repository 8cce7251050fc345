import { wellArchitected } from "../../frame/controls";
import { valueOr } from "../../frame/known";
import { limits } from "../../../limits";
import { checkLimit } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Usage, type Verdict } from "../../frame/rule";
import { measureUpload } from "./codePackage";

const limit = limits.lambda.zipBytes;

const common = {
  scope: "resource",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  page: limit.page,
  limit,
  async check(owner: Resource): Promise<Verdict> {
    const size = await measureUpload(owner);
    if (size.state === "absent") return holds;
    if (size.state === "unknown") return notEvaluated(owner, "code");
    if (size.state === "malformed") return notEvaluated(owner, "code (the archive cannot be read here)");
    if (size.value.zippedAtMost <= limit.max) return holds;
    return checkLimit(owner, "zip package", await size.value.zipped(), limit);
  },
  async usage(owner: Resource): Promise<readonly Usage[]> {
    const size = await measureUpload(owner);
    if (size.state === "absent") return [];
    if (size.state !== "known") return [{ resource: owner, limit, used: undefined }];
    // To know the size of what is not packed yet means to pack it: not where it is far from the limit.
    if (!size.value.packed && size.value.zippedAtMost * 2 < limit.max) return [];
    return [{ resource: owner, limit, used: valueOr(await size.value.zipped(), undefined) }];
  },
} as const;

export const lambdaPackageZip: ResourceRule = {
  ...common,
  id: "lambda-package-zip",
  title: "A zip package uploaded directly is at most 50 MB",
  fix: "Upload the package to S3 and name it by bucket and key, or leave out what the function does not need.",
  type: types.function,
};

export const lambdaLayerZip: ResourceRule = {
  ...common,
  id: "lambda-layer-zip",
  title: "A layer uploaded directly is at most 50 MB zipped",
  fix: "Upload the layer to S3 and name it by bucket and key, or leave out what its functions do not need.",
  type: types.layerVersion,
};
