import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Reading } from "../../frame/known";
import { limits } from "../../../limits";
import { quantity } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { measurePackage } from "./codePackage";

const limit = limits.lambda.unzippedBytes;

/** The unzipped bytes of a function's or layer's archive. */
async function unzipped(owner: Resource, stack: Graph): Promise<Reading<number>> {
  const size = await measurePackage(owner, stack);
  return size.state === "known" ? { state: "known", value: size.value.unzipped } : size;
}

/** The archives of the layers; one that is not of this stack cannot be measured. */
async function findLayers(fn: Resource, stack: Graph): Promise<readonly Reading<number>[]> {
  const layers = fn.get("layers").list();
  if (layers.state === "absent") return [];
  const owners =
    layers.state === "known"
      ? layers.value.map((layer) => stack.refer(fn, layer, types.layerVersion))
      : [stack.refer(fn, fn.get("layers"), types.layerVersion)];
  const resolved = owners.flatMap((owner) => (owner.state === "resolved" ? owner.to : []));
  const sizes = await Promise.all([...new Set(resolved)].map((layer) => unzipped(layer, stack)));
  // Of a list that is not known as a whole, those that it was made from are in it, and perhaps more.
  const complete = layers.state === "known" && owners.every((owner) => owner.state === "resolved");
  return complete ? sizes : [...sizes, { state: "unknown" }];
}

interface Package {
  readonly owner: Resource;
  readonly what: string;
  /** As far as it can be measured. */
  readonly bytes: number;
  readonly complete: boolean;
}

/** The unzipped bytes of each function from a zip package, with its layers, and of each layer by itself. */
function packages(stack: Graph): Promise<readonly Package[]> {
  const zipped = stack.ofType(types.function).filter((fn) => {
    const kind = fn.get("packageType").text();
    return !(kind.state === "known" && kind.value === "Image");
  });
  const total = (owner: Resource, what: string, parts: readonly Reading<number>[]): Package => ({
    owner,
    what,
    bytes: parts.reduce((sum, part) => sum + (part.state === "known" ? part.value : 0), 0),
    complete: parts.every((part) => part.state === "known"),
  });
  return Promise.all([
    ...zipped.map(async (fn) =>
      total(fn, "package with its layers", [await unzipped(fn, stack), ...(await findLayers(fn, stack))]),
    ),
    ...stack.ofType(types.layerVersion).map(async (layer) => total(layer, "archive", [await unzipped(layer, stack)])),
  ]);
}

export const lambdaPackageUnzipped: StackRule = {
  scope: "stack",
  id: "lambda-package-unzipped",
  title: "A package and its layers are at most 250 MB unzipped",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Leave out what the function does not need, or use a container image (up to 10 GB).",
  page: limit.page,
  limit,
  async check(stack, context) {
    const { max = Infinity } = context.limit(limit);
    const verdicts = (await packages(stack)).map(({ owner, what, bytes, complete }): Verdict => {
      if (bytes > max) {
        const allowed = `AWS allows at most ${quantity(max, "bytes")}`;
        return violated(owner, `${what} is ${quantity(bytes, "bytes")} unzipped; ${allowed}`);
      }
      return complete ? holds : notEvaluated(owner, owner.type === types.function ? "code or layers" : "code");
    });
    return verdicts.flat();
  },
  usage: async (stack) =>
    (await packages(stack)).map(({ owner, bytes, complete }) => ({
      resource: owner,
      limit,
      used: complete ? bytes : undefined,
    })),
};
