import { type TypeRows } from "../../schema";
import { appsyncRefusals } from "./appsync";
import { cognitoRefusals } from "./cognito";

/** What AWS was seen to refuse. */
export const refusals: readonly TypeRows[] = [appsyncRefusals, cognitoRefusals].flat();
