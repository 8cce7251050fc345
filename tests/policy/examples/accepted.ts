/** Examples that the pack stops rightly: the example is wrong itself, or opens a door on purpose. */
export interface Accepted {
  readonly examples: readonly string[];
  readonly rules: readonly string[];
  readonly why: string;
  readonly page: string;
}

/** A mark in the documentation where a value of the user's own belongs, or a text whose escapes it prints as they are. */
interface Placeholder {
  readonly examples: readonly string[];
  /** What the finding says of it. */
  readonly says: string;
}

/** Findings on these marks, by generated and written rows of arguments, in these examples alone. */
export const placeholders: readonly Placeholder[] = [
  { examples: ["eks/identityProviderConfig#1"], says: "is your issuer_url" },
  {
    examples: [
      "kendra/dataSource#5",
      "kendra/dataSource#6",
      "kendra/dataSource#7",
      "kendra/dataSource#8",
      "kendra/dataSource#9",
      "kendra/dataSource#10",
      "kendra/dataSource#11",
      "kendra/dataSource#12",
      "kendra/dataSource#13",
    ],
    says: "is REPLACE_WITH_YOUR_URL",
  },
  {
    examples: ["s3/accessPoint#3", "s3/bucketMetric#4", "s3control/directoryBucketAccessPointScope#1"],
    says: "is example--zoneId--x-s3",
  },
  { examples: ["s3control/directoryBucketAccessPointScope#1"], says: "is example--zoneId--xa-s3" },
  // `<password>` and `bar`, which are not repeated.
  { examples: ["mq/broker#1", "mq/broker#2", "mq/broker#3"], says: "password has 10 characters" },
  { examples: ["rds/eventSubscription#1", "rds/getSnapshot#1"], says: "a password has 8 characters at least" },
  { examples: ["amp/scraper#7"], says: "is arn:aws:iam::ACCOUNT-ID:role/target-role-name" },
  { examples: ["amp/scraper#7"], says: "is <target_account_workspace_arn>" },
  { examples: ["detective/member#1"], says: "is AWS ACCOUNT ID" },
  { examples: ["detective/invitationAccepter#1"], says: "is ACCOUNT ID" },
  { examples: ["macie2/invitationAccepter#1"], says: "is ADMINISTRATOR ACCOUNT ID" },
  // `all: {}[0]`, where the block has nothing in it.
  { examples: ["workspacesweb/sessionLoggerAssociation#1"], says: "eventFilter has none of all or includes" },
  // Texts in which the documentation prints the escapes of JSON as they are, or an ellipsis.
  {
    examples: [
      "dms/replicationConfig#1",
      "dms/replicationTask#1",
      "dms/s3endpoint#2",
      "emr/cluster#1",
      "emr/securityConfiguration#1",
      "evidently/segment#2",
      "glue/catalogTable#3",
      "organizations/resourcePolicy#1",
      "rds/customDbEngineVersion#1",
      "s3/bucketWebsiteConfiguration#2",
      "sagemaker/flowDefinition#3",
    ],
    says: "is not JSON",
  },
  { examples: ["qldb/stream#1"], says: "is arn:aws:kinesis:us-east-1:xxxxxxxxxxxx:stream/example-kinesis-stream" },
  { examples: ["qldb/stream#1"], says: "roleArn is sample-role-arn" },
  { examples: ["redshift/endpointAuthorization#1"], says: "account is 01234567910" },
  { examples: ["redshift/partner#1"], says: "(1234567910)" },
  { examples: ["securitylake/subscriber#1", "securitylake/subscriber#2"], says: "principal is 1234567890" },
  { examples: ["appstream/stack#1"], says: "name is stack name" },
  { examples: ["appstream/fleetStackAssociation#1", "appstream/userStackAssociation#1"], says: "name is STACK NAME" },
  // A space before the name, which is not repeated.
  { examples: ["batch/jobDefinition#3"], says: "name is  tf_test_batch_job_definition_eks" },
  { examples: ["appstream/directoryConfig#1"], says: "is ARN OF CERTIFICATE AUTHORITY" },
  { examples: ["appstream/directoryConfig#1"], says: "is STATUS OF CERTIFICATE BASED AUTHENTICATION" },
  { examples: ["msk/vpcConnection#1"], says: "targetClusterArn is aws_msk_cluster.arn" },
  // A key that ends in `...`, which is not repeated.
  { examples: ["sesv2/emailIdentity#4"], says: "domainSigningPrivateKey is set to what AWS does not take" },
  { examples: ["dynamodb/tableItem#1"], says: "item is not JSON: Expected property name or '}'" },
  {
    examples: ["sns/topic#2", "sns/topicSubscription#3"],
    says: "deliveryPolicy is not JSON: Expected property name or '}'",
  },
  {
    examples: ["iam/groupPolicyAttachment#1", "iam/userPolicyAttachment#1"],
    says: "policy is not JSON: Expected property name or '}'",
  },
  {
    examples: ["ecr/lifecyclePolicy#1", "ecr/lifecyclePolicy#2", "ecr/lifecyclePolicy#3"],
    says: "policy is not JSON: Expected property name or '}'",
  },
  // Rules with a comment where their actions belong.
  {
    examples: [1, 2, 3, 4, 5, 6, 7, 9].map((number) => `s3/bucketLifecycleConfiguration#${number}`),
    says: "a rule has an action",
  },
  { examples: ["ecs/getTaskDefinition#1"], says: "containerDefinitions is not JSON: Expected property name or '}'" },
  { examples: ["glue/crawler#4"], says: "configuration is not JSON: Expected property name or '}'" },
  { examples: ["ssm/document#1"], says: "content is no JSON object" },
  { examples: ["sns/platformApplication#2"], says: "applePlatformTeamId is <APPLE TEAM ID>" },
  { examples: ["appsync/graphQLApi#7", "appsync/resolver#1"], says: 'Syntax Error: Unexpected character: "\\"' },
];

export const accepted: readonly Accepted[] = [
  {
    examples: ["alb/listener#7"],
    rules: ["lb-arguments"],
    why: "Users sign in on a listener of HTTP.",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
  },
  {
    examples: ["alb/targetGroupAttachment#3"],
    rules: ["lb-arguments"],
    why: "A group of instances has a VPC.",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  },
  {
    examples: ["ecr/repositoryCreationTemplate#1"],
    rules: ["ecr-arguments"],
    why: "Its lifecycle policy is no JSON: a backslash stands before each quotation mark.",
    page: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html",
  },
  {
    examples: ["ecs/taskDefinition#4"],
    rules: ["ecs-arguments"],
    why: "Its access point has another root directory than /.",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
  },
  {
    examples: ["ec2/eipDomainName#1"],
    rules: ["route53-arguments"],
    why: "A record with values has a ttl.",
    page: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html",
  },
  {
    examples: ["cloudwatch/eventTarget#7", "cloudwatch/eventTarget#8"],
    rules: ["eventbridge-arguments"],
    why: "Their rule has neither a pattern nor a schedule.",
    page: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html",
  },
  {
    examples: ["lambda/layerVersionPermission#3"],
    rules: ["lambda-layer-public"],
    why: "It opens its layer to everybody on purpose.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html",
  },
  {
    examples: ["alb/listener#10"],
    rules: ["lb-references"],
    why: "A listener of an application load balancer has a port.",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  },
  {
    examples: ["appflow/connectorProfile#1"],
    rules: ["redshift-arguments"],
    why: "The identifier of a cluster has no underscore.",
    page: "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html",
  },
  {
    examples: ["elasticache/user#2"],
    rules: ["elasticache-arguments"],
    why: "A user with IAM authentication has the same userId and userName.",
    page: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html",
  },
  {
    examples: ["lambda/eventSourceMapping#5"],
    rules: ["lambda-arguments"],
    why: "A mapping reads one topic.",
    page: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html",
  },
  {
    examples: ["apigateway/integration#2", "apigateway/integration#4", "apigateway/integration#5"],
    rules: ["apigateway-method-authorizer"],
    why: "Their methods have the authorization NONE: anybody calls them.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  },
  {
    examples: ["apigateway/methodResponse#2"],
    rules: ["apigateway-arguments"],
    why: "The key of a response parameter is method-response-header.X.",
    page: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
  },
  {
    examples: ["apigateway/integration#1"],
    rules: ["apigateway-references"],
    why: "A cache key is a parameter that the method does not have.",
    page: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
  },
  {
    examples: ["cfg/organizationCustomRule#1"],
    rules: ["lambda-permission-source"],
    why: "AWS Config of any account may have the function called: the permission has neither sourceAccount nor sourceArn.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
  },
  {
    examples: ["dynamodb/tag#1"],
    rules: ["dynamodb-replica-capacity", "dynamodb-replica-stream"],
    why: "A replica without a stream, and with provisioned capacity that does not scale, is refused.",
    page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_reqs_bestpractices.html",
  },
  {
    examples: ["ecs/cluster#3", "kms/keyPolicy#1"],
    rules: ["kms-public-policy"],
    why: "Their key policies allow kms:* to the principal *.",
    page: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  },
  {
    examples: ["ec2/amiLaunchPermission#2"],
    rules: ["ec2-public-image"],
    why: "It shares a machine image with the group all, as its title says.",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
  },
  {
    examples: ["glacier/vault#1"],
    rules: ["glacier-public-policy"],
    why: "The vault's policy allows actions to the principal *.",
    page: "https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html",
  },
  {
    examples: ["lambda/function#3"],
    rules: ["lambda-snapstart"],
    why: "SnapStart does not go with more than 512 MB of ephemeral storage, and the example has 5,120 MB.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html",
  },
  {
    examples: ["lambda/functionUrl#1"],
    rules: ["lambda-url-auth"],
    why: "A function URL with the authorization NONE.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  },
  {
    examples: ["rds/proxy#1"],
    rules: ["rds-proxy-zones"],
    why: "The proxy has one subnet, and needs two Availability Zones.",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html",
  },
  {
    examples: ["s3/bucketAcl#2"],
    rules: ["s3-public-access", "s3-public-acl"],
    why: "The access control list is public-read.",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
  },
  {
    examples: ["guardduty/threatIntelSet#1", "s3/objectCopy#1"],
    rules: ["s3-public-object-acl"],
    why: "Their objects are public-read.",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
  },
  {
    examples: ["xray/resourcePolicy#1"],
    rules: ["xray-public-policy"],
    why: "The policy allows actions to the principal * under no condition.",
    page: "https://docs.aws.amazon.com/xray/latest/devguide/security_iam_service-with-iam.html",
  },
];

/** Why examples do not run by themselves, and how many at most. */
export const doesNotRun: readonly { readonly pattern: RegExp; readonly why: string; readonly most: number }[] = [
  { pattern: /^Missing required property/, why: "It leaves out what the SDK requires.", most: 120 },
  {
    pattern: /^Transform failed|^Unexpected|^Invalid or unexpected|has already been declared/,
    why: "It is no TypeScript, as generated.",
    most: 45,
  },
  {
    pattern: /is not a function|is not iterable|is not a constructor/,
    why: "It calls what is an output, or what the SDK does not have.",
    most: 3,
  },
  {
    pattern: /Cannot read properties of undefined|is not defined|before initialization/,
    why: "It uses a value before it has it, or one that the SDK does not give.",
    most: 5,
  },
];

/** Examples that the AWS provider itself refuses before it asks AWS: its validators do not take what its documentation shows. */
export const refusedByProvider: readonly { readonly examples: readonly string[]; readonly why: string }[] = [
  {
    examples: [
      "bedrock/agentcoreAgentRuntimeEndpoint#1",
      "bedrock/agentcoreCodeInterpreter#1",
      "bedrock/agentcoreCodeInterpreter#2",
      "elb/appCookieStickinessPolicy#1",
    ],
    why: "a hyphen or an underscore in a name that takes none",
  },
  { examples: ["bedrock/agentcoreGatewayTarget#3"], why: "a grant type in small letters" },
  { examples: ["cloudwatch/internetMonitor#1"], why: "neither a number of networks nor a share of the traffic" },
  { examples: ["emrserverless/application#4"], why: "an address that is not of Amazon Managed Prometheus" },
  {
    examples: ["1", "2", "3", "4", "5", "6", "7"].map((number) => `evidently/launch#${number}`),
    why: "a blank in the place of the T of a time",
  },
  {
    examples: ["glue/catalog#1", "glue/catalog#2", "glue/catalog#5"],
    why: "neither a federated catalog, nor Redshift's, nor access to a data lake",
  },
  {
    examples: ["glue/catalogDatabase#1", "glue/catalogDatabase#2", "glue/catalogTable#1", "glue/catalogTable#2"],
    why: "capital letters in the name of a database or a table",
  },
  { examples: ["keyspaces/table#1"], why: "capital letters in the name and the type of a column" },
  { examples: ["securityhub/actionTarget#1"], why: "a name of 25 characters, where 20 are taken" },
  { examples: ["sns/smsPreferences#1"], why: "no preference at all" },
];
