import { type TypeRows } from "../../schema";
import { appsyncRefusals } from "./appsync";
import { balancerRefusals } from "./balancers";
import { cognitoRefusals } from "./cognito";
import { databaseRefusals } from "./databases";
import { ec2Refusals } from "./ec2";
import { elasticacheRefusals } from "./elasticache";
import { eventsRefusals } from "./events";
import { firehoseRefusals } from "./firehose";
import { forwardingRefusals } from "./forwarding";
import { listenerRefusals } from "./listeners";
import { ruleRefusals } from "./rules";
import { ssmRefusals } from "./ssm";
import { targetGroupRefusals } from "./targetGroups";
import { targetRefusals } from "./targets";
import { wafv2Refusals } from "./wafv2";

/** What AWS was seen to refuse. */
export const refusals: readonly TypeRows[] = [
  appsyncRefusals,
  balancerRefusals,
  cognitoRefusals,
  databaseRefusals,
  ec2Refusals,
  elasticacheRefusals,
  eventsRefusals,
  firehoseRefusals,
  forwardingRefusals,
  listenerRefusals,
  ruleRefusals,
  ssmRefusals,
  targetGroupRefusals,
  targetRefusals,
  wafv2Refusals,
].flat();
