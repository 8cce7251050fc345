import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const endpoint = { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.dynamodb" };
/** Endpoints, instances in subnets, and names. */
export const networksReported: readonly TypeRows[] = [
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    source: api("ec2", "CreateVpcEndpoint"),
    rows: ["subnetIds", "securityGroupIds", "privateDnsEnabled"].map((property) =>
      together(
        `an endpoint without vpcEndpointType is a gateway, which has no ${property}`,
        {
          if: { required: ["vpcEndpointType"] },
          else:
            property === "privateDnsEnabled"
              ? { properties: { [property]: { const: false } } }
              : { excluded: [property] },
        },
        endpoint,
        {},
        { [property]: property === "privateDnsEnabled" ? true : ["a-1"] },
      ),
    ),
  },
  {
    type: "aws:ec2/instance:Instance",
    source: api("ec2", "RunInstances"),
    rows: [
      together(
        "an instance in a subnet names its security groups by their ids",
        {
          when: { subnetId: {} },
          properties: { securityGroups: { items: { pattern: "^sg-" } } },
          source: measured,
          fix: "Set vpcSecurityGroupIds instead.",
        },
        { ami: "ami-1", instanceType: "t3.micro", subnetId: "subnet-1" },
        { securityGroups: ["sg-1"] },
        { securityGroups: ["web"] },
      ),
    ],
  },
  {
    type: "aws:route53/record:Record",
    source: page("Route53/latest/DeveloperGuide/DomainNameFormat"),
    rows: [
      {
        at: "name",
        fact: "a name has no empty label",
        not: { pattern: "\\.\\." },
        good: "_check.example.com",
        bad: "_check..example.com",
      },
    ],
  },
];
