import { unknown } from "../expectations";
import { by, type Input, judges, sent as r } from "./judge";
import { account, attach, fnArn, idRole, policy, text } from "./samples";

/** What a rule and its three targets are sent by a provider of an account of its own. */
const targetsOf = (id: string, provider: object) => [
  by(r("eventRule", id, { name: "n", region: "eu-west-1", eventPattern: `{"source":["x"]}` }), id, provider),
  ...[1, 2, 3].map((index) =>
    by(
      r("eventTarget", `${id}${index}`, {
        rule: "n",
        region: "eu-west-1",
        arn: `arn:aws:sqs:eu-west-1:${account}:other`,
        targetId: `${index}`,
      }),
      id,
      provider,
    ),
  ),
];
const twoAccounts = (provider: (account: string) => object) => [
  ...targetsOf("one", provider("111111111111")),
  ...targetsOf("two", provider("222222222222")),
];
const logs = (destination: unknown, links: Readonly<Record<string, readonly string[]>> = {}) =>
  r(
    "webAclLogging",
    "l",
    {
      resourceArn: `arn:aws:wafv2:eu-west-1:${account}:regional/webacl/x/a1234567-b123-c123-d123-e12345678901`,
      logDestinationConfigs: [destination],
    },
    links,
  );
const group = (name: string, more: object = {}) => r("logGroup", "g", { name, ...more });
const fn = (variables: object) =>
  r("function", "f", { name: "f", arn: fnArn, role: `arn:aws:iam::${account}:role/x`, environment: { variables } });

const siblings: readonly Input[] = [
  [
    "rules of one name in two accounts, by what providers may work in",
    ["says nothing of", "eventbridge-targets"],
    ...twoAccounts((id) => ({ allowedAccountIds: [id] })),
  ],
  [
    "rules of one name in two accounts, by the roles of providers, as the engine sends them",
    ["says nothing of", "eventbridge-targets"],
    ...twoAccounts((id) => ({ assumeRoles: JSON.stringify([{ roleArn: `arn:aws:iam::${id}:role/deploy` }]) })),
  ],
  [
    "rules of one name by two providers that say nothing of their accounts",
    ["says nothing of", "eventbridge-targets"],
    ...twoAccounts(() => ({ region: "eu-west-1" })),
  ],
  [
    "one rule with six targets by one provider",
    ["stops", "eventbridge-targets"],
    ...targetsOf("one", {}),
    ...[4, 5, 6].map((index) =>
      by(r("eventTarget", `t${index}`, { rule: "n", region: "eu-west-1", targetId: `${index}` }), "one", {}),
    ),
  ],
  [
    "two days for a log group of the class DELIVERY, as the provider reads them back",
    ["says nothing of", "logs-retention"],
    group("g", { logGroupClass: "DELIVERY", retentionInDays: 2 }),
  ],
  ["two days for another log group", ["stops", "logs-retention-value"], group("g", { retentionInDays: 2 })],
  [
    "a log of a web ACL that is made in the program under a wrong name",
    ["stops", "waf-log-name"],
    group("/waf/x", { retentionInDays: 30 }),
    logs(unknown, { logDestinationConfigs: ["logGroup:g"] }),
  ],
  [
    "a log of a web ACL that is made in the program",
    ["says nothing of", "waf-log-name"],
    group("aws-waf-logs-x", { retentionInDays: 30 }),
    logs(unknown, { logDestinationConfigs: ["logGroup:g"] }),
  ],
  ...["polly:SynthesizeSpeech", "translate:TranslateText", "transcribe:StartStreamTranscription"].map(
    (Action): Input => [
      `${Action} in an identity pool's role`,
      ["says nothing of", "every resource"],
      ...idRole(policy({ Effect: "Allow", Action, Resource: "*" })),
      attach,
    ],
  ),
  [
    "rekognition:* in an identity pool's role",
    ["stops", "cognito-role-wildcards"],
    ...idRole(policy({ Effect: "Allow", Action: "rekognition:*", Resource: "*" })),
    attach,
  ],
  [
    "every https site with credentials, in the document of an HTTP API",
    ["stops", "apigateway-http-cors"],
    r("httpApi", "a", {
      name: "a",
      protocolType: "HTTP",
      body: text({
        openapi: "3.0.1",
        info: { title: "a", version: "1" },
        paths: {},
        "x-amazon-apigateway-cors": { allowOrigins: ["https://*"], allowCredentials: true },
      }),
    }),
  ],
  ...["MYSQL_ROOT_PASSWORD", "POSTGRES_PASSWORD", "NPM_TOKEN", "AWS_SECRET_ACCESS_KEY"].map((name): Input => [
    `a value of ${name}`,
    ["stops", "lambda-secret-values"],
    fn({ [name]: "correct-horse" }),
  ]),
  [
    "a secret's ARN in a client's variable",
    ["says nothing of", "-secret-"],
    fn({ POSTGRES_PASSWORD: `arn:aws:secretsmanager:eu-west-1:${account}:secret:x-AbCdEf` }),
  ],
  [
    "a root password in a container's environment",
    ["stops", "ecs-secret-values"],
    r("taskDefinition", "t", {
      family: "db",
      containerDefinitions: JSON.stringify([
        { name: "a", image: "mysql", environment: [{ name: "MYSQL_ROOT_PASSWORD", value: "correct-horse" }] },
      ]),
    }),
  ],
  [
    "a bus for everybody by the deprecated type",
    ["stops", "eventbridge-public-permission"],
    r("aws:cloudwatch/eventPermission:EventPermission", "p", { principal: "*", statementId: "s" }),
  ],
  [
    "a bus for an organization by the deprecated type",
    ["says nothing of", "eventbridge-public-permission"],
    r("aws:cloudwatch/eventPermission:EventPermission", "p", {
      principal: "*",
      statementId: "s",
      condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-1234567890" },
    }),
  ],
  [
    "an image for everybody",
    ["stops", "ec2-public-image"],
    r("aws:ec2/amiLaunchPermission:AmiLaunchPermission", "p", { imageId: "ami-0a1b2c3d4e5f60718", group: "all" }),
  ],
  [
    "an image for an account",
    ["says nothing of", "ec2-public-image"],
    r("aws:ec2/amiLaunchPermission:AmiLaunchPermission", "p", { imageId: "ami-0a1b2c3d4e5f60718", accountId: account }),
  ],
  ...(
    [
      ["snapshot:Snapshot", "rds-public-snapshot"],
      ["clusterSnapshot:ClusterSnapshot", "rds-public-cluster-snapshot"],
      ["snapshotCopy:SnapshotCopy", "rds-public-snapshot-copy"],
      ["clusterSnapshotCopy:ClusterSnapshotCopy", "rds-public-cluster-snapshot-copy"],
    ] as const
  ).flatMap(([type, rule]): Input[] => [
    [`rds/${type} for everybody`, ["stops", rule], r(`aws:rds/${type}`, "s", { sharedAccounts: [account, "all"] })],
    [`rds/${type} for an account`, ["says nothing of", rule], r(`aws:rds/${type}`, "s", { sharedAccounts: [account] })],
  ]),
];

judges("siblings of what is judged elsewhere", siblings);
