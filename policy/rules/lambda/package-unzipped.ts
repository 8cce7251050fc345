import { measure } from "../../archive";
import { wellArchitected } from "../../controls";
import { type Graph } from "../../graph";
import { type Reading } from "../../known";
import { limits } from "../../limits";
import { quantity } from "../../range";
import { type Resource, types } from "../../resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../rule";

/** The unzipped bytes of a function's or layer's archive. */
async function unzipped(owner: Resource): Promise<Reading<number>> {
  const size = await measure(owner.get("code"));
  return size.state === "known" ? { state: "known", value: size.value.unzipped } : size;
}

/** The archives of the layers; one that is not of this stack cannot be measured. */
async function layersOf(fn: Resource, stack: Graph): Promise<readonly Reading<number>[]> {
  const layers = fn.get("layers").list();
  if (layers.state !== "known") return layers.state === "absent" ? [] : [{ state: "unknown" }];
  const owners = layers.value.map((layer) => stack.refer(fn, layer, types.layerVersion));
  const resolved = owners.flatMap((owner) => (owner.state === "resolved" ? owner.to : []));
  const sizes = await Promise.all([...new Set(resolved)].map(unzipped));
  return owners.every((owner) => owner.state === "resolved") ? sizes : [...sizes, { state: "unknown" }];
}

/** The unzipped bytes of each function from a zip package, as far as they can be measured. */
async function packages(stack: Graph) {
  const zipped = stack.ofType(types.function).filter((fn) => {
    const kind = fn.get("packageType").text();
    return !(kind.state === "known" && kind.value === "Image");
  });
  return Promise.all(
    zipped.map(async (fn) => {
      const parts = [await unzipped(fn), ...(await layersOf(fn, stack))];
      const bytes = parts.reduce((sum, part) => sum + (part.state === "known" ? part.value : 0), 0);
      return { fn, bytes, complete: parts.every((part) => part.state === "known") };
    }),
  );
}

export const lambdaPackageUnzipped: StackRule = {
  scope: "stack",
  id: "lambda-package-unzipped",
  title: "A package and its layers are at most 250 MB unzipped",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Leave out what the function does not need, or use a container image (up to 10 GB).",
  page: limits.lambda.unzippedBytes.page,
  limit: limits.lambda.unzippedBytes,
  async check(stack, context) {
    const { max = Infinity } = context.limit(limits.lambda.unzippedBytes);
    const verdicts = (await packages(stack)).map(({ fn, bytes, complete }): Verdict => {
      if (bytes > max) {
        const is = `package with its layers is ${quantity(bytes, "bytes")} unzipped`;
        return violated(fn, `${is}; AWS allows at most ${quantity(max, "bytes")}`);
      }
      return complete ? holds : notEvaluated(fn, "code or layers");
    });
    return verdicts.flat();
  },
  usage: async (stack) =>
    (await packages(stack)).map(({ fn, bytes }) => ({
      resource: fn,
      limit: limits.lambda.unzippedBytes,
      used: bytes,
    })),
};
