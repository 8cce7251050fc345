import { type Made } from "../heldOut/inputs";

/** What clusters of databases have in common. */
export const serverless = (minCapacity: number, maxCapacity: number) => ({
  serverlessV2ScalingConfiguration: { minCapacity, maxCapacity },
});
const subnet = (id: string, availabilityZone: string): Made => [
  "aws:ec2/subnet:Subnet",
  id,
  { id, vpcId: "vpc-1", cidrBlock: `10.0.${id.length}.0/24`, availabilityZone },
];
export const subnets = [
  subnet("subnet-1", "eu-west-1a"),
  subnet("subnet-02", "eu-west-1a"),
  subnet("subnet-003", "eu-west-1b"),
];
