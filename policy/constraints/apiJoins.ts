import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { type Join, refuse } from "./join";
import { isObject, isUnknown, list, plainProperties } from "../frame/plain";

const restApi = "aws:apigateway/restApi:RestApi";
const stageType = "aws:apigateway/stage:Stage";
const methodType = "aws:apigateway/method:Method";

/** What stands for the owner of a resource: that of the program, or the id by which it is named. */
function owner(of: Resource, property: string, type: string, stack: Graph): string | undefined {
  const [own] = stack.resolve(of, of.get(property), type);
  if (own) return own.urn;
  const id = of.get(property).text();
  return id.state === "known" ? id.value : undefined;
}

/** The cache keys of an integration are parameters that its method declares. */
export const cacheKeys: Join = (integration, found, stack) => {
  const keys = list(plainProperties(integration)["cacheKeyParameters"]);
  if (!stack || keys.length === 0) return;
  const same = (each: Resource): boolean => {
    const verbs = [each, integration].map((one) => one.get("httpMethod").text());
    const places = [each, integration].map((one) =>
      owner(one, "resourceId", "aws:apigateway/resource:Resource", stack),
    );
    const apis = [each, integration].map((one) => owner(one, "restApi", restApi, stack));
    const [verb, other] = verbs;
    const isVerb = verb?.state === "known" && other?.state === "known" && verb.value === other.value;
    return isVerb && [places, apis].every(([a, b]) => a !== undefined && a === b);
  };
  for (const method of stack.ofType(methodType).filter(same)) {
    const declared = plainProperties(method)["requestParameters"];
    if (isUnknown(declared)) continue;
    const names = isObject(declared) ? Object.keys(declared) : [];
    const odd = keys.find((key) => typeof key === "string" && !isUnknown(key) && !names.includes(key));
    if (typeof odd !== "string") continue;
    const takes = `parameters that ${method.label} declares in requestParameters`;
    refuse(found, { path: "cacheKeyParameters", is: `has ${odd}`, takes, fix: `Declare ${odd} in ${method.label}.` });
  }
};

/** The stages of a usage plan, where the program makes their API. */
export const planStages: Join = (plan, found, stack) => {
  if (!stack) return;
  for (const [index, each] of list(plainProperties(plan)["apiStages"]).entries()) {
    const name = isObject(each) ? each["stage"] : undefined;
    const [api] = stack.resolve(plan, plan.get("apiStages", index, "apiId"), restApi);
    if (typeof name !== "string" || isUnknown(name) || !api) continue;
    const stages = stack
      .ofType(stageType)
      .filter((stage) => stack.resolve(stage, stage.get("restApi"), restApi).includes(api));
    const names = stages.map((stage) => stage.get("stageName").text());
    const known = names.flatMap((reading) => (reading.state === "known" ? [reading.value] : []));
    if (known.length === 0 || known.length < names.length || known.includes(name)) continue;
    const takes = `a stage of ${api.label}: ${known.join(", ")}`;
    refuse(found, { path: `apiStages[${index}].stage`, is: `is ${name}`, takes, fix: "Name a stage of the API." });
  }
};

/** An API without a body, whose methods would all have to be resources of the program. */
export const deployedMethods: Join = (deployment, found, stack) => {
  const [api] = stack?.resolve(deployment, deployment.get("restApi"), restApi) ?? [];
  if (!stack || !api || api.get("body").any().state !== "absent") return;
  if (stack.ofType(methodType).length > 0) return;
  const is = `names ${api.label}, which has no method`;
  refuse(found, { path: "restApi", is, takes: "an API with methods", fix: "Add a method, or a body, to the API." });
};
