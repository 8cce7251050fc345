import assert from "node:assert/strict";
import {
  ArgumentError,
  DatabaseEventCategory,
  DatabaseEvents,
  type DatabaseEventSourceArgs,
  DatabaseSourceType,
  eventCategories,
} from "../../components";
import { databaseEventsProblems } from "../../components/database/eventsCheck";
import { type Declared, declare, one, statements } from "./deploy";

const subscription = "aws:rds/eventSubscription:EventSubscription";
const topic = "aws:sns/topic:Topic";

describe("events of databases", () => {
  let declared: Declared[];

  before(async () => {
    declared = await declare(
      () =>
        new DatabaseEvents("db", {
          sources: [
            {
              type: DatabaseSourceType.Instance,
              ids: ["orders", "orders-2"],
              categories: [DatabaseEventCategory.Failover, DatabaseEventCategory.LowStorage],
            },
            { type: DatabaseSourceType.Proxy },
          ],
          emails: ["ops@example.com"],
        }),
    );
  });

  it("are subscribed to by type, with the sources and categories that are named, else all", () => {
    const { snsTopic, sourceType, sourceIds, eventCategories: named } = one(declared, subscription, "db-db-instance");
    assert.deepEqual([snsTopic, sourceType], ["arn:aws:sns:eu-west-1:123456789012:db", "db-instance"]);
    assert.deepEqual(
      [sourceIds, named],
      [
        ["orders", "orders-2"],
        ["failover", "low storage"],
      ],
    );
    const proxies = one(declared, subscription, "db-db-proxy");
    assert.deepEqual([proxies.sourceIds, proxies.eventCategories], [undefined, undefined]);
  });

  it("come to a topic that is encrypted with a rotated key, which RDS may use for this account only", () => {
    assert.equal(one(declared, topic, "db").kmsMasterKeyId, "arn:aws:kms:eu-west-1:123456789012:db");
    const key = one(declared, "aws:kms/key:Key");
    assert.equal(key.enableKeyRotation, true);
    const [account, service] = statements(key.policy);
    assert.deepEqual(account?.Principal, { AWS: "arn:aws:iam::123456789012:root" });
    assert.deepEqual(service?.Principal, { Service: "events.rds.amazonaws.com" });
    assert.deepEqual(service?.Action, ["kms:GenerateDataKey*", "kms:Decrypt"]);
    const ofAccount = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    assert.deepEqual(service?.Condition, ofAccount);
    const [, publishers] = statements(one(declared, "aws:sns/topicPolicy:TopicPolicy", "db-tls").policy);
    assert.deepEqual(
      [publishers?.Principal, publishers?.Action, publishers?.Condition],
      [{ Service: "events.rds.amazonaws.com" }, "sns:Publish", ofAccount],
    );
  });

  it("go to a function that this topic alone may call, and that may tell and remember, nothing else", () => {
    const { protocol, endpoint } = one(declared, "aws:sns/topicSubscription:TopicSubscription", "db-function");
    assert.deepEqual([protocol, endpoint], ["lambda", "arn:aws:lambda:eu-west-1:123456789012:db"]);
    const { principal, sourceArn } = one(declared, "aws:lambda/permission:Permission");
    assert.deepEqual([principal, sourceArn], ["sns.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:db"]);
    const rights = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "db-links").policy);
    assert.deepEqual(
      rights.map(({ Action, Resource }) => [Action, Resource]),
      [
        ["sns:Publish", "arn:aws:sns:eu-west-1:123456789012:db-critical"],
        [["dynamodb:GetItem", "dynamodb:PutItem"], "arn:aws:dynamodb:eu-west-1:123456789012:db-handled"],
      ],
    );
  });

  it("are told by e-mail only when they are critical, unless every one is asked for", async () => {
    const emails = (all: Declared[]) =>
      all
        .filter(({ inputs }) => inputs.protocol === "email")
        .map(({ inputs }) => [String(inputs.topic).split(":").at(-1), inputs.endpoint]);
    assert.deepEqual(emails(declared), [["db-critical", "ops@example.com"]]);
    const sources = [{ type: DatabaseSourceType.Cluster }];
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/own";
    const every = await declare(
      () => new DatabaseEvents("db", { sources, everyEventEmails: ["dba@example.com"], kmsKeyArn }),
    );
    assert.deepEqual(emails(every), [["db", "dba@example.com"]]);
    assert.equal(
      every.filter(({ type }) => type === "aws:kms/key:Key").length,
      0,
      "a key of the own costs nothing more",
    );
  });

  it("are refused exactly where a source does not have the category", () => {
    for (const type of Object.values(DatabaseSourceType)) {
      for (const category of Object.values(DatabaseEventCategory)) {
        const [problem] = databaseEventsProblems({ sources: [{ type, categories: [category] }] });
        if (eventCategories[type].includes(category)) assert.equal(problem, undefined);
        else {
          assert.equal(problem?.value, category);
          assert.ok(problem.allowed.startsWith(`${type} has ${eventCategories[type][0]}`), problem.allowed);
        }
      }
    }
  });

  it("are refused without a source, twice, by ARN and with nothing named, all at once", async () => {
    await declare(() => {
      const refused = (sources: DatabaseEventSourceArgs[], ...parts: string[]): void =>
        assert.throws(
          () => new DatabaseEvents("db", { sources }),
          (error: Error) => {
            assert.ok(error instanceof ArgumentError, String(error));
            for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
            return true;
          },
        );
      const type = DatabaseSourceType.Instance;
      refused([], 'DatabaseEvents "db": sources is 0');
      refused([{ type: "db-table" as DatabaseSourceType }], 'sources[0].type is "db-table"', "db-instance, db-cluster");
      refused(
        [
          { type, ids: ["arn:aws:rds:eu-west-1:123456789012:db:orders"] },
          { type, ids: [], categories: [] },
          { type: DatabaseSourceType.Proxy, ids: ["a--b"], categories: [DatabaseEventCategory.Failover] },
        ],
        "sources[0].ids is",
        "not an ARN",
        'sources[1].type is "db-instance"; name each type once',
        "sources[1].ids is []",
        "sources[1].categories is []",
        'sources[2].ids is "a--b"',
        'sources[2].categories is "failover"; db-proxy has configuration change, creation, deletion, failure',
      );
    });
  });
});
