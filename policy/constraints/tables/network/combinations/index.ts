import { type TypeRows } from "../../../schema";
import { routingRows } from "./routing";
import { securityGroupRows } from "./securityGroups";
import { vpcRows } from "./vpc";

/** The network of a VPC: settings that go together, or do not. */
export const networkCombinations: readonly TypeRows[] = [...vpcRows, ...securityGroupRows, ...routingRows];
