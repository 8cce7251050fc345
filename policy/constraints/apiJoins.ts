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

/** Whether two resources are of one method of one API, as far as the program says. */
const ofOneMethod =
  (one: Resource, stack: Graph) =>
  (other: Resource): boolean => {
    const [verb, another] = [one, other].map((each) => each.get("httpMethod").text());
    if (verb?.state !== "known" || another?.state !== "known" || verb.value !== another.value) return false;
    return (["resourceId", "restApi"] as const).every((property) => {
      const type = property === "restApi" ? restApi : "aws:apigateway/resource:Resource";
      const [a, b] = [one, other].map((each) => owner(each, property, type, stack));
      return a !== undefined && a === b;
    });
  };

/** Refuses what an integration names at a path, unless its method declares it. */
function declared(path: string, names: readonly unknown[], ...[integration, found, stack]: Parameters<Join>): void {
  if (!stack || names.length === 0) return;
  for (const method of stack.ofType(methodType).filter(ofOneMethod(integration, stack))) {
    const parameters = plainProperties(method)["requestParameters"];
    if (isUnknown(parameters)) continue;
    const own = isObject(parameters) ? Object.keys(parameters) : [];
    const odd = names.find((name) => typeof name === "string" && !isUnknown(name) && !own.includes(name));
    if (typeof odd !== "string") continue;
    const takes = `parameters that ${method.label} declares in requestParameters`;
    refuse(found, { path, is: `has ${odd}`, takes, fix: `Declare ${odd} in ${method.label}.` });
  }
}

/** The cache keys of an integration are parameters that its method declares. */
export const cacheKeys: Join = (integration, ...rest) =>
  declared("cacheKeyParameters", list(plainProperties(integration)["cacheKeyParameters"]), integration, ...rest);

/** What an integration maps of a request, which its method declares. */
export const mappedParameters: Join = (integration, ...rest) => {
  const mapped = plainProperties(integration)["requestParameters"];
  const names = Object.values(isObject(mapped) ? mapped : {}).filter(
    (value) => typeof value === "string" && /^method\.request\.(header|querystring|path)\.[^.]+$/.test(value),
  );
  declared("requestParameters", names, integration, ...rest);
};

/** An answer of an integration is one of those that its method declares, and so are its headers. */
export const methodAnswers: Join = (response, found, stack) => {
  const status = response.get("statusCode").text();
  if (!stack || status.state !== "known") return;
  const isSame = ofOneMethod(response, stack);
  const all = stack.ofType("aws:apigateway/methodResponse:MethodResponse");
  const isOpen = all.some((each) => each.get("statusCode").text().state !== "known" || isUnplaced(each, stack));
  if (isOpen || !stack.ofType(methodType).some(isSame)) return;
  const [answer] = all.filter((each) => {
    const own = each.get("statusCode").text();
    return isSame(each) && own.state === "known" && own.value === status.value;
  });
  if (!answer) {
    const takes = "a status for which the method has an aws.apigateway.MethodResponse";
    refuse(found, { path: "statusCode", is: `is ${status.value}`, takes, fix: "Add the response to the method." });
    return;
  }
  const [mapped, own] = [response, answer].map((each) => plainProperties(each)["responseParameters"]);
  if (!isObject(mapped) || isUnknown(own)) return;
  const names = Object.keys(isObject(own) ? own : {});
  const odd = Object.keys(mapped).find((name) => !names.includes(name));
  if (odd === undefined) return;
  const takes = `parameters that ${answer.label} declares in responseParameters`;
  refuse(found, { path: "responseParameters", is: `has ${odd}`, takes, fix: `Declare ${odd} in ${answer.label}.` });
};

/** Whether nobody knows yet of which method a resource is. */
const isUnplaced = (each: Resource, stack: Graph): boolean =>
  each.get("httpMethod").text().state !== "known" ||
  owner(each, "restApi", restApi, stack) === undefined ||
  owner(each, "resourceId", "aws:apigateway/resource:Resource", stack) === undefined;

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
