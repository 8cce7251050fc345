/** What an arrow means: one calls the other, or reads and writes it by a right. */
export enum Flow {
  Trigger = "trigger",
  Access = "access",
}

/** A resource type that joins two others: by which of its properties, and how. */
export interface Connector {
  /** Property that was made from where the arrow begins; none: the resource itself. */
  readonly from?: string;
  /** Properties that were made from where it ends. */
  readonly to: readonly string[];
  readonly flow: Flow;
}

const trigger = (from: string | undefined, ...to: string[]): Connector => ({
  ...(from && { from }),
  to,
  flow: Flow.Trigger,
});
const access = (from: string | undefined, ...to: string[]): Connector => ({
  ...(from && { from }),
  to,
  flow: Flow.Access,
});

/** The resource types that stand for an arrow. */
export const connectors: Readonly<Record<string, readonly Connector[]>> = {
  "aws:s3/bucketNotification:BucketNotification": [trigger("bucket", "lambdaFunctions", "queues", "topics")],
  "aws:lambda/eventSourceMapping:EventSourceMapping": [trigger("eventSourceArn", "functionName")],
  "aws:sns/topicSubscription:TopicSubscription": [trigger("topic", "endpoint")],
  "aws:cloudwatch/eventRule:EventRule": [trigger("eventBusName", "id")],
  "aws:cloudwatch/eventTarget:EventTarget": [trigger("rule", "arn")],
  "aws:pipes/pipe:Pipe": [trigger("source", "id"), trigger(undefined, "target")],
  "aws:scheduler/schedule:Schedule": [trigger(undefined, "target")],
  "aws:apigateway/integration:Integration": [trigger("restApi", "uri")],
  "aws:apigateway/authorizer:Authorizer": [access("restApi", "providerArns", "authorizerUri")],
  "aws:apigatewayv2/integration:Integration": [trigger("apiId", "integrationUri")],
  "aws:apigatewayv2/authorizer:Authorizer": [access("apiId", "jwtConfiguration", "authorizerUri")],
  "aws:cloudfront/distribution:Distribution": [
    access(undefined, "origins"),
    trigger(undefined, "defaultCacheBehavior", "orderedCacheBehaviors"),
  ],
  "aws:cognito/userPool:UserPool": [trigger(undefined, "lambdaConfig")],
  "aws:cognito/identityPool:IdentityPool": [access(undefined, "cognitoIdentityProviders")],
  "aws:rds/eventSubscription:EventSubscription": [trigger(undefined, "snsTopic")],
  "aws:rds/proxyTarget:ProxyTarget": [access("dbProxyName", "dbClusterIdentifier", "dbInstanceIdentifier")],
  "aws:rds/clusterRoleAssociation:ClusterRoleAssociation": [access("dbClusterIdentifier", "roleArn")],
  "aws:rds/instanceRoleAssociation:InstanceRoleAssociation": [access("dbInstanceIdentifier", "roleArn")],
  // The policy gives its permissions to everything with the role.
  "aws:iam/rolePolicy:RolePolicy": [access("role", "policy")],
};
