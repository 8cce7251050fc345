import { type TypeRows } from "../schema";
import { apigatewayApis } from "./apigateway/apis";
import { apigatewayIntegrations } from "./apigateway/integrations";
import { apigatewayUsagePlans } from "./apigateway/usagePlans";
import { apigatewayv2Apis } from "./apigatewayv2/apis";
import { apigatewayv2Authorizers } from "./apigatewayv2/authorizers";
import { apigatewayv2Routes } from "./apigatewayv2/routes";
import { apigatewayv2Measured } from "./apigatewayv2/measured";
import { appsyncApis } from "./appsync/apis";
import { appsyncDataSources } from "./appsync/dataSources";
import { appsyncResolvers } from "./appsync/resolvers";
import { cloudfrontDistribution } from "./cloudfront/distribution";
import { cloudfrontPolicies } from "./cloudfront/policies";
import { cloudwatch } from "./cloudwatch";
import { cognitoClients } from "./cognito/clients";
import { cognitoIdentities } from "./cognito/identities";
import { cognitoUserPool } from "./cognito/userPool";
import { dynamodbMeasured } from "./dynamodb/measured";
import { dynamodbParts } from "./dynamodb/parts";
import { dynamodbTables } from "./dynamodb/tables";
import { elasticache } from "./elasticache";
import { eventsBuses } from "./events/buses";
import { eventsTargets } from "./events/targets";
import { iam } from "./iam";
import { iamMeasured } from "./iam/measured";
import { kinesisFirehose } from "./kinesis/firehose";
import { kinesisStreams } from "./kinesis/streams";
import { kms } from "./kms";
import { lambdaEventSourceMapping } from "./lambda/eventSourceMapping";
import { lambdaFunction } from "./lambda/function";
import { lambdaInvocation } from "./lambda/invocation";
import { lambdaLayers } from "./lambda/layers";
import { lambdaMeasured } from "./lambda/measured";
import { logs } from "./logs";
import { networkRouting } from "./network/routing";
import { networkSecurityGroups } from "./network/securityGroups";
import { networkVpc } from "./network/vpc";
import { pipes } from "./pipes";
import { rdsClusters } from "./rds/clusters";
import { rdsInstance } from "./rds/instance";
import { rdsMeasured } from "./rds/measured";
import { s3Access } from "./s3/access";
import { s3Data } from "./s3/data";
import { s3Lifecycle } from "./s3/lifecycle";
import { s3Measured } from "./s3/measured";
import { scheduler } from "./scheduler";
import { secretsmanager } from "./secretsmanager";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { ssm } from "./ssm";
import { states } from "./states";
import { waf } from "./waf/webAcl";
import { apigatewayCombinations } from "./apigateway/combinations";
import { apigatewayv2Combinations } from "./apigatewayv2/combinations";
import { appsyncCombinations } from "./appsync/combinations";
import { cloudfrontCombinations } from "./cloudfront/combinations";
import { cognitoCombinations } from "./cognito/combinations";
import { dynamodbCombinations } from "./dynamodb/combinations";
import { elasticacheCombinations } from "./elasticache/combinations";
import { eventsCombinations } from "./events/combinations";
import { iamCombinations } from "./iam/combinations";
import { kinesisCombinations } from "./kinesis/combinations";
import { lambdaCombinations } from "./lambda/combinations";
import { logPolicies } from "./logPolicies";
import { messaging } from "./messaging";
import { monitoring } from "./monitoring";
import { names } from "./names";
import { operations } from "./operations";
import { networkCombinations } from "./network/combinations";
import { rdsCombinations } from "./rds/combinations";
import { s3Combinations } from "./s3/combinations";
import { wafCombinations } from "./waf/combinations";
import { elasticacheClusters } from "./elasticache/clusters";
import { furtherMessages } from "./further/messages";
import { furtherResources } from "./further/resources";
import { networkAddresses } from "./network/addresses";
import { s3DirectoryBuckets } from "./s3/directoryBuckets";
import { ssmSchedules } from "./ssmSchedules";
import { wafStatements } from "./waf/statements";
import { balancers } from "./loadBalancing/balancers";
import { balancerListeners } from "./loadBalancing/listeners";
import { containerTasks } from "./containers/tasks";
import { containerClusters } from "./containers/clusters";
import { containerConnections } from "./containers/connections";
import { containerDefinitionRows } from "./containers/definitions";
import { containerDeployments } from "./containers/deployments";
import { taskParts } from "./containers/parts";
import { containerServices } from "./containers/services";
import { dns } from "./dns";
import { dnsZones } from "./dnsZones";
import { route53Aliases } from "./route53/aliases";
import { route53Collections } from "./route53/collections";
import { route53Places } from "./route53/places";
import { route53Checks } from "./route53/checks";
import { route53Counts } from "./route53/counts";
import { route53Records } from "./route53/records";
import { route53Values } from "./route53/values";
import { eventSchemas } from "./events/schemas";
import { graphs } from "./databases/graphs";
import { route53Profiles } from "./route53/profiles";
import { resolverEndpoints } from "./route53/resolverEndpoints";
import { resolverVpcs } from "./route53/resolverVpcs";
import { resolverFirewalls } from "./route53/resolverFirewalls";
import { route53Zones } from "./route53/zones";
import { applicationScaling } from "./scaling/applications";
import { scalingGroups } from "./scaling/groups";
import { scalingHooks } from "./scaling/hooks";
import { instanceScaling } from "./scaling/instances";
import { scalingMixtures } from "./scaling/mixedInstances";
import { scalingPredictions } from "./scaling/predictions";
import { scalingPolicies } from "./scaling/policies";
import { scalingSchedules } from "./scaling/schedules";
import { files } from "./files";
import { imageLifecycles } from "./images/lifecycles";
import { images } from "./images/repositories";
import { mountTargets } from "./fileSystems/mountTargets";
import { fileSystems } from "./fileSystems/systems";
import { backups } from "./backups";
import { furtherTasks } from "./further/tasks";
import { furtherEvents } from "./further/events";
import { furtherGateways } from "./further/gateways";
import { furtherKeys } from "./further/keys";
import { furtherPeople } from "./further/people";
import { computeInstances } from "./compute/instances";
import { furtherNetworks } from "./compute/networks";
import { furtherBuilds } from "./further/builds";
import { furtherSearches } from "./further/searches";
import { analytics } from "./analytics";
import { bedrock } from "./bedrock";
import { databases } from "./databases";
import { delivery } from "./delivery";
import { governance } from "./governance";
import { networking } from "./networking";
import { provider } from "./provider";
import { refusals } from "./refusals";
import { reported } from "./reported";
import { sentences } from "./sentences";
import { storage } from "./storage";

/** All rows that were read or measured. */
export const tables: readonly TypeRows[] = [
  apigatewayApis,
  apigatewayIntegrations,
  apigatewayUsagePlans,
  apigatewayv2Apis,
  apigatewayv2Authorizers,
  apigatewayv2Routes,
  apigatewayv2Measured,
  appsyncApis,
  appsyncDataSources,
  appsyncResolvers,
  cloudfrontDistribution,
  cloudfrontPolicies,
  cloudwatch,
  cognitoClients,
  cognitoIdentities,
  cognitoUserPool,
  dynamodbMeasured,
  dynamodbParts,
  dynamodbTables,
  elasticache,
  eventsBuses,
  eventsTargets,
  iam,
  iamMeasured,
  kinesisFirehose,
  kinesisStreams,
  kms,
  lambdaEventSourceMapping,
  lambdaFunction,
  lambdaInvocation,
  lambdaLayers,
  lambdaMeasured,
  logs,
  networkRouting,
  networkSecurityGroups,
  networkVpc,
  pipes,
  rdsClusters,
  rdsInstance,
  rdsMeasured,
  s3Access,
  s3Data,
  s3Lifecycle,
  s3Measured,
  scheduler,
  secretsmanager,
  sns,
  sqs,
  ssm,
  states,
  waf,
  apigatewayCombinations,
  apigatewayv2Combinations,
  appsyncCombinations,
  cloudfrontCombinations,
  cognitoCombinations,
  dynamodbCombinations,
  elasticacheCombinations,
  eventsCombinations,
  iamCombinations,
  kinesisCombinations,
  lambdaCombinations,
  logPolicies,
  messaging,
  monitoring,
  names,
  operations,
  networkCombinations,
  rdsCombinations,
  s3Combinations,
  wafCombinations,
  elasticacheClusters,
  furtherMessages,
  furtherResources,
  networkAddresses,
  s3DirectoryBuckets,
  ssmSchedules,
  wafStatements,
  balancers,
  balancerListeners,
  containerTasks,
  containerClusters,
  containerServices,
  containerConnections,
  containerDefinitionRows,
  containerDeployments,
  taskParts,
  dns,
  dnsZones,
  route53Aliases,
  route53Collections,
  route53Places,
  route53Checks,
  route53Counts,
  route53Records,
  route53Values,
  route53Zones,
  route53Profiles,
  eventSchemas,
  graphs,
  resolverEndpoints,
  resolverFirewalls,
  resolverVpcs,
  applicationScaling,
  instanceScaling,
  scalingGroups,
  scalingHooks,
  scalingMixtures,
  scalingPredictions,
  scalingPolicies,
  scalingSchedules,
  files,
  images,
  imageLifecycles,
  fileSystems,
  mountTargets,
  backups,
  furtherTasks,
  furtherEvents,
  furtherGateways,
  furtherKeys,
  furtherPeople,
  computeInstances,
  furtherNetworks,
  furtherBuilds,
  furtherSearches,
  analytics,
  bedrock,
  databases,
  delivery,
  governance,
  networking,
  storage,
  provider,
  refusals,
  reported,
  sentences,
].flat();
