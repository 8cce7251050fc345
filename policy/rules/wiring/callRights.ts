import { type Graph } from "../../frame/graph";
import { type Reading, valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { knownAction } from "../../readings/actions";
import { readArn } from "../../readings/callConditions";
import { anyArn, guide, type Need, own, type Rights, somewhere, subscriptionFilter, toSend } from "./rights";

/** The right that an HTTP method takes on an object. */
const objectActions: Readonly<Record<string, string>> = {
  GET: "s3:GetObject",
  HEAD: "s3:GetObject",
  PUT: "s3:PutObject",
  DELETE: "s3:DeleteObject",
};

/**
 * What a URI such as `arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem` calls. A path leaves the action to the request,
 * but for a function's, and for an object's, where the method says it.
 */
async function integratedAction(uri: string, method: string): Promise<string | undefined> {
  const [, service, kind, rest = ""] = /^arn:[^:]+:apigateway:[^:]*:([\w.-]+):(action|path)\/(.*)$/.exec(uri) ?? [];
  if (service === undefined) return undefined;
  if (kind === "action") return knownAction(service, /^\w*/.exec(rest)?.[0] ?? "");
  if (service === "lambda") return "lambda:InvokeFunction";
  if (service === "s3" && /^[^/]+\/./.test(rest)) return objectActions[method];
  return undefined;
}

/** The ARN of the function in a URI of API Gateway. */
function calledFunction(uri: string): Reading<string> {
  const arn = /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1];
  return arn === undefined ? anyArn : { state: "known", value: arn };
}

async function restIntegration(owner: Resource): Promise<readonly Need[]> {
  const uri = valueOr(owner.get("uri").text(), "");
  const action = await integratedAction(uri, valueOr(owner.get("integrationHttpMethod").text(), ""));
  if (action === undefined) return [];
  return [{ owner, what: "uri", ...own(owner, "credentials"), actions: [[action]], arn: calledFunction(uri) }];
}

/** `SQS-SendMessage`: the services of first-class integrations, as IAM calls them. */
const subtypes: Readonly<Record<string, string>> = {
  AppConfig: "appconfig",
  EventBridge: "events",
  Kinesis: "kinesis",
  SQS: "sqs",
  StepFunctions: "states",
};

const httpIntegrations = (stack: Graph): readonly Need[] =>
  stack.ofType(types.httpIntegration).flatMap((owner) => {
    const by = own(owner, "credentialsArn");
    const [, given = "", name = ""] = /^(\w+)-(\w+)$/.exec(valueOr(owner.get("integrationSubtype").text(), "")) ?? [];
    const service = subtypes[given];
    if (service === undefined) return toSend(stack, owner, owner.get("integrationUri"), by);
    return [{ owner, what: "integrationSubtype", ...by, actions: [[`${service}:${name}`]], arn: anyArn }];
  });

const integrations: Rights = {
  rule: "apigateway-integration",
  title: "The role of an API's integration may call what it integrates",
  needs: async (stack) => [
    ...(await Promise.all(stack.ofType(types.apiIntegration).map(restIntegration))).flat(),
    ...httpIntegrations(stack),
  ],
  refused: false,
  because: "each request is answered with an error",
  page: `${guide}/apigateway/latest/developerguide/getting-started-aws-proxy.html`,
};

/** A source of items is of use with any of these. */
const anyItems = [
  "GetItem",
  "Query",
  "Scan",
  "BatchGetItem",
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "BatchWriteItem",
].map((name) => `dynamodb:${name}`);

const dataSources: Rights = {
  rule: "appsync-source",
  title: "The role of a GraphQL data source may use it",
  needs: (stack) =>
    stack.ofType("aws:appsync/dataSource:DataSource").flatMap((owner) => {
      const by = own(owner, "serviceRoleArn");
      const property = owner.get("lambdaConfig", "functionArn");
      const invoked = toSend(stack, owner, property, by);
      const table = owner.get("dynamodbConfig", "tableName");
      if (table.any().state === "absent") return invoked;
      const [found] = stack.resolve(owner, table, types.table);
      const arn = found ? readArn(found) : somewhere;
      return [...invoked, { owner, what: table.name, ...by, actions: [anyItems], arn }];
    }),
  refused: false,
  because: "each field of it is answered with an error",
  page: `${guide}/appsync/latest/devguide/attaching-a-data-source.html`,
};

/** What each resource of a type needs one of, on something that it does not name. */
const eachNeeds =
  (type: string, role: readonly [string, ...string[]], actions: readonly string[]): Rights["needs"] =>
  (stack) =>
    stack
      .ofType(type)
      .map((owner) => ({ owner, what: role[0], ...own(owner, ...role), actions: [actions], arn: somewhere }));

const subscriptions: Rights = {
  rule: "logs-subscription",
  title: "The role of a subscription filter may send to its stream",
  needs: (stack) =>
    stack
      .ofType(subscriptionFilter)
      .flatMap((owner) => toSend(stack, owner, owner.get("destinationArn"), own(owner, "roleArn"))),
  refused: true,
  because: "CloudWatch Logs cannot deliver its test message and refuses the filter",
  page: `${guide}/AmazonCloudWatch/latest/logs/SubscriptionFilters.html`,
};

const messages: Rights = {
  rule: "cognito-sms-role",
  title: "The role by which Cognito sends text messages may send them",
  needs: eachNeeds(types.userPool, ["smsConfiguration", "snsCallerArn"], ["sns:Publish"]),
  refused: true,
  because: "Cognito refuses such a role",
  page: `${guide}/cognito/latest/developerguide/cognito-user-pool-settings-sms-userpool-settings.html`,
};

const proxies: Rights = {
  rule: "rds-proxy-role",
  title: "The role of an RDS Proxy may read the secrets by which it signs in",
  needs: (stack) =>
    stack.ofType(types.dbProxy).flatMap((owner) =>
      valueOr(owner.get("auths").list(), []).flatMap((auth) => {
        const secret = auth.at("secretArn");
        if (secret.any().state === "absent" || owner.leavesToAws(secret)) return [];
        const [found] = stack.resolve(owner, secret, types.secret);
        const arn = found ? readArn(found) : secret.text();
        const actions = [["secretsmanager:GetSecretValue"]];
        return [{ owner, what: secret.name, ...own(owner, "roleArn"), actions, arn }];
      }),
    ),
  refused: false,
  because: "no connection is ever made",
  page: `${guide}/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html`,
};

const clusters: Rights = {
  rule: "dax-role",
  title: "The role of a DAX cluster may use tables",
  needs: eachNeeds(types.daxCluster, ["iamRoleArn"], anyItems),
  refused: false,
  because: "each request is answered with an error",
  page: `${guide}/amazondynamodb/latest/developerguide/DAX.access-control.html`,
};

/** What roles need by which services call others on behalf of a program. */
export const callRights: readonly Rights[] = [integrations, dataSources, subscriptions, messages, proxies, clusters];
