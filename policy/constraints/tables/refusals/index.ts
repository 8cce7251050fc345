import { type TypeRows } from "../../schema";
import { appsyncRefusals } from "./appsync";
import { cognitoRefusals } from "./cognito";
import { firehoseRefusals } from "./firehose";

/** What AWS was seen to refuse. */
export const refusals: readonly TypeRows[] = [appsyncRefusals, cognitoRefusals, firehoseRefusals].flat();
