import { type TypeRows } from "../../../schema";
import { distributionRows } from "./distribution";
import { partRows } from "./parts";
import { policyRows } from "./policies";

/** CloudFront: settings that go together, or do not. */
export const cloudfrontCombinations: readonly TypeRows[] = [...distributionRows, ...policyRows, ...partRows];
