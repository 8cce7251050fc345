import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Property } from "../../frame/known";
import { notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { type Resource } from "../../frame/resource";
import { readAssociations, readBehaviours } from "./behaviours";

function check(distribution: Resource, behaviour: Property): Verdict {
  const kinds = (["functionAssociations", "lambdaFunctionAssociations"] as const).map((kind) =>
    readAssociations(behaviour, kind),
  );
  const events = kinds.map(({ all }) => all.map((each) => each.at("eventType").text()));
  if (kinds.some(({ open }) => open) || events.flat().some(({ state }) => state === "unknown")) {
    return notEvaluated(distribution, `functions of ${behaviour.name}`);
  }
  const [edge = [], lambda = []] = events.map((kind) =>
    kind.flatMap((each) => (each.state === "known" ? [each.value] : [])),
  );
  const where = `in ${behaviour.name}`;
  const both = [...edge, ...lambda];
  const twice = new Set(both.filter((event, index) => both.indexOf(event) !== index));
  const isViewer = (event: string): boolean => event.startsWith("viewer-");
  const found = [
    ...[...twice].map((event) => `two functions ${where} for ${event}; CloudFront takes one for each event`),
    ...edge
      .filter((event) => !isViewer(event))
      .map((event) => `a CloudFront Function ${where} for ${event}; those are for viewer events only`),
    ...(edge.some(isViewer) && lambda.some(isViewer) && twice.size === 0
      ? [`a CloudFront Function and a Lambda@Edge function ${where}, both for viewer events; CloudFront takes one kind`]
      : []),
  ];
  return found.flatMap((says) => violated(distribution, says));
}

export const cloudfrontAssociations: ResourceRule = {
  scope: "resource",
  type: types.distribution,
  id: "cloudfront-associations",
  title: "A behaviour has one function for each event, of one kind for viewer events",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Combine the functions of an event, and use one kind for the viewer events of a behaviour.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html",
  check(distribution) {
    const { all, open } = readBehaviours(distribution);
    const found = all.flatMap((behaviour) => check(distribution, behaviour));
    return open ? [...found, ...notEvaluated(distribution, "orderedCacheBehaviors")] : found;
  },
};
