import { type TypeRows } from "../schema";
import { api, page } from "./pages";
import { together } from "./together";

/** Types whose resources AWS creates under a name that only one of an account and Region can have, and what makes the name. */
const types: readonly (readonly [type: string, source: string, ...properties: string[]])[] = [
  ["aws:lambda/function:Function", api("lambda", "CreateFunction"), "name"],
  ["aws:iam/role:Role", api("iam", "CreateRole"), "name"],
  ["aws:iam/user:User", api("iam", "CreateUser"), "name"],
  ["aws:iam/group:Group", api("iam", "CreateGroup"), "name"],
  ["aws:iam/policy:Policy", api("iam", "CreatePolicy"), "name", "path"],
  ["aws:iam/instanceProfile:InstanceProfile", api("iam", "CreateInstanceProfile"), "name"],
  ["aws:dynamodb/table:Table", api("dynamodb", "CreateTable"), "name"],
  ["aws:cloudwatch/logGroup:LogGroup", api("logs", "CreateLogGroup"), "name"],
  ["aws:cloudwatch/eventBus:EventBus", api("events", "CreateEventBus"), "name"],
  ["aws:kinesis/stream:Stream", api("kinesis", "CreateStream"), "name"],
  ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", api("firehose", "CreateDeliveryStream"), "name"],
  ["aws:secretsmanager/secret:Secret", api("secretsmanager", "CreateSecret"), "name"],
  ["aws:ssm/parameter:Parameter", api("ssm", "PutParameter"), "name"],
  ["aws:kms/alias:Alias", api("kms", "CreateAlias"), "name"],
  ["aws:rds/instance:Instance", api("rds", "CreateDBInstance"), "identifier"],
  ["aws:rds/cluster:Cluster", api("rds", "CreateDBCluster"), "clusterIdentifier"],
  ["aws:rds/proxy:Proxy", api("rds", "CreateDBProxy"), "name"],
  ["aws:rds/subnetGroup:SubnetGroup", api("rds", "CreateDBSubnetGroup"), "name"],
  ["aws:rds/parameterGroup:ParameterGroup", api("rds", "CreateDBParameterGroup"), "name"],
  ["aws:rds/clusterParameterGroup:ClusterParameterGroup", api("rds", "CreateDBClusterParameterGroup"), "name"],
  ["aws:elasticache/cluster:Cluster", api("elasticache", "CreateCacheCluster"), "clusterId"],
  [
    "aws:elasticache/replicationGroup:ReplicationGroup",
    api("elasticache", "CreateReplicationGroup"),
    "replicationGroupId",
  ],
  ["aws:lb/loadBalancer:LoadBalancer", api("elb", "CreateLoadBalancer"), "name"],
  ["aws:dax/cluster:Cluster", api("dax", "CreateCluster"), "clusterName"],
  ["aws:s3/bucket:Bucket", api("s3", "CreateBucket"), "bucket"],
  ["aws:scheduler/schedule:Schedule", api("scheduler", "CreateSchedule"), "name", "groupName"],
  ["aws:pipes/pipe:Pipe", page("eventbridge/latest/pipes-reference/API_CreatePipe"), "name"],
  ["aws:wafv2/webAcl:WebAcl", api("waf", "CreateWebACL"), "name", "scope"],
  ["aws:wafv2/ruleGroup:RuleGroup", api("waf", "CreateRuleGroup"), "name", "scope"],
  ["aws:wafv2/ipSet:IpSet", api("waf", "CreateIPSet"), "name", "scope"],
  ["aws:wafv2/regexPatternSet:RegexPatternSet", api("waf", "CreateRegexPatternSet"), "name", "scope"],
  ["aws:cloudfront/function:Function", api("cloudfront", "CreateFunction"), "name"],
  ["aws:cloudfront/keyValueStore:KeyValueStore", api("cloudfront", "CreateKeyValueStore"), "name"],
  [
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    api("cloudfront", "CreateResponseHeadersPolicy"),
    "name",
  ],
  ["aws:cloudfront/originRequestPolicy:OriginRequestPolicy", api("cloudfront", "CreateOriginRequestPolicy"), "name"],
  ["aws:iam/openIdConnectProvider:OpenIdConnectProvider", api("iam", "CreateOpenIDConnectProvider"), "url"],
  [
    "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    api("iam", "CreateServiceLinkedRole"),
    "awsServiceName",
    "customSuffix",
  ],
  ["aws:iam/virtualMfaDevice:VirtualMfaDevice", api("iam", "CreateVirtualMFADevice"), "virtualMfaDeviceName", "path"],
  ["aws:cloudfront/cachePolicy:CachePolicy", api("cloudfront", "CreateCachePolicy"), "name"],
];

/** Names that can be given once: the row is on the second resource of a name. */
export const names: readonly TypeRows[] = types.map(([type, source, ...properties]) => {
  const [name = ""] = properties;
  // The first of two resources in the order of the program has the name.
  const beside = { first: { type, properties: { [name]: "orders", region: "eu-west-1" } } };
  return {
    type,
    source,
    rows: [
      together(
        `one resource has the name`,
        { onlyOne: properties, beside },
        {},
        { [name]: "returns" },
        { [name]: "orders" },
      ),
    ],
  };
});
