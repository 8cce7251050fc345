import { limits } from "../../limits";
import { cases, resource, unknown } from "./expectations";

type Properties = Record<string, unknown>;

const account = "123456789012";
const document = (...Statement: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const fn = (more: Properties = {}) =>
  resource("function", "f", { name: "f", arn: `arn:aws:lambda:eu-west-1:${account}:function:f`, ...more });

const provisioned = (executions: unknown, more: Properties = {}, name = "p") =>
  resource("provisionedConcurrency", name, {
    functionName: "f",
    qualifier: "1",
    provisionedConcurrentExecutions: executions,
    ...more,
  });
cases("lambda-provisioned-reserved", {
  holds: {
    "as much as is reserved": [fn({ reservedConcurrentExecutions: 10 }), provisioned(10)],
    "the parts of several versions": [
      fn({ reservedConcurrentExecutions: 10 }),
      provisioned(6),
      provisioned(4, { qualifier: "2" }, "q"),
    ],
    "a function that reserves nothing": [fn(), provisioned(500)],
    "-1 for none": [fn({ reservedConcurrentExecutions: -1 }), provisioned(500)],
    "another function's": [fn({ reservedConcurrentExecutions: 1 }), provisioned(5, { functionName: "g" })],
  },
  violates: {
    "one more than is reserved": [
      ["it reserves 10 concurrent executions, and 11 are provisioned"],
      fn({ reservedConcurrentExecutions: 10 }),
      provisioned(11),
    ],
    "the sum of two aliases, whatever a third has": [
      ["it reserves 10", "12 are"],
      fn({ reservedConcurrentExecutions: 10 }),
      provisioned(6, { qualifier: "a" }),
      provisioned(6, { qualifier: "b" }, "q"),
      provisioned(unknown, { qualifier: "c" }, "r"),
    ],
    "a function that is named by its ARN": [
      ["it reserves 0"],
      fn({ reservedConcurrentExecutions: 0 }),
      provisioned(1, { functionName: `arn:aws:lambda:eu-west-1:${account}:function:f` }),
    ],
  },
  open: {
    "a reservation that is unknown": [
      ["reservedConcurrentExecutions"],
      resource("role", "r", {}),
      resource(
        "function",
        "f",
        { name: "f", reservedConcurrentExecutions: unknown },
        {
          reservedConcurrentExecutions: ["role:r"],
        },
      ),
      provisioned(1),
    ],
    "executions that are unknown": [
      ["provisioned concurrency"],
      fn({ reservedConcurrentExecutions: 10 }),
      provisioned(unknown),
    ],
  },
});

const permissions = (
  count: number,
  sourceArn: unknown = `arn:aws:events:eu-west-1:${account}:rule/${"r".repeat(64)}`,
) =>
  Array.from({ length: count }, (_, index) =>
    resource(
      "permission",
      `p${index}`,
      {
        statementId: `statement-${index}`,
        action: "lambda:InvokeFunction",
        principal: "events.amazonaws.com",
        function: "f",
        sourceArn,
      },
      sourceArn === unknown ? { sourceArn: ["eventRule:e"] } : {},
    ),
  );
cases("lambda-policy-size", {
  holds: {
    "some permissions": [fn(), ...permissions(40)],
    "few whose sources are unknown": [fn(), resource("eventRule", "e", {}), ...permissions(20, unknown)],
    "many, of several versions": [
      fn(),
      ...permissions(120).map((each, index) => ({
        ...each,
        properties: { ...each.properties, qualifier: String(index % 4) },
      })),
    ],
  },
  violates: {
    "more than 20 KB of them": [["made of 70 permissions is", "at most 20,480 bytes"], fn(), ...permissions(70)],
  },
  open: {
    "as many whose sources are unknown": [
      ["permissions"],
      fn(),
      resource("eventRule", "e", {}),
      ...permissions(70, unknown),
    ],
  },
});

const role = (more: Properties = {}) =>
  resource("role", "r", { name: "r", arn: `arn:aws:iam::${account}:role/r`, assumeRolePolicy: "{}", ...more });
const arns = (count: number) => Array.from({ length: count }, (_, i) => `arn:aws:iam::${account}:policy/p${i}`);
const attachments = (count: number) =>
  arns(count).map((policyArn, index) => resource("rolePolicyAttachment", `a${index}`, { role: "r", policyArn }));
cases("iam-attached-policies", {
  holds: {
    "ten attachments": [role(), ...attachments(10)],
    "one policy that is attached twice": [role({ managedPolicyArns: arns(10) }), ...attachments(10)],
    "ten of each of two roles": [
      role(),
      ...attachments(10),
      resource("role", "s", { name: "s", managedPolicyArns: arns(10) }),
    ],
  },
  violates: {
    "eleven attachments": [["number of managed policies is 11 policies", "at most 10"], role(), ...attachments(11)],
    "eleven in a list": [["is 11 policies"], role({ managedPolicyArns: arns(11) })],
    "a list and attachments": [["is 11 policies"], role({ managedPolicyArns: arns(11).slice(5) }), ...attachments(6)],
    "eleven of a user": [
      ['User "u": number of managed policies is 11'],
      resource("user", "u", { name: "u" }),
      ...arns(11).map((policyArn, index) => resource("userPolicyAttachment", `a${index}`, { user: "u", policyArn })),
    ],
    "policies that have no ARN yet": [
      ["is 11 policies"],
      role(),
      ...arns(11).flatMap((_, index) => [
        resource("policy", `p${index}`, {}),
        resource(
          "rolePolicyAttachment",
          `a${index}`,
          { role: "r", policyArn: unknown },
          {
            policyArn: [`policy:p${index}`],
          },
        ),
      ]),
    ],
  },
  open: {
    "an eleventh that nobody knows": [
      ["managed policies"],
      role(),
      ...attachments(10),
      resource("rolePolicyAttachment", "x", { role: "r", policyArn: unknown }),
    ],
  },
});

const trust = (length: number) => `{"Statement":[{"Effect":"Allow","Principal":"${"x".repeat(length - 49)}"}]}`;
cases("iam-trust-size", {
  holds: {
    "2,048 characters": [role({ assumeRolePolicy: trust(2_048) })],
    "white space besides": [role({ assumeRolePolicy: `${trust(2_048)}${" ".repeat(500)}` })],
  },
  violates: { "one more": [["assumeRolePolicy is 2,049 characters"], role({ assumeRolePolicy: trust(2_049) })] },
  open: { "a trust that is unknown": [["assumeRolePolicy"], role({ assumeRolePolicy: unknown })] },
});

const table = (more: Properties) => resource("table", "t", { hashKey: "id", ...more });
const projecting = (...counts: number[]) =>
  counts.map((length, index) => ({
    name: `index-${index}`,
    hashKey: "id",
    projectionType: "INCLUDE",
    nonKeyAttributes: Array.from({ length }, (_, each) => `a${each}`),
  }));
cases("dynamodb-projected-attributes", {
  holds: {
    "100 over all indexes": [
      table({ globalSecondaryIndexes: projecting(40, 40), localSecondaryIndexes: projecting(20) }),
    ],
    "indexes that project all": [table({ globalSecondaryIndexes: [{ name: "all", projectionType: "ALL" }] })],
  },
  violates: {
    "120 over all indexes": [
      ["number of projected attributes of all indexes is 120", "at most 100"],
      table({ globalSecondaryIndexes: projecting(20, 20, 20), localSecondaryIndexes: projecting(20, 20, 20) }),
    ],
    "101 beside one that is unknown": [
      ["is 101", "not counting"],
      table({ globalSecondaryIndexes: [...projecting(51, 50), { name: "u", nonKeyAttributes: unknown }] }),
    ],
  },
  open: {
    "attributes that are unknown": [
      ["nonKeyAttributes"],
      table({ globalSecondaryIndexes: [...projecting(50), { name: "u", nonKeyAttributes: unknown }] }),
    ],
  },
});

const api = (more: Properties = {}) => resource("restApi", "a", { id: "a1", rootResourceId: "root", ...more });
const body = (paths: Properties, more: Properties = {}) =>
  api({ body: JSON.stringify({ openapi: "3.0.1", paths, ...more }) });
const part = (name: string, pathPart: unknown, parentId: unknown = "root") =>
  resource("apiResource", name, { id: name, restApi: "a1", parentId, pathPart });
const operation = (integration: Properties = {}) => ({ get: { "x-amazon-apigateway-integration": integration } });
cases("apigateway-sibling-paths", {
  holds: {
    "a variable beside names": [api(), part("x", "{a}"), part("y", "users"), part("z", "orders")],
    "variables of two levels": [api(), part("x", "{a}"), part("y", "{b}", "x")],
    "a variable of each parent": [api(), part("p", "p"), part("q", "q"), part("x", "{a}", "p"), part("y", "{b}", "q")],
    "those of a document": [body({ "/{a}": operation(), "/{a}/x": operation(), "/u/{b}": operation() })],
  },
  violates: {
    "two variables at one level": [
      ["pathPart is {b} beside {a}", "one variable has a level"],
      api(),
      part("x", "{a}"),
      part("y", "{b}"),
    ],
    "a variable beside {proxy+}": [["{proxy+} beside {a}"], api(), part("x", "{a}"), part("y", "{proxy+}")],
    "one part twice": [["pathPart is users, as that of"], api(), part("x", "users"), part("y", "users")],
    "those of an API without id yet": [
      ["{b} beside {a}"],
      resource("restApi", "a", {}),
      ...["a", "b"].map((name) =>
        resource(
          "apiResource",
          name,
          { restApi: unknown, parentId: unknown, pathPart: `{${name}}` },
          { restApi: ["restApi:a"], parentId: ["restApi:a"] },
        ),
      ),
    ],
    "two in a document": [
      ["its document has {b} beside {a} below /"],
      body({ "/{a}": operation(), "/{b}/x": operation() }),
    ],
  },
  open: {
    "a parent that is unknown": [["parentId"], api(), part("x", "{a}", unknown)],
    "a document that is unknown": [
      ["body"],
      resource("bucket", "b", {}),
      resource("restApi", "a", { body: unknown }, { body: ["bucket:b"] }),
    ],
  },
});

const method = (more: Properties = {}) =>
  resource("apiMethod", "m", { restApi: "a1", resourceId: "r1", httpMethod: "GET", authorization: "AWS_IAM", ...more });
const integration = (more: Properties = {}, links = {}) =>
  resource("apiIntegration", "i", { restApi: "a1", resourceId: "r1", httpMethod: "GET", type: "MOCK", ...more }, links);
const deployment = resource("apiDeployment", "d", { restApi: "a1", triggers: { hash: "x" } });
cases("apigateway-method-integration", {
  holds: {
    "a method with an integration": [api(), method(), integration(), deployment],
    "ids that are unknown, by links": [
      resource("restApi", "a", {}),
      resource("apiResource", "r", { pathPart: "x" }),
      resource(
        "apiMethod",
        "m",
        { restApi: unknown, resourceId: unknown, httpMethod: "GET" },
        { restApi: ["restApi:a"], resourceId: ["apiResource:r"] },
      ),
      resource(
        "apiIntegration",
        "i",
        { restApi: unknown, resourceId: unknown, httpMethod: unknown },
        { restApi: ["restApi:a"], resourceId: ["apiResource:r"], httpMethod: ["apiMethod:m"] },
      ),
      deployment,
    ],
  },
  violates: {
    "a method without one": [["no Integration answers it: AWS refuses to deploy"], api(), method(), deployment],
    "one of another verb": [["no Integration"], api(), method(), integration({ httpMethod: "POST" }), deployment],
    "one of another resource": [["no Integration"], api(), method(), integration({ resourceId: "r2" }), deployment],
    "one of another API of which little is known": [
      ["no Integration"],
      api(),
      method(),
      integration({ restApi: "other", resourceId: unknown }),
      deployment,
    ],
    "a method without a deployment": [["cannot be deployed"], api(), method()],
  },
  open: {
    "an integration of an unknown resource": [
      ["integration"],
      api(),
      method(),
      integration({ resourceId: unknown }),
      deployment,
    ],
  },
});

cases("apigateway-body-timeout", {
  holds: {
    "29 s of a REST API": [body({ "/x": operation({ timeoutInMillis: 29_000 }) })],
    "15 minutes of a stream": [body({ "/x": operation({ timeoutInMillis: 900_000, responseTransferMode: "STREAM" }) })],
    "30 s of an HTTP API": [
      resource("httpApi", "h", { body: JSON.stringify({ paths: { "/x": operation({ timeoutInMillis: 30_000 }) } }) }),
    ],
    "none at all": [body({ "/x": operation() })],
  },
  violates: {
    "one above it": [
      ["timeoutInMillis of GET /x is 29,001 ms", "50 to 29,000 ms"],
      body({ "/x": operation({ timeoutInMillis: 29_001 }) }),
    ],
    "one below 50 ms": [["is 49 ms"], body({ "/x": operation({ timeoutInMillis: 49 }) })],
    "more than 30 s of an HTTP API": [
      ["is 30,001 ms", "50 to 30,000 ms"],
      resource("httpApi", "h", { body: JSON.stringify({ paths: { "/x": operation({ timeoutInMillis: 30_001 }) } }) }),
    ],
  },
  open: {
    "a document that is neither JSON nor YAML": [["body"], api({ body: "openapi: [3.0.1" })],
  },
});

cases("apigateway-api-policy-size", {
  holds: {
    "8,192 characters": [api({ policy: "x".repeat(8_192) })],
    "a short one in the document": [body({}, { "x-amazon-apigateway-policy": { Version: "2012-10-17" } })],
  },
  violates: {
    "one more": [["length of policy is 8,193 characters"], api({ policy: "x".repeat(8_193) })],
    "a long one in the document": [
      ["length of policy is 8,2"],
      body({}, { "x-amazon-apigateway-policy": { Version: "x".repeat(8_192) } }),
    ],
  },
  open: { "a policy that is unknown": [["policy"], api({ policy: unknown })] },
});

const { stageVariableKey } = limits.apigateway;
const variable = (length: number) => ({ ["k".repeat(length)]: "v" });
cases("apigateway-stage-variable-length", {
  holds: { "a name of 64 characters": [resource("apiStage", "s", { variables: variable(stageVariableKey.max) })] },
  violates: {
    "a name of 65": [
      ["length of the name kkk", "is 65 characters", "at most 64"],
      resource("apiStage", "s", { variables: variable(65) }),
    ],
    "one of an HTTP API's stage": [["in stageVariables"], resource("httpStage", "s", { stageVariables: variable(65) })],
    "one of a deployment": [["is 65"], resource("apiDeployment", "s", { variables: variable(65) })],
  },
  open: { "variables that are unknown": [["variables"], resource("apiStage", "s", { variables: unknown })] },
});

const key = (policy: unknown, more: Properties = {}) => resource("key", "k", { policy, ...more });
const may = (Principal: unknown, ...Action: string[]) =>
  document({ Effect: "Allow", Principal, Action, Resource: "*" });
const own = { AWS: `arn:aws:iam::${account}:root` };
cases("kms-manageable", {
  holds: {
    "no policy": [key(undefined)],
    "the account": [key(may(own, "kms:*"))],
    "an administrator": [key(may({ AWS: `arn:aws:iam::${account}:role/admin` }, "kms:Put*", "kms:Get*"))],
    "the action in any case": [key(may(own, "KMS:putkeypolicy"))],
    "all but some actions": [
      key(document({ Effect: "Allow", Principal: own, NotAction: "kms:Decrypt", Resource: "*" })),
    ],
    "the account under a condition": [
      key(
        document({
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: "kms:*",
          Resource: "*",
          Condition: { StringEquals: { "kms:CallerAccount": account } },
        }),
      ),
    ],
  },
  violates: {
    "users of the key alone": [
      ["allows nobody kms:PutKeyPolicy: AWS refuses"],
      key(may({ AWS: `arn:aws:iam::${account}:role/x` }, "kms:Encrypt", "kms:Decrypt")),
    ],
    "a service alone": [["allows nobody"], key(may({ Service: "cloudtrail.amazonaws.com" }, "kms:*"))],
    "a denial of everybody": [
      ["allows nobody"],
      key(
        document(
          { Effect: "Allow", Principal: own, Action: "kms:*", Resource: "*" },
          { Effect: "Deny", Principal: "*", Action: "kms:Put*", Resource: "*" },
        ),
      ),
    ],
    "a policy of its own resource": [
      ["allows nobody"],
      resource("keyPolicy", "p", { keyId: "k", policy: may(own, "kms:Decrypt") }),
    ],
    "one that AWS is told to take": [
      ["nobody can ever manage the key"],
      key(may(own, "kms:Decrypt"), { bypassPolicyLockoutSafetyCheck: true }),
    ],
  },
  open: {
    "a policy that is unknown": [["policy"], key(unknown)],
    "an action that is unknown": [
      ["policy"],
      key({ Version: "2012-10-17", Statement: { Effect: "Allow", Principal: own, Action: [unknown], Resource: "*" } }),
    ],
  },
});

const rule = (scheduleExpression: unknown) => resource("eventRule", "e", { scheduleExpression });
cases("eventbridge-schedule-expression", {
  holds: { "one day with #": [rule("cron(0 12 ? * 2#1 *)")] },
  violates: {
    "two days with #": [["with # it takes one day alone"], rule("cron(0 12 ? * 2#1,3#2 *)")],
    "a day beside one with #": [["with # it takes one day alone"], rule("cron(0 12 ? * MON,3#2 *)")],
  },
  open: { "an expression that is unknown": [["scheduleExpression"], rule(unknown)] },
});
