import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as components from "../../components";
import {
  AccessLogs,
  Api,
  ArgumentError,
  AttributeType,
  AuthorizerType,
  DeadLetterQueue,
  EndpointType,
  type Function,
  GlobalTable,
  GroupScopes,
  HttpMethod,
  Table,
  Topic,
  UserPool,
} from "../../components";
import { declare } from "./deploy";

const attributes = { UserID: AttributeType.String };
const users = { attributes, hashKey: "UserID" };
const routes = [{ method: HttpMethod.Get, path: "/", function: {} as Function, authorizer: "iam" }];

/** What people try, with the component, the property, the value and the fix that the one error must name. */
const attempts: [what: string, attempt: () => unknown, ...parts: string[]][] = [
  [
    "an index on an attribute that is not declared",
    () => new Table("Users", { ...users, globalIndexes: [{ name: "ByEmail", hashKeys: ["Email"] }] }),
    'Table "Users": globalIndexes[0].hashKeys is "Email"',
    "add it to attributes",
  ],
  [
    "a time to live in a key attribute",
    () => new Table("Users", { ...users, timeToLiveAttribute: "UserID" }),
    'Table "Users": timeToLiveAttribute is "UserID"',
    "needs an attribute that is not a key",
  ],
  [
    "replicas of a table with fixed capacity",
    () =>
      new GlobalTable("Users", { ...users, capacity: { read: 5, write: 5 }, replicas: [{ region: "eu-central-1" }] }),
    'GlobalTable "Users": capacity is {"read":5,"write":5}',
    "give maxRead and maxWrite",
  ],
  [
    "a private API without endpoints",
    () => new Api("inside", { endpointType: EndpointType.Private, routes }),
    'Api "inside": vpcEndpointIds is missing',
    "a private API needs one or more",
  ],
  [
    "an authorizer whose answers are kept for more than an hour",
    () => {
      const authorizers = {
        slow: { type: AuthorizerType.UserPool, userPoolArns: ["arn:aws:cognito-idp:::x"], ttlSeconds: 3_601 },
      };
      return new Api("slow", { authorizers, routes });
    },
    'Api "slow": authorizers.slow.ttlSeconds is 3601',
    "from 0 to 3600",
    "https://docs.aws.amazon.com/apigateway/",
  ],
  [
    "passwords of five characters",
    () => new UserPool("people", { passwordPolicy: { minimumLength: 5 } }),
    'UserPool "people": passwordPolicy.minimumLength is 5',
    "from 6 to 99",
    "https://docs.aws.amazon.com/cognito",
  ],
  [
    "a trigger that is slower than Cognito's patience, and a scope of no resource server",
    () => new GroupScopes("scopes", { groups: { admins: ["write"] }, timeoutSeconds: 6 }),
    'GroupScopes "scopes": timeoutSeconds is 6',
    'groups.admins is ["write"]',
    "IDENTIFIER/SCOPE",
  ],
];

attempts.push(
  [
    "a topic with an address twice, one that is none, and a publisher that is no service",
    () => new Topic("news", { emails: ["a@example.com", "a@example.com", "ops"], publishers: ["events.rds"] }),
    'Topic "news": emails is ["a@example.com","a@example.com","ops"]; give each once',
    'emails[2] is "ops"; give an address such as ops@example.com',
    'publishers[0] is "events.rds"; give the principal of an AWS service',
  ],
  [
    "dead letters of what has no ARN",
    () => new DeadLetterQueue("failed", { sender: { service: "sns", sourceArn: "topic" } }),
    'DeadLetterQueue "failed": sender.service is "sns"',
    'sender.sourceArn is "topic"; give the ARN',
  ],
  [
    "access logs of no bucket, kept for no day",
    () => new AccessLogs("logs", { sources: [], expireAfterDays: 0 }),
    'AccessLogs "logs": sources is []; name one bucket or more',
    "expireAfterDays is 0; give whole days from 1",
  ],
);

describe("Bad input (under Pulumi's mocks)", () => {
  for (const [what, attempt, ...parts] of attempts) {
    it(`${what}: one error with the fix, and nothing of AWS is declared`, async () => {
      const declared = await declare(() => {
        assert.throws(attempt, (error: unknown) => {
          assert.ok(error instanceof ArgumentError);
          for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
          return true;
        });
      });
      assert.deepEqual(
        declared.filter(({ type }) => type.startsWith("aws:")),
        [],
      );
    });
  }
});

describe("An argument that cannot be read (under Pulumi's mocks)", () => {
  const attempt = (args: unknown) => () => new Table("Users", args as ConstructorParameters<typeof Table>[1]);
  for (const [what, args, named] of [
    ["is missing", { partitionKey: "x" }, "attributes is missing"],
    ["is missing behind others", { globalIndexes: [], hashKey: "UserID" }, "attributes is missing"],
    ["is of another kind", { ...users, globalIndexes: "ByEmail" }, 'globalIndexes is "ByEmail"'],
  ] as const) {
    it(`is named where it ${what}`, () =>
      declare(() => {
        assert.throws(attempt(args), (error: Error) => error.message.startsWith(`Table "Users": ${named}; give`));
      }));
  }
});

/** Every component that the package exports. */
const exported = Object.entries(components as Record<string, unknown>).filter(
  (entry): entry is [string, new (name: string, args: unknown) => unknown] =>
    typeof entry[1] === "function" && entry[1].prototype instanceof pulumi.ComponentResource,
);

describe("A program without a compiler (under Pulumi's mocks)", () => {
  for (const [name, Component] of exported) {
    it(`is told by ${name} which arguments it needs, and never meets a TypeError`, async () => {
      for (const args of [undefined, null, {}, { partitionKey: "x" }, "text", 7]) {
        await declare(() => {
          try {
            new Component("x", args);
          } catch (error) {
            assert.ok(error instanceof ArgumentError, `${JSON.stringify(args)}: ${String((error as Error).stack)}`);
            assert.match(error.message, /^\w+ "x[\w-]*": /);
          }
        });
      }
    });
  }
});
