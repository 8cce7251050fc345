import { list, member, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";
import { type Join, named, refuse } from "./join";

/** Traffic that is shifted in equal steps is shifted within two days. */
export const shiftTime: Join = (config, found) => {
  const linear = config.get("trafficRoutingConfig", "timeBasedLinear");
  const [interval, percentage] = [linear.at("interval").number(), linear.at("percentage").number()];
  if (interval.state !== "known" || percentage.state !== "known" || percentage.value < 1) return;
  const minutes = Math.ceil(100 / percentage.value - 1) * interval.value;
  if (minutes <= 2_880) return;
  const path = "trafficRoutingConfig.timeBasedLinear";
  const is = `shifts ${percentage.value} % every ${interval.value} minutes, which takes ${minutes}`;
  refuse(found, { path, is, takes: "a shift within 2,880 minutes", fix: "Raise percentage, or lower interval." });
};

/** A configuration of deployments is of the platform of the application. */
export const configPlatform: Join = (group, found, stack) => {
  const [application] = named(group, "appName", "aws:codedeploy/application:Application", found, stack);
  const type = "aws:codedeploy/deploymentConfig:DeploymentConfig";
  const name = group.get("deploymentConfigName").text();
  const isNamed = (each: Resource) => {
    const own = each.get("deploymentConfigName").text();
    return own.state === "known" && name.state === "known" && own.value === name.value;
  };
  const config = stack?.ofType(type).find(isNamed) ?? named(group, "deploymentConfigName", type, found, stack)[0];
  if (!application || !config) return;
  const [own, other] = [application, config].map((each) => each.get("computePlatform").text());
  if (own?.state === "unknown" || other?.state === "unknown") return;
  const [wanted, has] = [own, other].map((each) => (each?.state === "known" ? each.value : "Server"));
  if (wanted === undefined || has === undefined || wanted === has) return;
  const path = "deploymentConfigName";
  const is = `is ${config.label}, which is of ${has}, and ${application.label} is of ${wanted}`;
  refuse(found, { path, is, takes: `a configuration of ${wanted}`, fix: `Name a configuration of ${wanted}.` });
};

/** Stores of several Regions have one in the pipeline's. */
export const ownStore: Join = (pipeline, found) => {
  const own = pipeline.regionReading;
  const regions = list(plainProperties(pipeline)["artifactStores"]).map((store) => member(store, "region"));
  const known = regions.filter((region) => typeof region === "string");
  if (own.state !== "known" || regions.length < 2 || known.length < regions.length || known.includes(own.value)) return;
  if (known.some((region) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))) return;
  const is = `has stores of ${known.join(" and ")}`;
  refuse(found, { path: "artifactStores", is, takes: `a store of ${own.value}`, fix: `Add a store of ${own.value}.` });
};

/** A trigger is of a source by a connection. */
export const triggerSources: Join = (pipeline, found) => {
  const { triggers, stages } = plainProperties(pipeline);
  const actions = list(stages).flatMap((stage) => list(member(stage, "actions")));
  for (const [index, trigger] of list(triggers).entries()) {
    const name = member(member(trigger, "gitConfiguration"), "sourceActionName");
    const action = actions.find((each) => member(each, "name") === name);
    const provider = member(action, "provider");
    if (!action || provider === "CodeStarSourceConnection" || typeof provider !== "string") continue;
    const path = `triggers[${index}].gitConfiguration.sourceActionName`;
    const is = `is an action of ${provider}`;
    refuse(found, { path, is, takes: "a source of CodeStarSourceConnection", fix: "Name a source by a connection." });
  }
};
