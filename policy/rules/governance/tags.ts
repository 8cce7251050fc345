import { wellArchitected } from "../../frame/controls";
import { type Resource, taggable } from "../../frame/resource";
import { type Context, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

function check(resource: Resource, required: Context["requiredTags"]): Verdict {
  return Object.entries(required).flatMap(([key, values]): Verdict => {
    const tag = resource.tag(key);
    if (tag.state === "unknown") return notEvaluated(resource, `tags.${key}`);
    if (tag.state !== "known") return violated(resource, `it has no tag ${key}`);
    if (values.length === 0 || values.includes(tag.value)) return holds;
    return violated(resource, `its tag ${key} is "${tag.value}"; allowed are ${values.join(", ")}`);
  });
}

/** Holds where no tags are configured. Resources are those that take tags, as far as their type or properties show. */
export const governanceTags: StackRule = {
  scope: "stack",
  id: "governance-tags",
  title: "Resources have the tags that the configuration requires",
  severity: "medium",
  level: "mandatory",
  ground: "configured",
  controls: [wellArchitected("COST03-BP02")],
  fix: "Set the tag on the resource, or for all at once in the provider's defaultTags.",
  page: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  check: (stack, { requiredTags }) =>
    stack.resources.filter(taggable).flatMap((resource) => check(resource, requiredTags)),
};
