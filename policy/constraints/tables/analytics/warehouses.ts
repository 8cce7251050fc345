import { type TypeRows } from "../../schema";
import { at, bars, says, takes } from "../given";
import { page } from "../pages";
import { endpointName } from "./redshift";

const on = (what: string) => page(`redshift-serverless/latest/APIReference/API_${what}`);
const role = "arn:aws:iam::111122223333:role/r";
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const subnet = (name: string, zone: string) => ({
  type: "aws:ec2/subnet:Subnet",
  properties: {
    id: `subnet-0000000${name}`,
    vpcId: "vpc-1",
    cidrBlock: `10.0.${name}.0/24`,
    availabilityZone: `eu-west-1${zone}`,
  },
});

/** Warehouses without servers. */
export const warehouses: readonly TypeRows[] = [
  {
    type: "aws:redshiftserverless/workgroup:Workgroup",
    source: on("CreateWorkgroup"),
    rows: [
      at(
        "workgroupName",
        "a workgroup has 3 to 64 small letters, digits and hyphens",
        { pattern: "^[a-z0-9-]{3,64}$" },
        "orders",
        "Orders",
      ),
      at("baseCapacity", "a workgroup has 4 units or more", { minimum: 4 }, 4, 3),
      at(
        "baseCapacity",
        "more than 4 units are a multiple of 8",
        { anyOf: [{ maximum: 7 }, { multipleOf: 8 }] },
        16,
        20,
      ),
      at("baseCapacity", "less than 8 units are 4", { not: { exclusiveMinimum: 4, maximum: 7 } }, 4, 6),
      at(
        "maxCapacity",
        "the most of a workgroup is a multiple of 8",
        { anyOf: [{ const: 4 }, { multipleOf: 8 }] },
        16,
        20,
      ),
      at(
        "port",
        "a port is between 5431 and 5455, or 8191 and 8215",
        {
          anyOf: [
            { minimum: 5_431, maximum: 5_455 },
            { minimum: 8_191, maximum: 8_215 },
          ],
        },
        8_191,
        5_430,
      ),
      at(
        "pricePerformanceTarget.level",
        "a price has the level 1, 25, 50, 75 or 100",
        { enum: [1, 25, 50, 75, 100], source: on("PerformanceTarget") },
        50,
        30,
      ),
      says(
        "a level is of a target that is enabled",
        {
          when: { "pricePerformanceTarget.enabled": false },
          excluded: ["pricePerformanceTarget.level"],
          level: "advisory",
          source: on("PerformanceTarget"),
        },
        { "pricePerformanceTarget.enabled": false },
        { "pricePerformanceTarget.enabled": false, "pricePerformanceTarget.level": 50 },
      ),
      at(
        "subnetIds",
        "subnets are different",
        { uniqueItems: true, level: "advisory" },
        ["subnet-00000001"],
        ["subnet-00000001", "subnet-00000001"],
      ),
      says(
        "traffic that is routed through the VPC has subnets of three zones",
        {
          join: "threeZones",
          when: { enhancedVpcRouting: true },
          beside: { a: subnet("1", "a"), b: subnet("2", "b"), c: subnet("3", "c") },
        },
        { enhancedVpcRouting: true, subnetIds: ["subnet-00000001", "subnet-00000002", "subnet-00000003"] },
        { enhancedVpcRouting: true, subnetIds: ["subnet-00000001", "subnet-00000002"] },
      ),
      says(
        "baseCapacity is not above maxCapacity",
        { ordered: [["baseCapacity", "<=", "maxCapacity"]] },
        { baseCapacity: 8, maxCapacity: 8 },
        { baseCapacity: 16, maxCapacity: 8 },
      ),
    ],
  },
  {
    type: "aws:redshiftserverless/namespace:Namespace",
    source: on("CreateNamespace"),
    rows: [
      bars("a managed password is nobody's own", { manageAdminPassword: true }, { adminUserPassword: "Secret12345" }),
      at(
        "namespaceName",
        "a namespace has 3 to 64 small letters, digits and hyphens",
        { pattern: "^[a-z0-9-]{3,64}$" },
        "orders",
        "Orders",
      ),
      takes(
        "a password of one's own has the name of its user",
        { adminUserPassword: "Secret12345" },
        { adminUsername: "admin" },
      ),
      takes("a default role is one of the roles", { defaultIamRoleArn: role }, { "iamRoles[]": role }),
      says(
        "the key of a secret is of a password that is managed",
        {
          dependentRequired: { adminPasswordSecretKmsKeyId: ["manageAdminPassword"] },
          if: { required: ["adminPasswordSecretKmsKeyId"] },
          then: { properties: { manageAdminPassword: { const: true } } },
        },
        { adminPasswordSecretKmsKeyId: key, manageAdminPassword: true },
        { adminPasswordSecretKmsKeyId: key },
      ),
      says(
        "the default role is one of the roles",
        { memberOf: [["defaultIamRoleArn", "iamRoles[]"]] },
        { defaultIamRoleArn: "arn:aws:iam::111122223333:role/r", iamRoles: ["arn:aws:iam::111122223333:role/r"] },
        { defaultIamRoleArn: "arn:aws:iam::111122223333:role/r", iamRoles: ["arn:aws:iam::111122223333:role/s"] },
      ),
    ],
  },
  {
    type: "aws:redshiftserverless/usageLimit:UsageLimit",
    source: on("CreateUsageLimit"),
    rows: [at("amount", "a limit is above 0", { minimum: 1 }, 60, 0)],
  },
  {
    type: "aws:redshiftserverless/endpointAccess:EndpointAccess",
    source: on("CreateEndpointAccess"),
    rows: [endpointName],
  },
];
