import { type Row } from "../../schema";
import { narrows } from "../given";
import { api } from "../pages";

const source = { source: api("fsx", "CreateFileSystem") };

/** Two zones have two subnets. @param deployments Those in two zones. */
export const twoSubnets = (...deployments: readonly string[]): Row =>
  narrows(
    "two zones have two subnets",
    { deploymentType: deployments },
    "subnetIds",
    { minItems: 2, maxItems: 2 },
    [["subnet-1", "subnet-2"], ["subnet-1"]],
    source,
  );

export const oneSubnet: Row = narrows(
  "one zone has one subnet",
  { deploymentType: ["SINGLE_AZ_1", "SINGLE_AZ_2"] },
  "subnetIds",
  { maxItems: 1 },
  [["subnet-1"], ["subnet-1", "subnet-2"]],
  source,
);
