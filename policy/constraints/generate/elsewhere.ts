/** CloudFormation's type, or an API's service and operation, and the path to what has the arguments. */
type Where = readonly [name: string, path?: string];

/** Types of the provider that AWS's data has under another name. */
export interface Elsewhere {
  readonly cloudFormation?: Where;
  /** `service operation`. */
  readonly api?: Where;
}

const distribution = "DistributionConfig";
const bucket = "AWS::S3::Bucket";
const records: Elsewhere = {
  cloudFormation: ["AWS::Route53::RecordSet"],
  api: ["route53 ChangeResourceRecordSets", "ChangeBatch.Changes[].ResourceRecordSet"],
};

export const elsewhere: Readonly<Record<string, Elsewhere>> = {
  "aws:apigateway/method:Method": { api: ["apigateway PutMethod"] },
  "aws:apigateway/methodSettings:MethodSettings": { cloudFormation: ["AWS::ApiGateway::Stage", "MethodSettings[]"] },
  "aws:apigateway/response:Response": {
    cloudFormation: ["AWS::ApiGateway::GatewayResponse"],
    api: ["apigateway PutGatewayResponse"],
  },
  "aws:appautoscaling/policy:Policy": {
    cloudFormation: ["AWS::ApplicationAutoScaling::ScalingPolicy"],
    api: ["application-autoscaling PutScalingPolicy"],
  },
  "aws:appautoscaling/target:Target": {
    cloudFormation: ["AWS::ApplicationAutoScaling::ScalableTarget"],
    api: ["application-autoscaling RegisterScalableTarget"],
  },
  "aws:autoscaling/policy:Policy": {
    cloudFormation: ["AWS::AutoScaling::ScalingPolicy"],
    api: ["autoscaling PutScalingPolicy"],
  },
  "aws:autoscaling/schedule:Schedule": {
    cloudFormation: ["AWS::AutoScaling::ScheduledAction"],
    api: ["autoscaling PutScheduledUpdateGroupAction"],
  },
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": {
    cloudFormation: ["AWS::Backup::LogicallyAirGappedBackupVault"],
    api: ["backup CreateLogicallyAirGappedBackupVault"],
  },
  "aws:cfg/recorder:Recorder": {
    cloudFormation: ["AWS::Config::ConfigurationRecorder"],
    api: ["config PutConfigurationRecorder", "ConfigurationRecorder"],
  },
  "aws:cfg/rule:Rule": {
    cloudFormation: ["AWS::Config::ConfigRule"],
    api: ["config PutConfigRule", "ConfigRule"],
  },
  "aws:cloudfront/cachePolicy:CachePolicy": {
    cloudFormation: ["AWS::CloudFront::CachePolicy", "CachePolicyConfig"],
    api: ["cloudfront CreateCachePolicy", "CachePolicyConfig"],
  },
  "aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy": {
    cloudFormation: ["AWS::CloudFront::ContinuousDeploymentPolicy", "ContinuousDeploymentPolicyConfig"],
    api: ["cloudfront CreateContinuousDeploymentPolicy", "ContinuousDeploymentPolicyConfig"],
  },
  "aws:cloudfront/distribution:Distribution": {
    cloudFormation: ["AWS::CloudFront::Distribution", distribution],
    api: ["cloudfront CreateDistribution", distribution],
  },
  "aws:cloudfront/keyGroup:KeyGroup": {
    cloudFormation: ["AWS::CloudFront::KeyGroup", "KeyGroupConfig"],
    api: ["cloudfront CreateKeyGroup", "KeyGroupConfig"],
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    cloudFormation: ["AWS::CloudFront::OriginAccessControl", "OriginAccessControlConfig"],
    api: ["cloudfront CreateOriginAccessControl", "OriginAccessControlConfig"],
  },
  "aws:cloudfront/originRequestPolicy:OriginRequestPolicy": {
    cloudFormation: ["AWS::CloudFront::OriginRequestPolicy", "OriginRequestPolicyConfig"],
    api: ["cloudfront CreateOriginRequestPolicy", "OriginRequestPolicyConfig"],
  },
  "aws:cloudfront/publicKey:PublicKey": {
    cloudFormation: ["AWS::CloudFront::PublicKey", "PublicKeyConfig"],
    api: ["cloudfront CreatePublicKey", "PublicKeyConfig"],
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    cloudFormation: ["AWS::CloudFront::ResponseHeadersPolicy", "ResponseHeadersPolicyConfig"],
    api: ["cloudfront CreateResponseHeadersPolicy", "ResponseHeadersPolicyConfig"],
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    cloudFormation: ["AWS::Events::Rule", "Targets[]"],
    api: ["events PutTargets", "Targets[]"],
  },
  "aws:codebuild/webhook:Webhook": {
    cloudFormation: ["AWS::CodeBuild::Project", "Triggers"],
    api: ["codebuild CreateWebhook"],
  },
  "aws:cognito/userGroup:UserGroup": {
    cloudFormation: ["AWS::Cognito::UserPoolGroup"],
    api: ["cognito-idp CreateGroup"],
  },
  "aws:docdb/clusterInstance:ClusterInstance": {
    cloudFormation: ["AWS::DocDB::DBInstance"],
    api: ["docdb CreateDBInstance"],
  },
  "aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex": {
    cloudFormation: ["AWS::DynamoDB::Table", "GlobalSecondaryIndexes[]"],
  },
  "aws:dynamodb/tableExport:TableExport": { api: ["dynamodb ExportTableToPointInTime"] },
  "aws:ec2/managedPrefixList:ManagedPrefixList": {
    cloudFormation: ["AWS::EC2::PrefixList"],
    api: ["ec2 CreateManagedPrefixList"],
  },
  "aws:ec2/networkAclRule:NetworkAclRule": {
    cloudFormation: ["AWS::EC2::NetworkAclEntry"],
    api: ["ec2 CreateNetworkAclEntry"],
  },
  "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": { cloudFormation: ["AWS::EC2::DHCPOptions"] },
  "aws:ec2/vpcEndpointService:VpcEndpointService": {
    cloudFormation: ["AWS::EC2::VPCEndpointService"],
    api: ["ec2 CreateVpcEndpointServiceConfiguration"],
  },
  "aws:ec2/vpcIpam:VpcIpam": { cloudFormation: ["AWS::EC2::IPAM"], api: ["ec2 CreateIpam"] },
  "aws:ec2/vpcIpamPool:VpcIpamPool": { cloudFormation: ["AWS::EC2::IPAMPool"], api: ["ec2 CreateIpamPool"] },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    cloudFormation: ["AWS::IAM::OIDCProvider"],
    api: ["iam CreateOpenIDConnectProvider"],
  },
  "aws:iam/userLoginProfile:UserLoginProfile": { api: ["iam CreateLoginProfile"] },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    cloudFormation: ["AWS::KinesisFirehose::DeliveryStream"],
    api: ["firehose CreateDeliveryStream"],
  },
  "aws:kms/replicaKey:ReplicaKey": { cloudFormation: ["AWS::KMS::ReplicaKey"], api: ["kms ReplicateKey"] },
  "aws:lambda/functionUrl:FunctionUrl": {
    cloudFormation: ["AWS::Lambda::Url"],
    api: ["lambda CreateFunctionUrlConfig"],
  },
  "aws:lb/listenerRule:ListenerRule": {
    cloudFormation: ["AWS::ElasticLoadBalancingV2::ListenerRule"],
    api: ["elbv2 CreateRule"],
  },
  "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy": {
    cloudFormation: ["AWS::OpenSearchServerless::AccessPolicy"],
    api: ["opensearchserverless CreateAccessPolicy"],
  },
  "aws:opensearch/serverlessCollection:ServerlessCollection": {
    cloudFormation: ["AWS::OpenSearchServerless::Collection"],
    api: ["opensearchserverless CreateCollection"],
  },
  "aws:opensearch/serverlessLifecyclePolicy:ServerlessLifecyclePolicy": {
    cloudFormation: ["AWS::OpenSearchServerless::LifecyclePolicy"],
    api: ["opensearchserverless CreateLifecyclePolicy"],
  },
  "aws:opensearch/serverlessSecurityConfig:ServerlessSecurityConfig": {
    cloudFormation: ["AWS::OpenSearchServerless::SecurityConfig"],
    api: ["opensearchserverless CreateSecurityConfig"],
  },
  "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy": {
    cloudFormation: ["AWS::OpenSearchServerless::SecurityPolicy"],
    api: ["opensearchserverless CreateSecurityPolicy"],
  },
  "aws:opensearch/serverlessVpcEndpoint:ServerlessVpcEndpoint": {
    cloudFormation: ["AWS::OpenSearchServerless::VpcEndpoint"],
    api: ["opensearchserverless CreateVpcEndpoint"],
  },
  "aws:rds/clusterInstance:ClusterInstance": {
    cloudFormation: ["AWS::RDS::DBInstance"],
    api: ["rds CreateDBInstance"],
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    cloudFormation: ["AWS::RDS::DBProxyTargetGroup"],
    api: ["rds ModifyDBProxyTargetGroup"],
  },
  "aws:route53/record:Record": records,
  "aws:route53/zone:Zone": {
    cloudFormation: ["AWS::Route53::HostedZone"],
    api: ["route53 CreateHostedZone"],
  },
  ...Object.fromEntries(
    (
      [
        ["ResolverConfig", "ResolverConfig", "UpdateResolverConfig"],
        ["ResolverDnsSecConfig", "ResolverDNSSECConfig", "UpdateResolverDnssecConfig"],
        ["ResolverEndpoint", "ResolverEndpoint", "CreateResolverEndpoint"],
        ["ResolverFirewallDomainList", "FirewallDomainList", "CreateFirewallDomainList"],
        ["ResolverFirewallRuleGroup", "FirewallRuleGroup", "CreateFirewallRuleGroup"],
        ["ResolverFirewallRuleGroupAssociation", "FirewallRuleGroupAssociation", "AssociateFirewallRuleGroup"],
        ["ResolverQueryLogConfig", "ResolverQueryLoggingConfig", "CreateResolverQueryLogConfig"],
        ["ResolverRule", "ResolverRule", "CreateResolverRule"],
        ["ResolverRuleAssociation", "ResolverRuleAssociation", "AssociateResolverRule"],
      ] as const
    ).map(([own, cloudFormation, operation]): [string, Elsewhere] => [
      `aws:route53/r${own.slice(1)}:${own}`,
      { cloudFormation: [`AWS::Route53Resolver::${cloudFormation}`], api: [`route53resolver ${operation}`] },
    ]),
  ),
  "aws:route53/resolverFirewallRule:ResolverFirewallRule": { api: ["route53resolver CreateFirewallRule"] },
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": {
    cloudFormation: [bucket, "AnalyticsConfigurations[]"],
    api: ["s3 PutBucketAnalyticsConfiguration", "AnalyticsConfiguration"],
  },
  "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": {
    api: ["s3 PutBucketAccelerateConfiguration", "AccelerateConfiguration"],
  },
  "aws:s3/bucketAcl:BucketAcl": { api: ["s3 PutBucketAcl"] },
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": {
    api: ["s3 PutBucketCors", "CORSConfiguration"],
  },
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": {
    api: ["s3 PutBucketIntelligentTieringConfiguration", "IntelligentTieringConfiguration"],
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    cloudFormation: [bucket, "LifecycleConfiguration"],
    api: ["s3 PutBucketLifecycleConfiguration", "LifecycleConfiguration"],
  },
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    api: ["s3 PutObjectLockConfiguration", "ObjectLockConfiguration"],
  },
  "aws:s3/bucketObjectv2:BucketObjectv2": { api: ["s3 PutObject"] },
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
    api: ["s3 PutBucketOwnershipControls", "OwnershipControls"],
  },
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": {
    cloudFormation: [bucket, "ReplicationConfiguration"],
    api: ["s3 PutBucketReplication", "ReplicationConfiguration"],
  },
  "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration": {
    api: ["s3 PutBucketRequestPayment", "RequestPaymentConfiguration"],
  },
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
    api: ["s3 PutBucketEncryption", "ServerSideEncryptionConfiguration"],
  },
  "aws:s3/bucketVersioning:BucketVersioning": { api: ["s3 PutBucketVersioning"] },
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": {
    cloudFormation: [bucket, "WebsiteConfiguration"],
    api: ["s3 PutBucketWebsite", "WebsiteConfiguration"],
  },
  "aws:s3/inventory:Inventory": {
    cloudFormation: [bucket, "InventoryConfigurations[]"],
    api: ["s3 PutBucketInventoryConfiguration", "InventoryConfiguration"],
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    cloudFormation: ["AWS::SecretsManager::RotationSchedule"],
    api: ["secretsmanager RotateSecret"],
  },
  "aws:secretsmanager/secretVersion:SecretVersion": { api: ["secretsmanager PutSecretValue"] },
  "aws:sfn/alias:Alias": {
    cloudFormation: ["AWS::StepFunctions::StateMachineAlias"],
    api: ["stepfunctions CreateStateMachineAlias"],
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    cloudFormation: ["AWS::SNS::Subscription"],
    api: ["sns Subscribe"],
  },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { cloudFormation: ["AWS::EC2::SecurityGroupEgress"] },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": { cloudFormation: ["AWS::EC2::SecurityGroupIngress"] },
};
