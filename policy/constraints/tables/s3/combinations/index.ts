import { type TypeRows } from "../../../schema";
import { accessRows } from "./access";
import { dataRows } from "./data";
import { lifecycleRules } from "./lifecycle";

/** S3: settings that go together, or do not. */
export const s3Combinations: readonly TypeRows[] = [...accessRows, ...lifecycleRules, ...dataRows];
