import { type Limit, limits } from "../../limits";
import { type types } from "../../policy/frame/resource";
import { holds, nest, open, resource, unknown, violates } from "./expectations";

type Kind = keyof typeof types;

const { apigateway, cognito, dax, dynamodb, kinesis } = limits;

/** Every rule on how many elements a property has, or characters. */
const counts: readonly (readonly [
  rule: string,
  kind: Kind,
  path: readonly string[],
  limit: Limit,
  of: (n: number) => unknown,
])[] = [
  ["dynamodb-global-indexes", "table", ["globalSecondaryIndexes"], dynamodb.globalIndexes, list],
  ["dynamodb-local-indexes", "table", ["localSecondaryIndexes"], dynamodb.localIndexes, list],
  ["dynamodb-name", "table", ["name"], dynamodb.nameLength, text],
  ["dax-subnets", "daxSubnetGroup", ["subnetIds"], dax.subnets, list],
  ["apigateway-stage-variables", "apiStage", ["variables"], apigateway.stageVariables, map],
  ["apigateway-http-stage-variables", "httpStage", ["stageVariables"], apigateway.stageVariables, map],
  ["apigateway-policy-size", "restApiPolicy", ["policy"], apigateway.policyCharacters, text],
  ["apigateway-stage-variable-length", "apiStage", ["variables", "a"], apigateway.stageVariableValue, text],
  ["cognito-callback-urls", "userPoolClient", ["callbackUrls"], cognito.redirectUrls, list],
  ["cognito-logout-urls", "userPoolClient", ["logoutUrls"], cognito.redirectUrls, list],
  ["cognito-client-scopes", "userPoolClient", ["allowedOauthScopes"], cognito.clientScopes, list],
  ["cognito-scopes", "resourceServer", ["scopes"], cognito.scopes, list],
  ["cognito-custom-attributes", "userPool", ["schemas"], cognito.customAttributes, list],
  ["lambda-event-filters", "eventSourceMapping", ["filterCriteria", "filters"], limits.eventSource.filters, list],
  ["rds-proxy-auth", "dbProxy", ["auths"], limits.rds.proxyAuth, list],
  ["scheduler-name", "schedule", ["name"], limits.scheduler.nameLength, text],
  ["eventbridge-input", "eventTarget", ["input"], limits.eventbridge.inputLength, text],
  ["states-name", "stateMachine", ["name"], limits.states.name, text],
  ["states-definition", "stateMachine", ["definition"], limits.states.definition, text],
  ["cloudfront-function-size", "edgeFunction", ["code"], limits.cloudfront.functionBytes, text],
];

function list(length: number): unknown {
  return Array.from({ length }, (_, index) => ({ name: `n${index}` }));
}

function map(length: number): unknown {
  return Object.fromEntries(Array.from({ length }, (_, index) => [`n${index}`, "x"]));
}

function text(length: number): unknown {
  return "x".repeat(length);
}

describe("how many there are of something", () => {
  for (const [rule, kind, path, limit, of] of counts) {
    const set = (value: unknown) => resource(kind, "subject", nest(path, value));
    const max = limit.max ?? 0;
    it(`${rule} takes ${max} and refuses ${max + 1} ${limit.unit}`, async () => {
      await holds(rule, set(of(max)));
      const parts = [path.join("."), `is ${(max + 1).toLocaleString("en-US")} ${limit.unit}`, "AWS allows", limit.page];
      await violates(rule, parts, set(of(max + 1)));
      await holds(rule, resource(kind, "subject", {}));
      await open(rule, [`${path.join(".")}`], set(unknown));
      await open(rule, ["not a number"], set(5));
    });
  }

  it("standard attributes of a user pool do not count", () => {
    const schemas = [...(list(50) as unknown[]), { name: "email" }, { name: "phone_number" }];
    return holds("cognito-custom-attributes", resource("userPool", "p", { schemas }));
  });
});

/** Every rule on how many resources belong to another one. */
const children: readonly (readonly [rule: string, owner: Kind, child: Kind, property: string, limit: Limit])[] = [
  ["apigateway-authorizers", "restApi", "apiAuthorizer", "restApi", apigateway.authorizers],
  ["apigateway-resources", "restApi", "apiResource", "restApi", apigateway.resources],
  ["apigateway-stages", "restApi", "apiStage", "restApi", apigateway.stages],
  ["apigateway-http-authorizers", "httpApi", "httpAuthorizer", "apiId", apigateway.httpAuthorizers],
  ["apigateway-http-routes", "httpApi", "httpRoute", "apiId", apigateway.httpRoutes],
  ["apigateway-http-stages", "httpApi", "httpStage", "apiId", apigateway.httpStages],
  ["kinesis-readers", "stream", "eventSourceMapping", "eventSourceArn", kinesis.readers],
];

describe("how many resources belong to another one", () => {
  for (const [rule, kind, child, property, limit] of children) {
    const max = limit.max ?? 0;
    const known = resource(kind, "owner", { id: "o", arn: "o" });
    const waiting = resource(kind, "owner", {});
    const some = (count: number, value: unknown, links = {}) =>
      Array.from({ length: count }, (_, index) => resource(child, `c${index}`, { [property]: value }, links));
    it(`${rule} takes ${max} and refuses ${max + 1}, by value or by link`, async () => {
      await holds(rule, known, ...some(max, "o"));
      await violates(
        rule,
        [`number of ${limit.unit} is ${max + 1}`, `at most ${max}`, limit.page],
        known,
        ...some(max + 1, "o"),
      );
      await violates(rule, ['"owner"'], waiting, ...some(max + 1, unknown, { [property]: [`${kind}:owner`] }));
      await open(rule, ["owner"], waiting, ...some(1, unknown));
      await holds(rule, known, ...some(max + 1, "another"));
    }).timeout(20_000);
  }
});
