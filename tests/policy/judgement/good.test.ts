import { type Input, judges, sent as r } from "./judge";
import { account, attach, fnArn, idRole, policy, text } from "./samples";

const good: readonly Input[] = [
  [
    "an ID token of 450 seconds",
    ["says nothing of", "is outside"],
    r("userPoolClient", "c", {
      userPoolId: "eu-west-1_a",
      idTokenValidity: 450,
      tokenValidityUnits: { idToken: "seconds" },
    }),
  ],
  [
    "a refresh token of 3,661 seconds",
    ["says nothing of", "is outside"],
    r("userPoolClient", "c", {
      userPoolId: "eu-west-1_a",
      refreshTokenValidity: 3661,
      tokenValidityUnits: { refreshToken: "seconds" },
    }),
  ],
  [
    "a refresh token of 3,599 seconds",
    ["stops", ""],
    r("userPoolClient", "c", {
      userPoolId: "eu-west-1_a",
      refreshTokenValidity: 3599,
      tokenValidityUnits: { refreshToken: "seconds" },
    }),
  ],
  [
    "an Express machine whose data has the keys of the language",
    ["says nothing of", "states-express"],
    r("stateMachine", "m", {
      type: "EXPRESS",
      definition: text({
        StartAt: "A",
        States: {
          A: {
            Type: "Task",
            Resource: "arn:aws:states:::lambda:invoke",
            Parameters: {
              FunctionName: "f",
              Payload: { TimeoutSeconds: 900, Seconds: 900, Resource: "arn:aws:states:::ecs:runTask.sync" },
            },
            Next: "B",
          },
          B: {
            Type: "Pass",
            Result: {
              TimeoutSeconds: 900,
              States: { X: { Type: "Wait", Seconds: 9000 } },
              Resource: "x.waitForTaskToken",
            },
            Next: "C",
          },
          C: {
            Type: "Task",
            Resource: "arn:aws:states:::aws-sdk:ssm:sendCommand",
            Parameters: { DocumentName: "AWS-RunShellScript", TimeoutSeconds: 900 },
            End: true,
          },
        },
      }),
    }),
  ],
  [
    "Arguments, Assign and Output of JSONata in an Express machine",
    ["says nothing of", "states-express"],
    r("stateMachine", "m", {
      type: "EXPRESS",
      definition: text({
        QueryLanguage: "JSONata",
        StartAt: "A",
        States: {
          A: {
            Type: "Task",
            Resource: "arn:aws:states:::lambda:invoke",
            Arguments: { FunctionName: "f", Payload: { TimeoutSeconds: 900, Seconds: 900 } },
            Assign: { TimeoutSeconds: 900, Seconds: 900, Resource: "a.sync" },
            Output: { Seconds: 900 },
            End: true,
          },
        },
      }),
    }),
  ],
  [
    "a wait of 15 minutes in the iterator of an Express machine",
    ["advises", "states-express"],
    r("stateMachine", "m", {
      type: "EXPRESS",
      definition: text({
        StartAt: "A",
        States: {
          A: {
            Type: "Map",
            Iterator: { StartAt: "W", States: { W: { Type: "Wait", Seconds: 900, End: true } } },
            End: true,
          },
        },
      }),
    }),
  ],
  [
    "a task of one minute that calls a function of ten",
    ["says nothing of", "states-express"],
    r("function", "f", { name: "f", arn: fnArn, timeout: 600, role: `arn:aws:iam::${account}:role/x` }),
    r("stateMachine", "m", {
      type: "EXPRESS",
      definition: text({
        StartAt: "A",
        States: { A: { Type: "Task", Resource: fnArn, TimeoutSeconds: 60, End: true } },
      }),
    }),
  ],
  [
    "two rules of one name on two buses, with three targets each",
    ["says nothing of", "number of targets"],
    r("eventRule", "a", { name: "n", eventBusName: "one", eventPattern: `{"source":["x"]}` }),
    r("eventRule", "b", { name: "n", eventBusName: "two", eventPattern: `{"source":["x"]}` }),
    ...["one", "two"].flatMap((b) =>
      [1, 2, 3].map((i) =>
        r("eventTarget", `${b}${i}`, {
          rule: "n",
          eventBusName: b,
          arn: "arn:aws:sqs:eu-west-1:123456789012:other",
          targetId: `${i}`,
        }),
      ),
    ),
  ],
  [
    "two rules of one name in two Regions, with three targets each",
    ["says nothing of", "eventbridge-targets"],
    ...["eu-west-1", "us-east-1"].flatMap((g) => [
      r("eventRule", g, { name: "n", region: g, eventPattern: `{"source":["x"]}` }),
      ...[1, 2, 3].map((i) =>
        r("eventTarget", `${g}${i}`, {
          rule: "n",
          region: g,
          arn: `arn:aws:sqs:${g}:123456789012:other`,
          targetId: `${i}`,
        }),
      ),
    ]),
  ],
  [
    "a private API whose policy stands in its document",
    ["says nothing of", "stops"],
    r("restApi", "a", {
      id: "a1",
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] },
      body: JSON.stringify({
        openapi: "3.0.1",
        "x-amazon-apigateway-policy": {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: "*",
              Action: "execute-api:Invoke",
              Resource: "*",
              Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } },
            },
          ],
        },
        paths: {},
      }),
    }),
  ],
  [
    "a private API without endpoints of its own",
    ["says nothing of", "stops"],
    r("restApi", "a", {
      id: "a1",
      endpointConfiguration: { types: "PRIVATE" },
      policy: policy({
        Effect: "Allow",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } },
      }),
    }),
  ],
  [
    "a bucket of the deprecated types",
    ["says nothing of", "keeps no"],
    r("aws:s3/bucketV2:BucketV2", "b", { bucket: "bkt", id: "b", arn: "arn:aws:s3:::bkt" }),
    r("aws:s3/bucketVersioningV2:BucketVersioningV2", "v", {
      bucket: "bkt",
      versioningConfiguration: { status: "Enabled" },
    }),
    r("aws:s3/bucketLoggingV2:BucketLoggingV2", "l", { bucket: "bkt", targetBucket: "logs", targetPrefix: "x" }),
    r("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "c", {
      bucket: "bkt",
      rules: [
        {
          id: "a",
          status: "Enabled",
          abortIncompleteMultipartUpload: { daysAfterInitiation: 3 },
          noncurrentVersionExpiration: { noncurrentDays: 10 },
        },
      ],
    }),
    r("aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2", "e", {
      bucket: "bkt",
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    }),
  ],
  [
    "settings in the arguments of the bucket",
    ["says nothing of", "keeps no"],
    r("bucket", "b", {
      bucket: "bkt",
      arn: "arn:aws:s3:::bkt",
      versioning: { enabled: true },
      logging: { targetBucket: "logs" },
      lifecycleRules: [
        { enabled: true, abortIncompleteMultipartUploadDays: 3, noncurrentVersionExpiration: { days: 30 } },
      ],
    }),
  ],
  [
    "a denial whose condition is a list",
    ["says nothing of", "s3-tls-only"],
    r("bucket", "b", { bucket: "bkt", arn: "arn:aws:s3:::bkt" }),
    r("bucketPolicy", "p", {
      bucket: "bkt",
      policy: policy({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::bkt", "arn:aws:s3:::bkt/*"],
        Condition: { Bool: { "aws:SecureTransport": ["false"] } },
      }),
    }),
  ],
  [
    "actions without resources in an identity pool's role",
    ["says nothing of", "on every resource"],
    ...idRole(
      policy({
        Effect: "Allow",
        Action: [
          "rekognition:DetectLabels",
          "textract:DetectDocumentText",
          "comprehend:DetectSentiment",
          "kms:ListKeys",
          "iam:ListRoles",
          "secretsmanager:ListSecrets",
          "kinesis:ListStreams",
          "ssmmessages:CreateControlChannel",
        ],
        Resource: "*",
      }),
    ),
    attach,
  ],
  [
    "a prefix after the bucket of a web ACL's log",
    ["says nothing of", "waf-log"],
    r("webAclLogging", "l", {
      resourceArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1",
      logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-x/prefix"],
    }),
  ],
  [
    "a wrong bucket with a right prefix",
    ["stops", "waf-log"],
    r("webAclLogging", "l", {
      resourceArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1",
      logDestinationConfigs: ["arn:aws:s3:::logs/aws-waf-logs-x"],
    }),
  ],
  [
    "a log group of the class DELIVERY",
    ["says nothing of", "logs-"],
    r("logGroup", "g", { name: "g", logGroupClass: "DELIVERY" }),
  ],
  [
    "the permission that a function URL needs",
    ["says nothing of", "permission"],
    r("function", "f", { name: "f", arn: fnArn, role: `arn:aws:iam::${account}:role/x` }),
    r("permission", "p", {
      action: "lambda:InvokeFunction",
      invokedViaFunctionUrl: true,
      principal: "*",
      function: "f",
    }),
  ],
  [
    "databases made of another or of a snapshot",
    ["says nothing of", "plain text"],
    r("dbInstance", "d", { replicateSourceDb: "other", instanceClass: "db.t4g.micro" }),
    r("dbInstance", "e", { snapshotIdentifier: "s", instanceClass: "db.t4g.micro" }),
    r("dbCluster", "c", { snapshotIdentifier: "s", engine: "aurora-mysql" }),
  ],
  [
    "a bucket policy for the access points of the own account",
    ["says nothing of", "stops"],
    r("bucket", "b", { bucket: "bkt", arn: "arn:aws:s3:::bkt" }),
    r("bucketPolicy", "p", {
      bucket: "bkt",
      policy: policy({
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::bkt/*",
        Condition: { StringLike: { "s3:DataAccessPointArn": `arn:aws:s3:eu-west-1:${account}:accesspoint/*` } },
      }),
    }),
  ],
  [
    "a bucket policy for the account of access points",
    ["says nothing of", "stops"],
    r("bucketPolicy", "p", {
      bucket: "bkt",
      policy: policy({
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "*",
        Resource: ["arn:aws:s3:::bkt", "arn:aws:s3:::bkt/*"],
        Condition: { StringEquals: { "s3:DataAccessPointAccount": account } },
      }),
    }),
  ],
  [
    "an empty list of filters",
    ["says nothing of", "pattern"],
    r("eventSourceMapping", "m", {
      functionName: "f",
      eventSourceArn: "arn:aws:sqs:eu-west-1:123456789012:q",
      filterCriteria: { filters: [] },
    }),
  ],
  [
    "32 GB on a capacity provider",
    ["says nothing of", "stops"],
    r("function", "f", {
      name: "f",
      arn: fnArn,
      role: "arn:aws:iam::123456789012:role/x",
      memorySize: 32768,
      runtime: "nodejs24.x",
      handler: "i.h",
      capacityProviderConfig: {
        lambdaManagedInstancesCapacityProviderConfig: {
          capacityProviderArn: "arn:aws:lambda:eu-west-1:123456789012:capacity-provider:p",
        },
      },
    }),
  ],
  [
    "32 GB without one",
    ["stops", ""],
    r("function", "f", { name: "f", memorySize: 32768, role: "arn:aws:iam::123456789012:role/x" }),
  ],
  [
    "a streamed integration of 15 minutes",
    ["says nothing of", "timeout"],
    r("apiIntegration", "i", {
      restApi: "a",
      resourceId: "r",
      httpMethod: "GET",
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      uri: `arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/${fnArn}/response-streaming-invocations`,
      timeoutMilliseconds: 900000,
      responseTransferMode: "STREAM",
    }),
  ],
  [
    "a backup plan without a selection",
    ["advises", "backup"],
    r("backupPlan", "p", {
      id: "p",
      name: "p",
      rules: [
        { ruleName: "r", targetVaultName: "vault", schedule: "cron(0 5 ? * * *)", lifecycle: { deleteAfter: 30 } },
      ],
    }),
  ],
  [
    "an action in another case",
    ["says nothing of", "permission"],
    r("restApi", "a", { id: "a1", name: "a", executionArn: `arn:aws:execute-api:eu-west-1:${account}:a1` }),
    r("function", "f", {
      name: "f",
      arn: fnArn,
      role: `arn:aws:iam::${account}:role/x`,
      invokeArn: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${fnArn}/invocations`,
    }),
    r("permission", "p", {
      action: "lambda:invokeFunction",
      principal: "apigateway.amazonaws.com",
      function: "f",
      sourceArn: `arn:aws:execute-api:eu-west-1:${account}:a1/*`,
    }),
    r("apiIntegration", "i", {
      restApi: "a1",
      resourceId: "r",
      httpMethod: "GET",
      type: "AWS_PROXY",
      integrationHttpMethod: "POST",
      uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${fnArn}/invocations`,
    }),
  ],
  [
    "a new bucket without a public access block",
    ["advises", "has no public"],
    r("bucket", "b", { bucket: "bkt", arn: "arn:aws:s3:::bkt" }),
  ],
  [
    "a public access block that is off",
    ["stops", "s3-public-access"],
    r("bucket", "b", { bucket: "bkt", arn: "arn:aws:s3:::bkt" }),
    r("bucketPublicAccessBlock", "p", {
      bucket: "bkt",
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    }),
  ],
  [
    "a function that a queue alone calls",
    ["says nothing of", "lambda-dead"],
    r("function", "f", { name: "f", arn: fnArn, role: `arn:aws:iam::${account}:role/x` }),
    r("eventSourceMapping", "m", { functionName: "f", eventSourceArn: "arn:aws:sqs:eu-west-1:123456789012:q" }),
  ],
  [
    "the policies for logs and traces",
    ["says nothing of", "allows more"],
    r("role", "r", {
      name: "r",
      arn: `arn:aws:iam::${account}:role/r`,
      assumeRolePolicy: policy({
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
      managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
    }),
    r("rolePolicyAttachment", "a", { role: "r", policyArn: "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess" }),
  ],
  [
    "a deployment that a stage variable replaces",
    ["says nothing of", "redeploy"],
    r("restApi", "a", { id: "a1", name: "a", body: JSON.stringify({ openapi: "3.0.1", paths: {} }) }),
    r("apiDeployment", "d", { restApi: "a1", variables: { version: "abc123" } }),
  ],
  [
    "a deployment that nothing replaces",
    ["advises", "redeploy"],
    r("restApi", "a", { id: "a1", name: "a", body: text({ openapi: "3.0.1", paths: {} }) }),
    r("apiDeployment", "d", { restApi: "a1", variables: { other: "x" } }),
  ],
  [
    "an origin access identity",
    ["advises", "outdated"],
    r("bucket", "b", {
      bucket: "bkt",
      arn: "arn:aws:s3:::bkt",
      bucketRegionalDomainName: "bkt.s3.eu-west-1.amazonaws.com",
    }),
    r("distribution", "d", {
      enabled: true,
      origins: [
        {
          originId: "o",
          domainName: "bkt.s3.eu-west-1.amazonaws.com",
          s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: "o",
        cachePolicyId: "x",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: { cloudfrontDefaultCertificate: true },
    }),
  ],
];

judges("configurations that AWS takes and that leave no door open", good);
