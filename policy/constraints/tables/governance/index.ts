import { type TypeRows } from "../../schema";
import { configRecords } from "./configRecords";
import { configRules } from "./configRules";
import { trails } from "./trails";

/** What watches an account. */
export const governance: readonly TypeRows[] = [configRecords, configRules, trails].flat();
