import { limits } from "../../../limits";
import { type Graph } from "../../frame/graph";
import { type Measured, stackLimitRule } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";

/** What AWS writes around the statements. */
const frame = JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: [] }).length;

/** The longest that a value which is not known yet, such as an ARN, turns out in practice. */
const longestValue = 300;

interface Size {
  readonly least: number;
  readonly most: number;
}

/** The statement that AWS makes of a permission, as far as its parts are known: the least and the most that it takes. */
function statementSize(permission: Resource, fn: Resource): Size {
  let open = 0;
  const part = (resource: Resource, name: string): string | undefined => {
    const text = resource.get(name).text();
    const isOpen = text.state === "unknown" && !resource.leavesToAws(resource.get(name));
    if (isOpen) open++;
    return text.state === "known" ? text.value : isOpen ? "" : undefined;
  };
  const condition = (operator: string, key: string, value: string | undefined) =>
    value === undefined ? {} : { [operator]: { [key]: value } };
  const principal = part(permission, "principal") ?? "";
  const kind = principal.includes(".amazonaws.com") ? "Service" : "AWS";
  const statement = {
    Sid: part(permission, "statementId") ?? "",
    Effect: "Allow",
    Principal: principal === "*" ? "*" : { [kind]: principal },
    Action: part(permission, "action") ?? "",
    Resource: part(fn, "arn") ?? "",
    Condition: {
      ...condition("ArnLike", "AWS:SourceArn", part(permission, "sourceArn")),
      ...condition("StringEquals", "AWS:SourceAccount", part(permission, "sourceAccount")),
    },
  };
  const least = JSON.stringify(statement).length + 1;
  return { least, most: least + open * longestValue };
}

function measure(stack: Graph, fn: Resource): readonly Measured[] {
  const { linked, unresolved } = stack.pointingAt(fn, types.permission, "function");
  // Each version and alias has a policy of its own.
  const policies = Map.groupBy(linked, (permission) => {
    const qualifier = permission.get("qualifier").text();
    return qualifier.state === "known" ? qualifier.value : "";
  });
  return [...policies].map(([qualifier, permissions]): Measured => {
    const sizes = permissions.map((permission) => statementSize(permission, fn));
    const sum = (of: keyof Size): number => sizes.reduce((total, size) => total + size[of], frame);
    const isOpen = sum("most") > limits.lambda.resourcePolicyBytes.max || (unresolved && sum("most") > 15_000);
    const of = qualifier === "" ? "" : ` of ${qualifier}`;
    return {
      resource: fn,
      what: `size of the policy${of} made of ${permissions.length} permissions`,
      used: { state: "known", value: sum("least") },
      missing: isOpen ? "permissions" : undefined,
    };
  });
}

export const lambdaPolicySize = stackLimitRule({
  id: "lambda-policy-size",
  title: "The permissions of a function make a policy of at most 20 KB",
  limit: limits.lambda.resourcePolicyBytes,
  fix: "Let one permission cover several sources with a wildcard in sourceArn, or invoke by a role.",
  measure: (stack) => stack.ofType(types.function).flatMap((fn) => measure(stack, fn)),
});
