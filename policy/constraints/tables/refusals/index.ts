import { type TypeRows } from "../../schema";
import { appsyncRefusals } from "./appsync";
import { cognitoRefusals } from "./cognito";
import { ec2Refusals } from "./ec2";
import { firehoseRefusals } from "./firehose";

/** What AWS was seen to refuse. */
export const refusals: readonly TypeRows[] = [appsyncRefusals, cognitoRefusals, ec2Refusals, firehoseRefusals].flat();
