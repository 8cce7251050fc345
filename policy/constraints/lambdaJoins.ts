import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { type Join, named, refuse, text } from "./join";
import { isObject, plainProperties } from "../frame/plain";

/** The version of an alias, and the further ones that it routes to. */
export const aliasVersions: Join = (resource, found) => {
  const own = text(resource, "functionVersion", found);
  const routing = plainProperties(resource)["routingConfig"];
  const weights = isObject(routing) ? routing["additionalVersionWeights"] : undefined;
  if (own === undefined || !isObject(weights) || !Object.hasOwn(weights, own)) return;
  const path = "routingConfig.additionalVersionWeights";
  const is = `names the version ${own}, which functionVersion is`;
  refuse(found, { path, is, takes: "another version", fix: "Name another version in additionalVersionWeights." });
};

/** An alias for which environments are kept warm is of one version. */
export const aliasOfOneVersion: Join = (resource, found, stack) => {
  const qualifier = text(resource, "qualifier", found);
  if (!stack || qualifier === undefined) return;
  const functionOf = (each: Resource): string | undefined => {
    const [own] = stack.resolve(each, each.get("functionName"), "aws:lambda/function:Function");
    const name = each.get("functionName").text();
    return own?.urn ?? (name.state === "known" ? name.value : undefined);
  };
  const own = functionOf(resource);
  for (const alias of stack.ofType("aws:lambda/alias:Alias")) {
    const name = alias.get("name").text();
    if (name.state !== "known" || name.value !== qualifier || own === undefined || functionOf(alias) !== own) continue;
    const weights = alias.get("routingConfig", "additionalVersionWeights").entries();
    if (weights.state !== "known" || weights.value.length === 0) continue;
    const is = `is ${qualifier}, and ${alias.label} shares its requests by routingConfig`;
    const fix = "Take the weights from the alias, or name a version.";
    refuse(found, { path: "qualifier", is, takes: "an alias of one version", fix });
  }
};

/** What stands for the VPC that a subnet or a security group is in: the VPC of the program, or its id. */
export function findNetwork(resource: Resource, stack: Graph): string | undefined {
  const property = resource.get("vpcId");
  const [own] = stack.resolve(resource, property, "aws:ec2/vpc:Vpc");
  if (own) return own.urn;
  const id = property.text();
  return id.state === "known" ? id.value : resource.listSources("vpcId")[0];
}

type Path = readonly [string, ...string[]];

/** What a list of a resource names, each with the network that it is in. */
function members(of: Resource, path: Path, type: string, stack: Graph, key: readonly string[] = []) {
  const list = of.get(...path).list();
  const properties = list.state === "known" ? list.value.map((each) => each.at(...key)) : [of.get(...path)];
  return properties.flatMap((property) =>
    stack.resolve(of, property, type).flatMap((each) => {
      const network = findNetwork(each, stack);
      return network === undefined ? [] : [{ label: each.label, network }];
    }),
  );
}

/**
 * Makes the check that the subnets and security groups of a resource are of one VPC.
 * @param key Where an element of `subnets` names its subnet.
 */
export function oneVpc(subnets: Path, groups: Path, ...key: readonly string[]): Join {
  return (resource, found, stack) => {
    if (!stack) return;
    const [first, ...others] = [
      ...members(resource, subnets, "aws:ec2/subnet:Subnet", stack, key),
      ...members(resource, groups, "aws:ec2/securityGroup:SecurityGroup", stack),
    ];
    const other = others.find(({ network }) => network !== first?.network);
    if (!first || !other) return;
    const is = `names ${first.label} and ${other.label}, which are of different VPCs`;
    refuse(found, { path: subnets[0], is, takes: "one VPC", fix: "Name subnets and security groups of one VPC." });
  };
}

/** A queue's mapping calls as many functions at once as are reserved, at most. */
export const concurrencyOfSource: Join = (mapping, found, stack) => {
  const most = mapping.get("scalingConfig", "maximumConcurrency").number();
  if (most.state !== "known") return;
  for (const to of named(mapping, "functionName", "aws:lambda/function:Function", found, stack)) {
    const reserved = to.get("reservedConcurrentExecutions").number();
    if (reserved.state !== "known" || reserved.value < 0 || reserved.value >= most.value) continue;
    const path = "scalingConfig.maximumConcurrency";
    const is = `is ${most.value}, and ${to.label} reserves ${reserved.value}`;
    refuse(found, { path, is, takes: `at most ${reserved.value}`, fix: "Lower it, or reserve more." });
  }
};

export const functionVpc = oneVpc(["vpcConfig", "subnetIds"], ["vpcConfig", "securityGroupIds"]);

/** An image is pulled from a repository of the Region that the function is in. */
export const imageRegion: Join = (resource, found) => {
  const [, region] = /\.dkr[.-]ecr\.([a-z0-9-]+)\./.exec(text(resource, "imageUri", found) ?? "") ?? [];
  const own = resource.regionReading;
  if (region === undefined || own.state !== "known" || own.value === region) return;
  const takes = `an image of ${own.value}`;
  refuse(found, {
    path: "imageUri",
    is: `is of ${region}`,
    takes,
    fix: `Push the image to a repository of ${own.value}.`,
  });
};
