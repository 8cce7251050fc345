import { nest, cases, resource, unknown } from "./expectations";
import { makeUrn, type Sent } from "./server";

type Properties = Record<string, unknown>;

const sent = (type: string, name: string, properties: Properties): Sent => ({ type, name, properties, links: {} });
const document = (...Statement: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const everythingUnder = (Condition: object) => document({ Effect: "Allow", Action: "*", Resource: "*", Condition });
const everything = document({ Effect: "Allow", Action: "*", Resource: "*" });

/** Conditions that ask more of a principal than to be itself, and some that do not. */
const narrowing = {
  "with a second factor": { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  "soon after a second factor": { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
  "from one network": { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
  "with a tag": { StringEquals: { "aws:PrincipalTag/admin": "true" } },
};
const idle = {
  "if there is a second factor at all": { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } },
  "without a second factor": { Bool: { "aws:MultiFactorAuthPresent": ["true", "false"] } },
  "from everywhere": { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
  "with any tag": { StringLike: { "aws:PrincipalTag/admin": "*" } },
  "of the own account": { StringEquals: { "aws:PrincipalAccount": "111122223333" } },
  "by TLS": { Bool: { "aws:SecureTransport": "true" } },
};

cases("iam-administrator", {
  holds: {
    "a user who may read one bucket": [
      resource("userPolicy", "p", {
        user: "u",
        policy: document({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }),
      }),
    ],
    ...Object.fromEntries(
      Object.entries(narrowing).map(([when, condition]) => [
        `everything ${when}`,
        [resource("userPolicy", "p", { user: "u", policy: everythingUnder(condition) })],
      ]),
    ),
  },
  violates: {
    "a user's policy": [
      ["every action on every resource"],
      resource("userPolicy", "p", { user: "u", policy: everything }),
    ],
    "a group's policy": [["every action"], resource("groupPolicy", "p", { group: "g", policy: everything })],
    "a permission set": [
      ["every action"],
      sent("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "p", { inlinePolicy: everything }),
    ],
    ...Object.fromEntries(
      Object.entries(idle).map(([when, condition]) => [
        `everything ${when}`,
        [["every action"], resource("userPolicy", "p", { user: "u", policy: everythingUnder(condition) })] as const,
      ]),
    ),
    "a statement beside one whose ARN is not known": [
      ["every action"],
      resource("rolePolicy", "p", {
        role: "r",
        policy: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "s3:GetObject", Resource: unknown },
            { Effect: "Allow", Action: "*", Resource: "*" },
          ],
        },
      }),
    ],
  },
});

const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
cases("iam-administrator-access", {
  holds: {
    "another policy of AWS": [
      resource("rolePolicyAttachment", "a", { role: "r", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    ],
    "a policy of the account": [
      resource("rolePolicyAttachment", "a", { role: "r", policyArn: "arn:aws:iam::1:policy/AdministratorAccess" }),
    ],
  },
  violates: {
    ...Object.fromEntries(
      Object.entries(narrowing).map(([when, condition]) => [
        `everything ${when}`,
        [
          ["under a condition"],
          resource("userPolicy", "p", { user: "u", policy: everythingUnder(condition) }),
        ] as const,
      ]),
    ),
    ...Object.fromEntries(
      (
        [
          ["rolePolicyAttachment", { role: "r", policyArn: administrator }],
          ["userPolicyAttachment", { user: "u", policyArn: administrator }],
          ["groupPolicyAttachment", { group: "g", policyArn: administrator }],
          ["policyAttachment", { roles: ["r"], policyArn: administrator }],
          ["role", { assumeRolePolicy: document(), managedPolicyArns: [administrator] }],
        ] as const
      ).map(([kind, properties]) => [
        `one given by a ${kind}`,
        [["every right"], resource(kind, "x", properties)] as const,
      ]),
    ),
  },
});

cases("iam-wildcard-resources", {
  holds: Object.fromEntries(
    [
      "rekognition:DetectLabels",
      "textract:AnalyzeDocument",
      "comprehend:DetectSentiment",
      "kms:ListKeys",
      "iam:ListRoles",
      "secretsmanager:ListSecrets",
      "kinesis:ListStreams",
      "ssmmessages:CreateControlChannel",
      "ec2:Describe*",
      "XRAY:puttracesegments",
    ].map((Action) => [
      `${Action}, for which IAM knows no resources`,
      [resource("rolePolicy", "p", { role: "r", policy: document({ Effect: "Allow", Action, Resource: "*" }) })],
    ]),
  ),
  violates: Object.fromEntries(
    ["dynamodb:GetItem", "kms:Decrypt", "secretsmanager:Get*", "madeup:Something"].map((Action) => [
      `${Action}, which names resources`,
      [
        [`allows ${Action} on every resource`],
        resource("rolePolicy", "p", { role: "r", policy: document({ Effect: "Allow", Action, Resource: "*" }) }),
      ] as const,
    ]),
  ),
});

const acl = (more: Properties) => resource("bucketAcl", "a", { bucket: "b", ...more });
const grant = (uri: unknown) => ({
  accessControlPolicy: { owner: { id: "o" }, grants: [{ permission: "READ", grantee: { type: "Group", uri } }] },
});
const global = "http://acs.amazonaws.com/groups/global";
cases("s3-public-acl", {
  holds: {
    "the owner alone": [acl({ acl: "private" })],
    "the delivery of logs": [acl(grant("http://acs.amazonaws.com/groups/s3/LogDelivery"))],
  },
  violates: {
    "a list for everybody": [["acl is public-read"], acl({ acl: "public-read" })],
    "a list for every account of AWS": [["authenticated-read"], acl({ acl: "authenticated-read" })],
    "a grant to everybody": [["gives rights to AllUsers"], acl(grant(`${global}/AllUsers`))],
    "a grant to every account of AWS": [["to AuthenticatedUsers"], acl(grant(`${global}/AuthenticatedUsers`))],
  },
  open: {
    "a list that is unknown": [["a (acl)"], acl({ acl: unknown })],
    "a grantee that is unknown": [["grants[0]"], acl(grant(unknown))],
  },
});
cases("s3-public-bucket-acl", {
  holds: { "no list": [resource("bucket", "b", {})], "the owner alone": [resource("bucket", "b", { acl: "private" })] },
  violates: {
    "a list for everybody": [["acl is public-read-write"], resource("bucket", "b", { acl: "public-read-write" })],
    "a grant to everybody": [
      ["to AllUsers"],
      resource("bucket", "b", { grants: [{ permissions: ["READ"], type: "Group", uri: `${global}/AllUsers` }] }),
    ],
  },
});

const bucket = (...Statement: unknown[]) => [
  resource("bucket", "files", { bucket: "files" }),
  resource("bucketPolicy", "p", { bucket: "files", policy: document(...Statement) }),
];
const plain = (more: Properties = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::files", "arn:aws:s3:::files/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
  ...more,
});
cases("s3-tls-only", {
  holds: {
    "a denial of everything": bucket(plain()),
    "a condition written as a list": bucket(plain({ Condition: { Bool: { "aws:SecureTransport": ["false"] } } })),
    "a condition in other letters": bucket(plain({ Condition: { bool: { "AWS:securetransport": false } } })),
    "a denial in two statements": bucket(
      plain({ Resource: "arn:aws:s3:::files" }),
      plain({ Resource: "arn:aws:s3:::files/*" }),
    ),
    "a denial on every resource": bucket(plain({ Resource: "*" })),
  },
  violates: {
    "a denial for objects alone": [["for a part of it only"], ...bucket(plain({ Resource: "arn:aws:s3:::files/*" }))],
    "a denial for the bucket alone": [["for a part of it only"], ...bucket(plain({ Resource: "arn:aws:s3:::files" }))],
    "a denial of reading alone": [["does not deny"], ...bucket(plain({ Action: "s3:GetObject" }))],
    "a denial of one caller": [["does not deny"], ...bucket(plain({ Principal: { AWS: "arn:aws:iam::1:root" } }))],
    "a denial of what comes with TLS": [
      ["does not deny"],
      ...bucket(plain({ Condition: { Bool: { "aws:SecureTransport": "true" } } })),
    ],
    "a denial that a second condition narrows": [
      ["does not deny"],
      ...bucket(
        plain({
          Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        }),
      ),
    ],
  },
});

const permission = (more: Properties) =>
  resource("permission", "p", { function: "f", action: "lambda:InvokeFunction", ...more });
cases("lambda-permission-source", {
  holds: {
    "one bucket": [permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads" })],
    "rules of one account": [
      permission({ principal: "events.amazonaws.com", sourceArn: "arn:aws:events:*:123456789012:rule/*" }),
    ],
    "every bucket of one account": [
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*", sourceAccount: "123456789012" }),
    ],
    "callers of a function URL": [permission({ principal: "*", invokedViaFunctionUrl: true })],
  },
  violates: {
    "every bucket": [
      ["sourceArn is arn:aws:s3:::*"],
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" }),
    ],
    "topics of every account": [
      ["names no account"],
      permission({ principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:eu-west-1:*:orders" }),
    ],
  },
});

const layer = (more: Properties) =>
  sent("aws:lambda/layerVersionPermission:LayerVersionPermission", "p", { action: "lambda:GetLayerVersion", ...more });
cases("lambda-layer-public", {
  holds: {
    "an account": [layer({ principal: "123456789012" })],
    "everybody of an organization": [layer({ principal: "*", organizationId: "o-1" })],
  },
  violates: { everybody: [["every account may use"], layer({ principal: "*" })] },
  open: { "a principal that is unknown": [["principal"], layer({ principal: unknown })] },
});

const variable = (name: string, value: string) =>
  resource("function", "f", nest(["environment", "variables", name], value));
const token = (prefix: string, length: number) => prefix + "aB3dE5gH7j".repeat(20).slice(0, length);
cases("lambda-secret-values", {
  holds: Object.fromEntries(
    [
      ["CSRF_TOKEN", "X-CSRF-Token"],
      ["TABLE_NAME", "headroom-dev-orders-1a2b3c4d"],
      ["QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"],
      ["REDIS_URL", "rediss://cache.abc123.euw1.cache.amazonaws.com:6379"],
      ["DATABASE_URL", "postgres://${user}:${password}@db/orders"],
      ["COMMIT", "0123456789abcdef0123456789abcdef01234567"],
      ["PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----"],
    ].map(([name = "", value = ""]) => [`${name} = ${value}`, [variable(name, value)]]),
  ),
  violates: Object.fromEntries(
    (
      [
        ["REDIS_URL", "redis://:hunter2@cache.internal:6379"],
        ["AMQP", "amqps://shop:s3cr3t@mq.internal/orders"],
        ["GH", token("github_pat_11ABCDEFG0", 71)],
        ["LAB", token("glpat-", 20)],
        ["MAIL", `${token("SG.", 22)}.${token("", 43)}`],
        ["CHAT", "xoxb-" + "123456789012-1234567890123-" + token("", 24)],
        ["PGPASSWORD", "correct horse"],
        ["MYSQL_PWD", "x"],
      ] as const
    ).map(([name, value]) => [name, [[`environment variable ${name}`], variable(name, value)] as const]),
  ),
});
cases("lambda-secret-names", {
  holds: { "the name of a header": [variable("CSRF_TOKEN", "X-CSRF-Token")], "a pointer": [variable("TOKEN", "/a/b")] },
  violates: {
    "a webhook of Slack": [
      ["anybody who reads it can send messages"],
      variable("HOOK", "https://hooks.slack.com/services/T12345678/B12345678/" + token("", 24)),
    ],
  },
});
cases("apigateway-secret-values", {
  holds: { "an alias": [sent("aws:apigatewayv2/stage:Stage", "s", { stageVariables: { alias: "live" } })] },
  violates: {
    "a stage of an HTTP API": [
      ["stageVariables.key holds an AWS access key id"],
      sent("aws:apigatewayv2/stage:Stage", "s", { stageVariables: { key: "AKIA" + "ABCDEFGHIJKLMNOP" } }),
    ],
    "a deployment": [
      ["variables.key holds"],
      resource("apiDeployment", "d", { variables: { key: "AKIA" + "ABCDEFGHIJKLMNOP" } }),
    ],
  },
});

const group = (ingress: Properties) =>
  sent("aws:ec2/securityGroup:SecurityGroup", "g", { ingress: [{ protocol: "tcp", ...ingress }] });
const world = { cidrBlocks: ["0.0.0.0/0"] };
cases("ec2-remote-access", {
  holds: {
    "HTTPS for everybody": [group({ fromPort: 443, toPort: 443, ...world })],
    "SSH from an office": [group({ fromPort: 22, toPort: 22, cidrBlocks: ["203.0.113.0/24"] })],
    "UDP on the same port": [group({ protocol: "udp", fromPort: 22, toPort: 22, ...world })],
    "traffic that goes out": [
      sent("aws:ec2/securityGroupRule:SecurityGroupRule", "r", {
        type: "egress",
        protocol: "-1",
        fromPort: 0,
        toPort: 0,
        ...world,
      }),
    ],
  },
  advises: Object.fromEntries(
    [
      { ...sent("aws:lb/loadBalancer:LoadBalancer", "l", { securityGroups: [unknown] }), of: "securityGroups" },
      { ...sent("aws:rds/instance:Instance", "d", { vpcSecurityGroupIds: [unknown] }), of: "vpcSecurityGroupIds" },
      {
        ...sent("aws:ecs/service:Service", "s", {
          launchType: "FARGATE",
          networkConfiguration: { securityGroups: [unknown] },
        }),
        of: "networkConfiguration",
      },
    ].map(({ of, ...user }) => [
      `SSH for everybody to a ${user.type}, which answers none`,
      [
        ["nothing that has the group answers"],
        group({ fromPort: 0, toPort: 65_535, ...world }),
        { ...user, links: { [of]: [makeUrn("aws:ec2/securityGroup:SecurityGroup", "g")] } },
      ] as const,
    ]),
  ),
  violates: {
    "SSH for everybody to a server beside a load balancer": [
      ["0.0.0.0/0 reach SSH (port 22)"],
      group({ fromPort: 22, toPort: 22, ...world }),
      ...["aws:lb/loadBalancer:LoadBalancer", "aws:ec2/instance:Instance"].map((type) => ({
        ...sent(type, "u", { securityGroups: [unknown], instanceType: "t4g.small", ami: "ami-1" }),
        links: { securityGroups: [makeUrn("aws:ec2/securityGroup:SecurityGroup", "g")] },
      })),
    ],
    "SSH for everybody": [["0.0.0.0/0 reach SSH (port 22)"], group({ fromPort: 22, toPort: 22, ...world })],
    "a range with SSH in it": [["SSH"], group({ fromPort: 0, toPort: 1024, ...world })],
    "everything for everybody": [
      ["SSH (port 22) and Remote Desktop"],
      group({ protocol: "-1", fromPort: 0, toPort: 0, ...world }),
    ],
    "everybody by IPv6": [["::/0 reach SSH"], group({ fromPort: 22, toPort: 22, ipv6CidrBlocks: ["::/0"] })],
    "a rule of its own": [
      ["Remote Desktop (port 3389)"],
      sent("aws:ec2/securityGroupRule:SecurityGroupRule", "r", {
        type: "ingress",
        protocol: "tcp",
        fromPort: 3389,
        toPort: 3389,
        ...world,
      }),
    ],
    "a rule of the newer type": [
      ["SSH"],
      sent("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "r", {
        ipProtocol: "tcp",
        fromPort: 22,
        toPort: 22,
        cidrIpv4: "0.0.0.0/0",
      }),
    ],
  },
});

const api = (policy: unknown, more: Properties = {}) =>
  resource("restApi", "api", { id: "api", endpointConfiguration: { types: "PRIVATE" }, policy, ...more });
const invoke = (Condition?: unknown, more: Properties = {}) => ({
  Effect: "Allow",
  Principal: "*",
  Action: "execute-api:Invoke",
  Resource: "execute-api:/*",
  Condition,
  ...more,
});
const endpoint = { "aws:SourceVpce": "vpce-1" };
cases("apigateway-private-policy", {
  holds: {
    "an endpoint that is allowed": [api(document(invoke({ StringEquals: endpoint })))],
    "a denial of all other endpoints": [
      api(document(invoke(), invoke({ StringNotEquals: endpoint }, { Effect: "Deny" }))),
    ],
    "an account that is named": [
      api(document(invoke(undefined, { Principal: { AWS: "arn:aws:iam::123456789012:root" } }))),
    ],
    "a policy in the body": [
      api(undefined, {
        body: JSON.stringify({
          openapi: "3.0.1",
          paths: {},
          "x-amazon-apigateway-policy": { Statement: [invoke({ StringEquals: endpoint })] },
        }),
      }),
    ],
  },
  violates: {
    "every endpoint but the own": [["any VPC of any account"], api(document(invoke({ StringNotEquals: endpoint })))],
    "a denial of the own endpoint": [
      ["any VPC of any account"],
      api(document(invoke(), invoke({ StringEquals: endpoint }, { Effect: "Deny" }))),
    ],
    "an open policy in the body": [
      ["any VPC of any account"],
      api(undefined, {
        body: JSON.stringify({ openapi: "3.0.1", paths: {}, "x-amazon-apigateway-policy": { Statement: [invoke()] } }),
      }),
    ],
  },
});
cases("apigateway-vpc-endpoints", {
  holds: {
    "a private API with a policy and no endpoints of its own": [api(document(invoke({ StringEquals: endpoint })))],
  },
  violates: {
    "a regional API with endpoints": [
      ["PRIVATE only"],
      resource("restApi", "api", { endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["vpce-1"] } }),
    ],
  },
});

const openApi = (scheme: Properties, security: unknown = [{ caller: [] }]) =>
  resource("restApi", "api", {
    body: JSON.stringify({
      openapi: "3.0.1",
      components: { securitySchemes: { caller: scheme, jwt: { type: "oauth2" } } },
      paths: { "/a": { get: { security } } },
    }),
  });
const key = { type: "apiKey", name: "x-api-key", in: "header" };
cases("apigateway-body-authorizer", {
  holds: {
    "an authorizer, which is written as a key": [
      openApi({ ...key, "x-amazon-apigateway-authorizer": { type: "token" } }),
    ],
    "signatures of IAM, which are written as a key": [openApi({ ...key, "x-amazon-apigateway-authtype": "awsSigv4" })],
    "a key beside an authorizer": [openApi(key, [{ caller: [], jwt: [] }])],
  },
  violates: {
    "a key alone": [["asks for an API key alone"], openApi(key)],
    "a key or an authorizer": [["asks for an API key alone"], openApi(key, [{ jwt: [] }, { caller: [] }])],
  },
});

const quick = resource("httpApi", "api", { id: "api", protocolType: "HTTP", target: "arn:f" });
const fn = resource("function", "f", { arn: "arn:f", name: "f" });
cases("apigateway-route-authorizer", {
  holds: { "an API without routes": [resource("httpApi", "api", { id: "api", protocolType: "HTTP" })] },
  violates: { "an API that target gives a route": [["$default is open to everybody"], quick] },
});
cases("apigateway-quick-create", {
  holds: { "an API with a stage of its own": [resource("httpApi", "api", { id: "api" })] },
  violates: { "the stage that target makes": [["no access log and no throttle"], quick] },
});
cases("apigateway-permission", {
  holds: {
    "a target that the API may invoke": [
      quick,
      fn,
      permission({ principal: "apigateway.amazonaws.com", action: "lambda:invokefunction" }),
    ],
  },
  violates: { "a target that it may not": [["$default of the API may not invoke"], quick, fn] },
});

const authorizer = (more: Properties) =>
  resource("httpAuthorizer", "a", {
    id: "auth",
    authorizerType: "REQUEST",
    enableSimpleResponses: true,
    identitySources: ["$request.header.Authorization"],
    ...more,
  });
const routes = ["GET /a", "GET /b"].map((routeKey, index) =>
  resource("httpRoute", `r${index}`, { apiId: "api", routeKey, authorizationType: "CUSTOM", authorizerId: "auth" }),
);
cases("apigateway-authorizer-cache", {
  holds: {
    "an answer for each route": [
      authorizer({ identitySources: ["$request.header.Authorization", "$context.routeKey"] }),
      ...routes,
    ],
    "no answer that is kept": [authorizer({ authorizerResultTtlInSeconds: 0 }), ...routes],
    "one route": [authorizer({}), ...routes.slice(1)],
    "policies, which name routes": [authorizer({ enableSimpleResponses: false }), ...routes],
  },
  violates: { "one answer for all routes": [["holds for all 2 for 300 s"], authorizer({}), ...routes] },
});

const cors = (allowOrigins: unknown[], allowCredentials = true) =>
  resource("httpApi", "api", { corsConfiguration: { allowOrigins, allowCredentials } });
cases("apigateway-http-cors", {
  holds: {
    "sites that are named": [cors(["https://shop.example.com"])],
    "every site without credentials": [cors(["https://*"], false)],
  },
  violates: {
    "every site over TLS, which API Gateway answers with the site that asks": [
      ["allows every origin"],
      cors(["https://*"]),
    ],
    "every site over plain HTTP": [["allows every origin"], cors(["http://*"])],
  },
});

cases("cognito-role-wildcards", {
  holds: {
    "actions for which IAM knows no resources": [
      resource("role", "user", { arn: "arn:user", name: "user" }),
      resource("identityPoolRoles", "roles", { identityPoolId: "pool", roles: { authenticated: "arn:user" } }),
      resource("rolePolicy", "p", {
        role: "user",
        policy: document({
          Effect: "Allow",
          Action: ["rekognition:DetectLabels", "polly:DescribeVoices"],
          Resource: "*",
        }),
      }),
    ],
  },
  violates: {},
});
