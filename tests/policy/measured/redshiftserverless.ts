import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";
import { type Made } from "../heldOut/inputs";

const namespace = ofType("aws:redshiftserverless/namespace:Namespace", { namespaceName: "orders" });
const groupType = "aws:redshiftserverless/workgroup:Workgroup";
const group = { namespaceName: "orders", workgroupName: "orders" };
const workgroup = ofType(groupType, group);
const role = "arn:aws:iam::111122223333:role/r";
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const subnet = (name: string, zone: string): Made => [
  "aws:ec2/subnet:Subnet",
  name,
  { id: `subnet-0000000${name}`, vpcId: "vpc-1", cidrBlock: `10.0.${name}.0/24`, availabilityZone: zone },
];
const routed = (...subnets: readonly number[]): Made => [
  groupType,
  "subject",
  { ...group, enhancedVpcRouting: true, subnetIds: subnets.map((name) => `subnet-0000000${name}`) },
];

export const redshiftserverless: FactsByName = {
  "redshiftserverless-admin-password-exclusive": namespace(
    "a managed password is nobody's",
    { adminUsername: "admin", manageAdminPassword: true, adminUserPassword: "Secret12345" },
    { adminUsername: "admin", manageAdminPassword: true },
  ),
  "redshiftserverless-admin-secret-kms-requires-manage": namespace(
    "a key is of a managed password",
    { adminPasswordSecretKmsKeyId: key },
    { manageAdminPassword: true, adminPasswordSecretKmsKeyId: key },
  ),
  "redshiftserverless-base-capacity-floor": workgroup(
    "a group has four units",
    { baseCapacity: 3 },
    { baseCapacity: 4 },
  ),
  "redshiftserverless-base-capacity-step": workgroup("units come by eight", { baseCapacity: 20 }, { baseCapacity: 24 }),
  "redshiftserverless-default-iam-role-in-iam-roles": namespace(
    "the default is one of the roles",
    { defaultIamRoleArn: role },
    { defaultIamRoleArn: role, iamRoles: [role] },
  ),
  "redshiftserverless-log-exports-enum": namespace(
    "logs are of three",
    { logExports: ["querylog"] },
    { logExports: ["userlog"] },
  ),
  "redshiftserverless-max-capacity-ge-base": workgroup(
    "the most is not below the base",
    { baseCapacity: 32, maxCapacity: 24 },
    { baseCapacity: 24, maxCapacity: 24 },
  ),
  "redshiftserverless-port-range": workgroup("a port is of two ranges", { port: 5430 }, { port: 5431 }),
  "redshiftserverless-price-performance-level-enum": workgroup(
    "a price has five levels",
    { pricePerformanceTarget: { enabled: true, level: 30 } },
    { pricePerformanceTarget: { enabled: true, level: 50 } },
  ),
  "redshiftserverless-workgroup-subnet-az-count": beside(
    [
      ...many(2, (index) => subnet(`${index + 1}`, `eu-west-1${"ab"[index]}`)),
      subnet("3", "eu-west-1c"),
      subnet("4", "eu-west-1b"),
    ],
    "routing needs three zones",
    routed(1, 2, 4),
    routed(1, 2, 3),
  ),
};
