import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { covers } from "../../readings/iam";
import { type Resource, types } from "../../frame/resource";
import { each, holds, type StackRule, type Verdict, violatedUnless } from "../../frame/rule";

const needed = ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"];

function check(stack: Graph, fn: Resource): Verdict {
  const { linked, unresolved } = stack.pointingAt(fn, types.permission, "function");
  const byPrincipal = new Map<string, string[]>();
  let open = unresolved;
  for (const permission of linked) {
    const principal = permission.get("principal").text();
    const action = permission.get("action").text();
    if (principal.state !== "known" || action.state !== "known") {
      open = true;
      continue;
    }
    byPrincipal.set(principal.value, [...(byPrincipal.get(principal.value) ?? []), action.value]);
  }
  return [...byPrincipal].flatMap(([principal, actions]): Verdict => {
    const has = needed.map((action) => actions.some((pattern) => covers(pattern.toLowerCase(), action.toLowerCase())));
    if (!has[0] || has[1]) return holds; // nothing to do with a URL, or both
    return violatedUnless(
      open,
      fn,
      "permissions",
      `${principal} has lambda:InvokeFunctionUrl without lambda:InvokeFunction: its calls of the URL get 403`,
    );
  });
}

export const lambdaUrlPermission: StackRule = {
  scope: "stack",
  id: "lambda-url-permission",
  title: "A caller of a function URL has both permissions that it needs",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC08-BP04")],
  fix: "Add a permission for lambda:InvokeFunction with invokedViaFunctionUrl.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  check: each(types.function, check),
};
