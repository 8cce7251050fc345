import { type TypeRows } from "../../schema";
import { appsyncRefusals } from "./appsync";
import { cognitoRefusals } from "./cognito";
import { ec2Refusals } from "./ec2";
import { elasticacheRefusals } from "./elasticache";
import { eventsRefusals } from "./events";
import { firehoseRefusals } from "./firehose";
import { ssmRefusals } from "./ssm";
import { wafv2Refusals } from "./wafv2";

/** What AWS was seen to refuse. */
export const refusals: readonly TypeRows[] = [
  appsyncRefusals,
  cognitoRefusals,
  ec2Refusals,
  elasticacheRefusals,
  eventsRefusals,
  firehoseRefusals,
  ssmRefusals,
  wafv2Refusals,
].flat();
