import { type TypeRows } from "../../schema";
import { at, given } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const vpcId = "vpc-0123456789abcdef0";
const rule = { protocol: "tcp", fromPort: 443, toPort: 443 };
const blocks = (...cidrBlocks: readonly string[]) => cidrBlocks;
/** A Region alone, or with its name twice, is no zone. */
const zone = (path: string) =>
  at(
    path,
    "a zone is a Region and a letter, as eu-west-1a",
    { not: { pattern: "^([a-z]{2}(-[a-z]+)+-\\d+)(\\1|$)" } },
    "eu-west-1a",
    "eu-west-1eu-west-1a",
  );
const zones: Readonly<Record<string, readonly string[]>> = {
  availabilityZone: [
    "aws:ec2/subnet:Subnet",
    "aws:ec2/instance:Instance",
    "aws:ebs/volume:Volume",
    "aws:rds/instance:Instance",
    "aws:rds/clusterInstance:ClusterInstance",
    "aws:elasticache/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
  ],
  "availabilityZones[]": [
    "aws:autoscaling/group:Group",
    "aws:elb/loadBalancer:LoadBalancer",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
  ],
};
const template = { id: "lt-0123456789abcdef0", version: "1" };
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
const nodes = { clusterName: "main", nodeRoleArn: "arn:aws:iam::111122223333:role/r" };
const withType = { type: templateType, properties: { id: template.id, instanceType: "t3.medium" } };
const group = { name: "orders", port: 443, protocol: "HTTPS", vpcId };

/** Networks, balancers and groups of the third sample, and their neighbours. */
export const thirdNetworksReported: readonly TypeRows[] = [
  ...Object.entries(zones).flatMap(([path, types]) =>
    types.map((type): TypeRows => ({
      type,
      source: page("AWSEC2/latest/UserGuide/using-regions-availability-zones"),
      rows: [zone(path)],
    })),
  ),
  {
    type: "aws:ec2/securityGroup:SecurityGroup",
    source: api("ec2", "AuthorizeSecurityGroupIngress"),
    rows: ["ingress[]", "egress[]"].flatMap((path) =>
      ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds"].map((list) => {
        const [one, other] = {
          cidrBlocks: ["10.0.0.0/16", "10.1.0.0/16"],
          ipv6CidrBlocks: ["2001:db8::/56", "2001:db8:1::/56"],
          prefixListIds: ["pl-0123456789abcdef0", "pl-0123456789abcdef1"],
        }[list] ?? ["", ""];
        return at(
          path,
          `a rule has each of its ${list} once`,
          { properties: { [list]: { uniqueItems: true } } },
          { ...rule, [list]: [one, other] },
          { ...rule, [list]: [one, one] },
        );
      }),
    ),
  },
  {
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    source: api("ec2", "AuthorizeSecurityGroupIngress"),
    rows: [
      at(
        "cidrBlocks",
        "a rule has a block once",
        { uniqueItems: true },
        blocks("10.0.0.0/16", "10.1.0.0/16"),
        blocks("10.0.0.0/16", "10.0.0.0/16"),
      ),
    ],
  },
  ...["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"].map((type): TypeRows => ({
    type,
    source: api("elb", "CreateTargetGroup"),
    rows: [
      together(
        "a check every 5 seconds has a timeout below the 5 seconds that it is by default",
        {
          when: { protocol: ["HTTP", "HTTPS"], "healthCheck.interval": { maximum: 5 } },
          if: {
            properties: {
              targetType: { enum: ["instance", "ip"] },
              "healthCheck.protocol": { enum: ["HTTP", "HTTPS"] },
            },
          },
          then: { required: ["healthCheck.timeout"] },
        },
        group,
        { healthCheck: { interval: 5, timeout: 2 } },
        { healthCheck: { interval: 5 } },
      ),
    ],
  })),
  {
    type: "aws:autoscaling/group:Group",
    source: api("autoscaling", "LaunchTemplateSpecification"),
    rows: [
      together(
        "instances of a mixture have a template by id or by name",
        {
          if: { required: ["mixedInstancesPolicy.launchTemplate.launchTemplateSpecification"] },
          then: {
            requiredOr: ["launchTemplateId", "launchTemplateName"].map(
              (name) => `mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.${name}`,
            ),
          },
        },
        { maxSize: 2, minSize: 1 },
        given({ "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateName": "orders" }),
        given({ "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version": "1" }),
      ),
    ],
  },
  {
    type: "aws:eks/nodeGroup:NodeGroup",
    source: api("eks", "CreateNodegroup"),
    rows: [
      together(
        "a node group or its template says the instances",
        {
          if: { required: ["instanceTypes[]"] },
          then: {
            properties: {
              "launchTemplate.id": { refersTo: { type: templateType, fits: { excluded: ["instanceType"] } } },
            },
          },
          beside: { template: withType },
        },
        nodes,
        { launchTemplate: template },
        { launchTemplate: template, instanceTypes: ["t3.large"] },
      ),
    ],
  },
];
