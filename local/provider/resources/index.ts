import { type ResourceType } from "../frame/resourceType";
import * as apigateway from "./apigateway";
import * as apigatewayv2 from "./apigatewayv2";
import * as appautoscaling from "./appautoscaling";
import * as backup from "./backup";
import * as cloudfront from "./cloudfront";
import * as cloudwatch from "./cloudwatch";
import * as dynamodb from "./dynamodb";
import * as cognito from "./cognito";
import * as dax from "./dax";
import * as ec2 from "./ec2";
import * as elasticache from "./elasticache";
import * as events from "./events";
import * as iam from "./iam";
import * as kinesis from "./kinesis";
import * as kms from "./kms";
import * as lambda from "./lambda";
import * as logDelivery from "./logDelivery";
import * as logs from "./logs";
import * as rds from "./rds";
import * as route53 from "./route53";
import * as s3 from "./s3";
import * as scheduler from "./scheduler";
import * as sfn from "./sfn";
import * as sns from "./sns";
import * as sqs from "./sqs";
import * as wafv2 from "./wafv2";

const services = [
  apigateway,
  apigatewayv2,
  appautoscaling,
  backup,
  cloudfront,
  cloudwatch,
  cognito,
  dax,
  dynamodb,
  ec2,
  elasticache,
  events,
  iam,
  kinesis,
  kms,
  lambda,
  logDelivery,
  logs,
  rds,
  route53,
  s3,
  scheduler,
  sfn,
  sns,
  sqs,
  wafv2,
];

/** Every implemented resource type, by token. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  services.flatMap((service): ResourceType[] => Object.values(service)).map((type) => [type.token, type]),
);
