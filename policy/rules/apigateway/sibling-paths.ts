import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { readDocument } from "./operations";
import { apiKey, placeKey } from "./paths";

const isVariable = (part: string): boolean => part.startsWith("{");

/** Resources of their own: those beside each other have different parts, of which one at most is a variable. */
function checkResources(stack: Graph): Verdict {
  const beside = new Map<string, Map<string, Resource>>();
  return stack.ofType(types.apiResource).flatMap((resource): Verdict => {
    const part = resource.get("pathPart").text();
    if (part.state !== "known") return part.state === "unknown" ? notEvaluated(resource, "pathPart") : holds;
    const [api, parent] = [apiKey(stack, resource), placeKey(stack, resource, resource.get("parentId"))];
    if (api === undefined || parent === undefined) {
      return isVariable(part.value) ? notEvaluated(resource, "parentId") : holds;
    }
    const key = `${api} ${parent}`;
    const parts = beside.get(key) ?? new Map<string, Resource>();
    beside.set(key, parts);
    const same = parts.get(part.value);
    if (same) return violated(resource, `pathPart is ${part.value}, as that of ${same.label} beside it is`);
    const other = isVariable(part.value) ? [...parts].find(([each]) => isVariable(each)) : undefined;
    parts.set(part.value, resource);
    return other
      ? violated(
          resource,
          `pathPart is ${part.value} beside ${other[0]} of ${other[1].label}: one variable has a level`,
        )
      : holds;
  });
}

/** The paths of a document: of two variables at one level of one parent AWS takes the first alone. */
function checkDocument(api: Resource): Verdict {
  const document = readDocument(api);
  if (document.state === "absent" || api.leavesToAws(api.get("body"))) return holds;
  if (document.state !== "known") return notEvaluated(api, "body");
  const variables = new Map<string, string>();
  const faults = new Set<string>();
  for (const [path] of valueOr(document.value.at("paths").entries(), [])) {
    const parts = path.split("/").slice(1);
    for (const [index, part] of parts.entries()) {
      if (!isVariable(part)) continue;
      const parent = `/${parts.slice(0, index).join("/")}`;
      const first = variables.get(parent) ?? part;
      variables.set(parent, first);
      if (first !== part)
        faults.add(`its document has ${part} beside ${first} below ${parent}: one variable has a level`);
    }
  }
  return [...faults].flatMap((fault) => violated(api, fault));
}

export const apigatewaySiblingPaths: StackRule = {
  scope: "stack",
  id: "apigateway-sibling-paths",
  title: "The resources at one level of a REST API differ, and one at most is a variable",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Give the variable of that level one name, and put what differs below it.",
  page: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
  check: (stack) => [...checkResources(stack), ...stack.ofType(types.restApi).flatMap(checkDocument)],
};
