import { type TypeRows } from "../schema";
import { apigatewayApis } from "./apigateway/apis";
import { apigatewayIntegrations } from "./apigateway/integrations";
import { apigatewayCombinations } from "./apigateway/combinations";
import { apigatewayv2Apis } from "./apigatewayv2/apis";
import { apigatewayv2Routes } from "./apigatewayv2/routes";
import { apigatewayv2Combinations } from "./apigatewayv2/combinations";
import { appsyncApis } from "./appsync/apis";
import { appsyncResolvers } from "./appsync/resolvers";
import { appsyncCombinations } from "./appsync/combinations";
import { cloudfrontDistribution } from "./cloudfront/distribution";
import { cloudfrontPolicies } from "./cloudfront/policies";
import { cloudfrontCombinations } from "./cloudfront/combinations";
import { cloudwatch } from "./cloudwatch";
import { cognitoClients } from "./cognito/clients";
import { cognitoIdentities } from "./cognito/identities";
import { cognitoUserPool } from "./cognito/userPool";
import { cognitoCombinations } from "./cognito/combinations";
import { dynamodb } from "./dynamodb";
import { dynamodbCombinations } from "./dynamodb/combinations";
import { elasticache } from "./elasticache";
import { elasticacheCombinations } from "./elasticache/combinations";
import { eventsBuses } from "./events/buses";
import { eventsTargets } from "./events/targets";
import { eventsCombinations } from "./events/combinations";
import { iam } from "./iam";
import { iamCombinations } from "./iam/combinations";
import { kinesisFirehose } from "./kinesis/firehose";
import { kinesisStreams } from "./kinesis/streams";
import { kinesisCombinations } from "./kinesis/combinations";
import { kms } from "./kms";
import { lambdaCombinations } from "./lambda/combinations";
import { lambdaEventSourceMapping } from "./lambda/eventSourceMapping";
import { lambdaFunction } from "./lambda/function";
import { lambdaInvocation } from "./lambda/invocation";
import { logs } from "./logs";
import { logPolicies } from "./logPolicies";
import { messaging } from "./messaging";
import { monitoring } from "./monitoring";
import { names } from "./names";
import { network } from "./network";
import { operations } from "./operations";
import { networkCombinations } from "./network/combinations";
import { pipes } from "./pipes";
import { rdsClusters } from "./rds/clusters";
import { rdsInstance } from "./rds/instance";
import { rdsCombinations } from "./rds/combinations";
import { s3Access } from "./s3/access";
import { s3Data } from "./s3/data";
import { s3Combinations } from "./s3/combinations";
import { scheduler } from "./scheduler";
import { secretsmanager } from "./secretsmanager";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { ssm } from "./ssm";
import { states } from "./states";
import { waf } from "./waf";
import { wafCombinations } from "./waf/combinations";

/** All rows that were read or measured. */
export const tables: readonly TypeRows[] = [
  apigatewayApis,
  apigatewayIntegrations,
  apigatewayCombinations,
  apigatewayv2Apis,
  apigatewayv2Routes,
  apigatewayv2Combinations,
  appsyncApis,
  appsyncResolvers,
  appsyncCombinations,
  cloudfrontDistribution,
  cloudfrontPolicies,
  cloudfrontCombinations,
  cloudwatch,
  cognitoClients,
  cognitoIdentities,
  cognitoUserPool,
  cognitoCombinations,
  dynamodb,
  dynamodbCombinations,
  elasticache,
  elasticacheCombinations,
  eventsBuses,
  eventsTargets,
  eventsCombinations,
  iam,
  iamCombinations,
  kinesisFirehose,
  kinesisStreams,
  kinesisCombinations,
  kms,
  lambdaCombinations,
  lambdaEventSourceMapping,
  lambdaFunction,
  lambdaInvocation,
  logs,
  logPolicies,
  messaging,
  monitoring,
  names,
  network,
  operations,
  networkCombinations,
  pipes,
  rdsClusters,
  rdsInstance,
  rdsCombinations,
  s3Access,
  s3Data,
  s3Combinations,
  scheduler,
  secretsmanager,
  sns,
  sqs,
  ssm,
  states,
  waf,
  wafCombinations,
].flat();
