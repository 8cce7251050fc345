import { type Price } from "../price";
import { apigateway } from "./apigateway";
import { backup, dynamodb } from "./dynamodb";
import { cloudfront, transfer, wafv2 } from "./edge";
import { dax, elasticache, network, rds, rdsInstances } from "./hourly";
import { lambda } from "./lambda";
import { cognito, eventbridge, kinesis, sns, sqs, states } from "./messaging";
import { cloudwatch, ecr, kms, s3, secretsmanager, ssm } from "./storage";

/** Every price record by service and name, in the order of the documentation. */
export const prices = {
  lambda,
  apigateway,
  wafv2,
  cloudfront,
  transfer,
  dynamodb,
  backup,
  s3,
  sqs,
  sns,
  eventbridge,
  states,
  kinesis,
  cognito,
  cloudwatch,
  kms,
  secretsmanager,
  ssm,
  network,
  rds,
  rdsInstances,
  elasticache,
  dax,
  ecr,
};

/** The price records as one list. */
export const priceRecords: readonly Price[] = Object.values(prices).flatMap((service) => Object.values<Price>(service));
