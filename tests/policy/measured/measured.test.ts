import { readOutcomes } from "../../../policy/constraints/measured/page";
import { checked } from "./checked";
import { type FactsByName } from "./facts";
import { asg } from "./asg";
import { athena } from "./athena";
import { apigw } from "./apigw";
import { apigwv2 } from "./apigwv2";
import { appsync } from "./appsync";
import { cloudfront } from "./cloudfront";
import { cloudwatch } from "./cloudwatch";
import { cognito } from "./cognito";
import { docdb } from "./docdb";
import { dynamodb } from "./dynamodb";
import { ec2 } from "./ec2";
import { ecr } from "./ecr";
import { ecs } from "./ecs";
import { efs } from "./efs";
import { elasticache } from "./elasticache";
import { elbv2 } from "./elbv2";
import { events } from "./events";
import { firehose } from "./firehose";
import { iam } from "./iam";
import { kinesis } from "./kinesis";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { logs } from "./logs";
import { pipes } from "./pipes";
import { memorydb } from "./memorydb";
import { neptune } from "./neptune";
import { rds } from "./rds";
import { redshift } from "./redshift";
import { route53 } from "./route53";
import { s3 } from "./s3";
import { scheduler } from "./scheduler";
import { secretsmanager } from "./secretsmanager";
import { sfn } from "./sfn";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { ssm } from "./ssm";
import { route53resolver } from "./route53resolver";
import { s3express } from "./s3express";
import { redshiftserverless } from "./redshiftserverless";
import { codebuild } from "./codebuild";
import { msk } from "./msk";
import { glue } from "./glue";
import { batch } from "./batch";
import { codepipeline } from "./codepipeline";
import { codedeploy } from "./codedeploy";
import { codecommit } from "./codecommit";
import { docdbelastic } from "./docdbelastic";
import { route53profiles } from "./route53profiles";
import { eventschemas } from "./eventschemas";
import { neptunegraph } from "./neptunegraph";
import { agentcore } from "./agentcore";
import { bedrock } from "./bedrock";
import { kinesisanalytics } from "./kinesisanalytics";
import { tags } from "./tags";
import { wafv2 } from "./wafv2";

/** What `policy/constraints/measured` says is found, by service. */
const services: Readonly<Record<string, FactsByName>> = {
  asg,
  athena,
  apigw,
  apigwv2,
  appsync,
  cloudfront,
  cloudwatch,
  cognito,
  docdb,
  dynamodb,
  ec2,
  ecr,
  ecs,
  efs,
  elasticache,
  elbv2,
  events,
  firehose,
  iam,
  kinesis,
  kms,
  lambda,
  logs,
  pipes,
  memorydb,
  neptune,
  rds,
  redshift,
  route53,
  s3,
  scheduler,
  secretsmanager,
  sfn,
  sns,
  sqs,
  ssm,
  route53resolver,
  s3express,
  redshiftserverless,
  codebuild,
  msk,
  glue,
  batch,
  codepipeline,
  codedeploy,
  codecommit,
  docdbelastic,
  route53profiles,
  eventschemas,
  neptunegraph,
  agentcore,
  bedrock,
  kinesisanalytics,
  tags,
  wafv2,
};

describe("facts that a peer measured on AWS", () => {
  for (const [service, outcomes] of readOutcomes()) checked(service, outcomes, services[service] ?? {});
});
