/** Names of types of one service, as they stand in `aws:<service>/<name>:<Name>`. */
const types = (service: string, names: string): readonly string[] =>
  names.split(" ").map((name) => `aws:${service}/${name}:${name[0]?.toUpperCase()}${name.slice(1)}`);

/**
 * Why a type is free. Only listed types are: a rule by service or by prefix would miss expensive ones (a list of
 * anycast addresses costs 3,000 USD a month).
 */
const reasons: readonly (readonly [why: string, free: readonly string[]])[] = [
  [
    "IAM is free",
    types(
      "iam",
      "accessKey accountAlias accountPasswordPolicy group groupMembership groupPoliciesExclusive groupPolicy groupPolicyAttachment groupPolicyAttachmentsExclusive instanceProfile openIdConnectProvider organizationsFeatures outboundWebIdentityFederation policy policyAttachment role rolePoliciesExclusive rolePolicy rolePolicyAttachment rolePolicyAttachmentsExclusive samlProvider securityTokenServicePreferences serverCertificate serviceLinkedRole serviceSpecificCredential signingCertificate sshKey user userGroupMembership userLoginProfile userPoliciesExclusive userPolicy userPolicyAttachment userPolicyAttachmentsExclusive virtualMfaDevice",
    ),
  ],
  [
    "paid with the requests to the API",
    [
      ...types(
        "apigateway",
        "account apiKey authorizer basePathMapping clientCertificate deployment documentationPart documentationVersion domainName domainNameAccessAssociation integration integrationResponse method methodResponse methodSettings model requestValidator resource response restApiPolicy restApiPut usagePlan usagePlanKey vpcLink",
      ),
      ...types(
        "apigatewayv2",
        "apiMapping authorizer deployment domainName integration integrationResponse model route routeResponse routingRule stage vpcLink",
      ),
    ],
  ],
  ["paid with the capacity that it scales, and its alarms", types("appautoscaling", "policy scheduledAction target")],
  ["public certificates are free", types("acm", "certificateValidation")],
  [
    "paid with the calls of the function; what it reads from a queue or a stream, there",
    types("lambda", "eventSourceMapping"),
  ],
  [
    "paid with the calls of the function",
    types(
      "lambda",
      "alias codeSigningConfig functionEventInvokeConfig functionRecursionConfig functionScalingConfig functionUrl invocation layerVersion layerVersionPermission permission resourcePolicy runtimeManagementConfig",
    ),
  ],
  [
    "paid with the bucket",
    types(
      "s3",
      "accessPoint accountPublicAccessBlock bucketAbac bucketAcl bucketCorsConfiguration bucketLogging bucketNotification bucketObject bucketObjectv2 bucketObjectLockConfiguration bucketOwnershipControls bucketPolicy bucketPublicAccessBlock bucketRequestPaymentConfiguration bucketServerSideEncryptionConfiguration bucketVersioning bucketWebsiteConfiguration objectCopy vectorsVectorBucketPolicy",
    ),
  ],
  ["paid with the messages of the topic", types("sns", "dataProtectionPolicy smsPreferences topicPolicy")],
  ["paid with the messages of the queue", types("sqs", "queuePolicy redriveAllowPolicy redrivePolicy")],
  ["paid with the schedules", types("scheduler", "scheduleGroup")],
  [
    "free",
    types(
      "cloudwatch",
      "alarmMuteRule eventBusPolicy eventConnection logAccountPolicy logDestination logDestinationPolicy logIndexPolicy logResourcePolicy queryDefinition",
    ),
  ],
  [
    "paid with what it writes: access logs in S3 with the bucket",
    types("cloudwatch", "logDelivery logDeliveryDestination logDeliveryDestinationPolicy logDeliverySource"),
  ],
  ["paid with what the group takes in", types("cloudwatch", "logStream logSubscriptionFilter logTransformer")],
  ["events of AWS's own services are free", types("cloudwatch", "eventPermission eventRule eventTarget")],
  [
    "paid with the users of the pool; identity pools are free",
    types(
      "cognito",
      "identityPool identityPoolProviderPrincipalTag identityPoolRoleAttachment identityProvider logDeliveryConfiguration managedLoginBranding managedUserPoolClient resourceServer riskConfiguration user userGroup userInGroup userPoolClient userPoolDomain userPoolUICustomization",
    ),
  ],
  ["paid with the nodes of the cluster", types("dax", "parameterGroup subnetGroup")],
  ["paid with the table", types("dynamodb", "globalTable resourcePolicy tableItem tag")],
  [
    "paid with what the plan keeps",
    types(
      "backup",
      "globalSettings regionSettings selection vault vaultLockConfiguration vaultNotifications vaultPolicy",
    ),
  ],
  ["paid with the stream", types("kinesis", "accountSettings resourcePolicy")],
  ["paid with the key", types("kms", "alias ciphertext grant keyPolicy")],
  ["paid with the secret", types("secretsmanager", "secretPolicy secretRotation secretVersion tag")],
  [
    "paid with the web ACL",
    types("wafv2", "apiKey ipSet regexPatternSet webAclAssociation webAclLoggingConfiguration"),
  ],
  [
    "paid with the distribution",
    types(
      "cloudfront",
      "cachePolicy continuousDeploymentPolicy fieldLevelEncryptionConfig fieldLevelEncryptionProfile function keyGroup originAccessControl originAccessIdentity originRequestPolicy publicKey responseHeadersPolicy vpcOrigin",
    ),
  ],
  ["paid with the cache", types("elasticache", "parameterGroup subnetGroup user userGroup userGroupAssociation")],
  ["free; the calls are paid with the functions", types("rds", "roleAssociation clusterRoleAssociation")],
  ["free; its messages are paid with the topic", types("rds", "eventSubscription")],
  ["paid with the proxy", types("rds", "proxyDefaultTargetGroup proxyTarget")],
  [
    "paid with the database",
    types(
      "rds",
      "certificate clusterEndpoint clusterParameterGroup instanceDesiredState optionGroup parameterGroup subnetGroup",
    ),
  ],
  [
    "paid with the repository",
    types("ecr", "accountSetting lifecyclePolicy registryPolicy repositoryCreationTemplate repositoryPolicy"),
  ],
  ["paid with the zone, which is not part of the stack", types("route53", "record recordsExclusive")],
  ["standard parameters are free", types("ssm", "document serviceSetting")],
  ["paid with the executions", types("sfn", "activity alias")],
  ["paid with its log group", types("ec2", "flowLog")],
  [
    "free; what leaves through it is paid where it starts",
    types("ec2", "egressOnlyInternetGateway internetGateway internetGatewayAttachment"),
  ],
  [
    "free",
    [
      ...types(
        "ec2",
        "defaultNetworkAcl defaultRouteTable defaultSecurityGroup defaultSubnet defaultVpc defaultVpcDhcpOptions eipAssociation eipDomainName imageBlockPublicAccess keyPair launchTemplate mainRouteTableAssociation managedPrefixList managedPrefixListEntry networkAcl networkAclAssociation networkAclRule networkInterface networkInterfaceAttachment networkInterfacePermission networkInterfaceSecurityGroupAttachment placementGroup route routeTable routeTableAssociation securityGroup securityGroupAssociation securityGroupRule subnet subnetCidrReservation tag vpc vpcDhcpOptions vpcDhcpOptionsAssociation vpcEndpointPolicy vpcEndpointRouteTableAssociation vpcIpv4CidrBlockAssociation vpcIpv6CidrBlockAssociation vpcSecurityGroupRulesExclusive",
      ),
      ...types("vpc", "securityGroupEgressRule securityGroupIngressRule securityGroupVpcAssociation"),
    ],
  ],
];

const byType = new Map(reasons.flatMap(([why, free]) => free.map((type) => [type, why] as const)));

/** Every type that is known to be free. */
export const freeTypes: readonly string[] = [...byType.keys()];

/** Why a type is free; undefined if it may not be. */
export const whyFree = (type: string): string | undefined => byType.get(type);
