import { type TypeRows } from "../../schema";
import { docdb } from "./docdb";
import { memorydb } from "./memorydb";
import { neptune } from "./neptune";

/** Documents, graphs and memory. */
export const databases: readonly TypeRows[] = [docdb, memorydb, neptune].flat();
