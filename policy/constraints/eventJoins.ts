import { type Join, refuse, text } from "./join";
import { isObject, isUnknown, list, member, plainProperties } from "../frame/plain";

/** A task runs in the Region of its definition. */
export const taskRegion: Join = (target, found) => {
  const cluster = text(target, "arn", found)?.split(":")[3];
  const definition = target.get("ecsTarget", "taskDefinitionArn").text();
  const own = definition.state === "known" ? definition.value.split(":")[3] : undefined;
  if (!cluster || !own || cluster === own) return;
  const path = "ecsTarget.taskDefinitionArn";
  const takes = `a task definition of ${cluster}, where the cluster is`;
  refuse(found, { path, is: `is of ${own}`, takes, fix: `Set ${path} to ${takes}.` });
};

/** Both buses of a global endpoint have one name, and each has a Region of its own. */
export const endpointBuses: Join = (endpoint, found) => {
  const { eventBuses } = plainProperties(endpoint);
  const arns = (Array.isArray(eventBuses) ? eventBuses : []).map((each: unknown) =>
    isObject(each) ? each["eventBusArn"] : undefined,
  );
  if (arns.length !== 2 || arns.some((arn) => typeof arn !== "string" || isUnknown(arn))) return;
  const [first = [], second = []] = arns.map((arn) => String(arn).split(":"));
  const fault =
    first[5] !== second[5] ? "have different names" : first[3] === second[3] ? "are of one Region" : undefined;
  if (fault === undefined) return;
  const takes = "two buses of one name in two Regions";
  refuse(found, { path: "eventBuses", is: fault, takes, fix: "Name the bus of the same name in another Region." });
};

/** The weights of an alias of a state machine are 100 together. */
export const aliasWeights: Join = (alias, found) => {
  const weights = list(plainProperties(alias)["routingConfigurations"]).map((each) => member(each, "weight"));
  const known = weights.filter((each): each is number => typeof each === "number");
  const sum = known.reduce((total, each) => total + each, 0);
  if (weights.length === 0 || known.length < weights.length || sum === 100) return;
  const path = "routingConfigurations";
  refuse(found, {
    path,
    is: `has the weights ${known.join(" and ")}`,
    takes: "100 together",
    fix: `Let the weights of ${path} be 100 together.`,
  });
};
