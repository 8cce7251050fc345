import { type TypeRows } from "../../../schema";
import { webAclRows } from "./webAcl";

/** WAF: settings that go together, or do not. */
export const wafCombinations: readonly TypeRows[] = [...webAclRows];
