import assert from "node:assert/strict";
import { account, Cloud, document, type Json, shared, until } from "./cloud";

/** An instance without a server: the emulator runs PostgreSQL only. */
const instance = {
  DBInstanceClass: "db.t3.micro",
  Engine: "mysql",
  MasterUsername: "root",
  MasterUserPassword: "secret-word",
};

describe("events of RDS on the emulator are published as RDS publishes them", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));

  /** A topic, and the queue that gets its messages. */
  async function topic(name: string, Policy?: string) {
    const { TopicArn = "" } = await cloud.aws.sns.createTopic({ Name: name, Attributes: Policy ? { Policy } : {} });
    const queue = await cloud.queue(`${name}-queue`);
    await cloud.aws.sns.subscribe({ TopicArn, Protocol: "sqs", Endpoint: queue.arn });
    return { TopicArn, url: queue.url };
  }
  const subscribe = (SubscriptionName: string, SnsTopicArn: string, more: object = {}) =>
    cloud.aws.rds.createEventSubscription({ SubscriptionName, SnsTopicArn, ...more });
  /** What has come: number and source of each event, sorted, once it is so many. */
  const numbers = async (url: string, count: number) => {
    const found: Json[] = [];
    await until(async () => {
      found.push(...(await cloud.take(url)));
      return found.length >= count ? true : undefined;
    }, `${count} events`);
    const told = found.map(({ Message }) => JSON.parse(Message as string) as { [name: string]: string });
    return told.map((each) => `${each["Event ID"]?.split("#RDS-EVENT-")[1]} ${each["Source ID"]}`).sort();
  };

  it("in AWS's form, with the event's number and the source as attributes", async () => {
    const { TopicArn, url } = await topic("formed");
    await subscribe("formed", TopicArn);
    const Tags = [{ Key: "team", Value: "orders" }];
    await cloud.aws.rds.createDBInstance({ ...instance, DBInstanceIdentifier: "first", Tags });
    const [envelope] = await until(async () => {
      const found = await cloud.take(url);
      return found.length ? found : undefined;
    }, "the event");
    const { "Event Time": time, ...event } = JSON.parse(envelope?.Message as string) as { [name: string]: string };
    assert.match(time ?? "", /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
    assert.deepEqual(event, {
      "Event Source": "db-instance",
      "Identifier Link": "https://console.aws.amazon.com/rds/home?region=eu-central-1#dbinstance:id=first",
      "Source ID": "first",
      "Source ARN": cloud.arn("rds", "db:first"),
      "Event ID": "http://docs.amazonwebservices.com/AmazonRDS/latest/UserGuide/USER_Events.html#RDS-EVENT-0005",
      "Event Message": "DB instance created",
      Tags: { team: "orders" },
    });
    assert.equal(envelope?.Subject, "RDS Notification Message");
    assert.deepEqual(envelope.MessageAttributes, {
      Resource: { Type: "String", Value: cloud.arn("rds", "db:first") },
      EventID: { Type: "String", Value: "RDS-EVENT-0005" },
    });
    const { Events = [] } = await cloud.aws.rds.describeEvents({
      SourceType: "db-instance",
      SourceIdentifier: "first",
    });
    assert.deepEqual(
      Events.map(({ Message, EventCategories }) => [Message, EventCategories]),
      [["DB instance created", ["creation"]]],
    );
    await cloud.aws.rds.deleteEventSubscription({ SubscriptionName: "formed" });
  });

  it("of instances that are stopped, started, restarted, saved and deleted, and of clusters that fail over", async () => {
    const { TopicArn, url } = await topic("lives");
    const { rds } = cloud.aws;
    await subscribe("lives", TopicArn);
    const DBInstanceIdentifier = "second";
    await rds.createDBInstance({ ...instance, DBInstanceIdentifier });
    await rds.createDBSnapshot({ DBInstanceIdentifier, DBSnapshotIdentifier: "saved" });
    await rds.stopDBInstance({ DBInstanceIdentifier });
    await rds.startDBInstance({ DBInstanceIdentifier });
    await rds.rebootDBInstance({ DBInstanceIdentifier });
    await rds.deleteDBSnapshot({ DBSnapshotIdentifier: "saved" });
    await rds.deleteDBInstance({ DBInstanceIdentifier, SkipFinalSnapshot: true });
    const { MasterUsername, MasterUserPassword } = instance;
    const DBClusterIdentifier = "members";
    await rds.createDBCluster({ DBClusterIdentifier, Engine: "aurora-mysql", MasterUsername, MasterUserPassword });
    for (const name of ["writer", "reader"])
      await rds.createDBInstance({
        DBInstanceIdentifier: name,
        DBClusterIdentifier,
        DBInstanceClass: "db.r6g.large",
        Engine: "aurora-mysql",
      });
    await rds.failoverDBCluster({ DBClusterIdentifier });
    await rds.createDBClusterSnapshot({ DBClusterIdentifier, DBClusterSnapshotIdentifier: "kept" });
    await rds.stopDBCluster({ DBClusterIdentifier });
    await rds.startDBCluster({ DBClusterIdentifier });
    assert.deepEqual(
      await numbers(url, 17),
      [
        ...["0005 second", "0040 saved", "0042 saved", "0087 second", "0088 second", "0006 second", "0041 saved"],
        ...["0003 second", "0170 members", "0005 writer", "0005 reader", "0073 members", "0071 members"],
        ...["0074 kept", "0075 kept", "0150 members", "0151 members"],
      ].sort(),
    );
    await rds.deleteEventSubscription({ SubscriptionName: "lives" });
  });

  it("to the subscriptions that ask for their kind, source and category, and are enabled", async () => {
    const { rds } = cloud.aws;
    await rds.createDBInstance({ ...instance, DBInstanceIdentifier: "named" });
    // As the component's topics have it.
    const on = { Principal: "*", Action: "sns:Publish", Resource: cloud.arn("sns", "some") };
    const TlsOnly = { ...on, Effect: "Deny" as const, Condition: { Bool: { "aws:SecureTransport": "false" } } };
    const Principal = { Service: "events.rds.amazonaws.com" };
    const Condition = { StringEquals: { "aws:SourceAccount": account } };
    const policy = document(TlsOnly, { ...on, Effect: "Allow", Principal, Condition });
    const { TopicArn, url } = await topic("some", policy);
    const asks = { SourceType: "db-instance", SourceIds: ["named"], EventCategories: ["notification"] };
    await subscribe("some", TopicArn, asks);
    const off = await topic("off");
    await subscribe("off", off.TopicArn, { Enabled: false });
    for (const DBInstanceIdentifier of ["other", "third"])
      await rds.createDBInstance({ ...instance, DBInstanceIdentifier });
    await rds.stopDBInstance({ DBInstanceIdentifier: "other" });
    await rds.rebootDBInstance({ DBInstanceIdentifier: "third" });
    await rds.stopDBInstance({ DBInstanceIdentifier: "named" });
    assert.deepEqual(await numbers(url, 1), ["0087 named"]);
    assert.deepEqual(await cloud.take(off.url), []);
    await assert.rejects(subscribe("none", TopicArn, { ...asks, SourceIds: ["nobody"] }), {
      name: "SourceNotFoundFault",
    });
  });

  it("to no topic whose policy does not let RDS publish", async () => {
    const [arn, nobody] = [cloud.arn("sns", "closed"), { AWS: cloud.arn("iam", "root").replace("eu-central-1", "") }];
    const closed = document({ Effect: "Allow", Principal: nobody, Action: "sns:Publish", Resource: arn });
    const { TopicArn } = await topic("closed", closed);
    await assert.rejects(subscribe("closed", TopicArn), { name: "SNSNoAuthorizationFault" });
    await assert.rejects(subscribe("gone", `${TopicArn}-gone`), { name: "SNSTopicArnNotFoundFault" });
  });

  it("and to EventBridge", async () => {
    const queue = await cloud.queue("bus");
    const EventPattern = JSON.stringify({ source: ["aws.rds"], detail: { EventID: ["RDS-EVENT-0005"] } });
    await cloud.aws.events.putRule({ Name: "databases", EventPattern });
    await cloud.aws.events.putTargets({ Rule: "databases", Targets: [{ Id: "queue", Arn: queue.arn }] });
    await cloud.aws.rds.createDBInstance({ ...instance, DBInstanceIdentifier: "told" });
    const [event] = await until(async () => {
      const found = await cloud.take(queue.url);
      return found.length ? found : undefined;
    }, "the event");
    const { SourceType, EventCategories, SourceIdentifier } = event?.detail as Json;
    assert.deepEqual(
      [event?.["detail-type"], SourceType, EventCategories, SourceIdentifier],
      ["RDS DB Instance Event", "DB_INSTANCE", ["creation"], "told"],
    );
  });
});
