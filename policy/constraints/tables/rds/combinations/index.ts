import { type TypeRows } from "../../../schema";
import { clusterRows } from "./clusters";
import { instanceRows } from "./instance";
import { partRows } from "./parts";

/** RDS: settings that go together, or do not. */
export const rdsCombinations: readonly TypeRows[] = [...instanceRows, ...clusterRows, ...partRows];
