import { type TypeRows } from "../../../schema";
import { apiRows } from "./apis";
import { dataSourceRows } from "./dataSources";
import { resolverRows } from "./resolvers";

/** AppSync: settings that go together, or do not. */
export const appsyncCombinations: readonly TypeRows[] = [...apiRows, ...dataSourceRows, ...resolverRows];
