import { type TypeRows } from "../schema";
import { apigateway } from "./apigateway";
import { apigatewayv2 } from "./apigatewayv2";
import { appsync } from "./appsync";
import { cognito } from "./cognito";
import { elasticache, rds } from "./databases";
import { dynamodb } from "./dynamodb";
import { cloudfront, waf } from "./edge";
import { events, pipes, scheduler } from "./events";
import { lambda } from "./lambda";
import { sns, sqs } from "./messaging";
import { network } from "./network";
import { cloudwatch, logs } from "./observability";
import { iam, kms, secretsmanager, ssm } from "./security";
import { s3 } from "./storage";
import { kinesis, states } from "./streams";

/** All rows that were read or measured. */
export const tables: readonly TypeRows[] = [
  apigateway,
  apigatewayv2,
  appsync,
  cloudfront,
  cloudwatch,
  cognito,
  dynamodb,
  elasticache,
  events,
  iam,
  kinesis,
  kms,
  lambda,
  logs,
  network,
  pipes,
  rds,
  s3,
  scheduler,
  secretsmanager,
  sns,
  sqs,
  ssm,
  states,
  waf,
].flat();
