import { wellArchitected } from "../../frame/controls";
import { type StackRule } from "../../frame/rule";
import { namingResources } from "../../readings/actions";
import { allowing } from "./shared";

export const iamWildcardResources: StackRule = {
  scope: "stack",
  id: "iam-wildcard-resources",
  title: "No policy allows actions on every resource where it could name them",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Name the ARNs of the resources that are used.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  check: (stack) =>
    allowing(stack, async ({ actions, resources, conditions }) => {
      if (!resources?.known.some((resource) => /^\*+$/.test(resource))) return undefined;
      if (conditions.any().state !== "absent") return undefined;
      const broad = await namingResources(actions?.known ?? []);
      return broad.length > 0 ? `a statement allows ${broad.join(", ")} on every resource` : undefined;
    }),
};
