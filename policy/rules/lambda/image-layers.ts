import { wellArchitected } from "../../frame/controls";
import { elements } from "../../frame/range";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const lambdaImageLayers: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-image-layers",
  title: "A function from a container image has no layers",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Put what the layers hold into the image.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html",
  check(fn) {
    const kind = fn.get("packageType").text();
    const layers = elements.of(fn.get("layers"));
    if (kind.state === "unknown") return notEvaluated(fn, "packageType");
    if (kind.state !== "known" || kind.value !== "Image") return holds;
    if (layers.state === "unknown") return notEvaluated(fn, "layers");
    if (layers.state !== "known" || layers.value === 0) return holds;
    return violated(fn, `packageType is Image and there are ${layers.value} layers; AWS takes none`);
  },
};
