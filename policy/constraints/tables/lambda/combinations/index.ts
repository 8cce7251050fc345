import { type TypeRows } from "../../../schema";
import { functionRows } from "./function";
import { invocationRows } from "./invocation";
import { layerRows } from "./layers";
import { mappingRows } from "./eventSourceMapping";

/** Lambda: settings that go together, or do not. */
export const lambdaCombinations: readonly TypeRows[] = [
  ...functionRows,
  ...mappingRows,
  ...invocationRows,
  ...layerRows,
];
