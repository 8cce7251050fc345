import fc from "fast-check";
import assert from "node:assert/strict";

import { formatAnnouncement, hashEvent, parseNotification } from "../../../handlers/database-events/notification";
import { findMeaning, findSeverity } from "../../../handlers/database-events/severity";

const page = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html";
/** As RDS publishes an event. */
const published = (id: string, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    "Event Source": "db-instance",
    "Event Time": "2026-11-27 12:00:00.000",
    "Identifier Link": "https://console.aws.amazon.com/rds/home?region=eu-west-1#dbinstance:id=orders",
    "Source ID": "orders",
    "Source ARN": "arn:aws:rds:eu-west-1:123456789012:db:orders",
    "Event ID": `${page}#${id}`,
    "Event Message": "Multi-AZ instance failover completed",
    Tags: {},
    ...more,
  });
const number = fc.integer({ min: 0, max: 9_999 }).map((n) => `RDS-EVENT-${String(n).padStart(4, "0")}`);

describe("the severity of a database's event", () => {
  const cases: [what: string, id: string, severity: string][] = [
    ["a failed failover", "RDS-EVENT-0069", "critical"],
    ["storage that is used up", "RDS-EVENT-0007", "critical"],
    ["an instance that was shut down for full storage", "RDS-EVENT-0221", "critical"],
    ["a failed instance", "RDS-EVENT-0031", "critical"],
    ["a finished failover", "RDS-EVENT-0049", "warning"],
    ["storage that is 90 % full", "RDS-EVENT-0089", "warning"],
    ["backups that were switched off", "RDS-EVENT-0028", "warning"],
    ["a failed export of a snapshot", "RDS-EVENT-0162", "warning"],
    ["a deleted instance", "RDS-EVENT-0003", "warning"],
    ["a reset master password", "RDS-EVENT-0016", "warning"],
    ["a finished backup", "RDS-EVENT-0002", "info"],
    ["a new snapshot", "RDS-EVENT-0091", "info"],
    ["a paused Aurora Serverless", "RDS-EVENT-0145", "info"],
    ["an event that RDS has only since yesterday", "RDS-EVENT-9999", "warning"],
    ["a message without an id", "", "warning"],
  ];
  for (const [what, id, severity] of cases) {
    it(`is ${severity} for ${what}`, () => assert.equal(findSeverity(id), severity));
  }

  it("has a meaning to tell exactly where it is critical", () => {
    fc.assert(fc.property(number, (id) => (findMeaning(id) !== undefined) === (findSeverity(id) === "critical")));
  });
});

describe("a message of RDS", () => {
  it("is read as it comes, whatever page its id points to", () => {
    fc.assert(
      fc.property(number, fc.webUrl({ withQueryParameters: true }), (id, url) => {
        assert.equal(parseNotification(published(id, { "Event ID": `${url}#${id}` })).id, id);
      }),
    );
    const { source, sourceType, sourceArn } = parseNotification(published("RDS-EVENT-0049"));
    assert.deepEqual([sourceType, source], ["db-instance", "orders"]);
    assert.equal(sourceArn, "arn:aws:rds:eu-west-1:123456789012:db:orders");
  });

  it("has the same key each time that it comes, and another when anything in it differs", () => {
    const key = (text: string) => hashEvent(parseNotification(text));
    const text = published("RDS-EVENT-0049");
    assert.equal(key(text), key(text));
    assert.equal(key(text), key(published("RDS-EVENT-0049", { Tags: { since: "then" } })));
    const others = { "Event Time": "2026-11-27 12:00:00.001", "Source ID": "other", "Event Message": "x" };
    for (const [name, value] of Object.entries(others)) {
      assert.notEqual(key(text), key(published("RDS-EVENT-0049", { [name]: value })), name);
    }
    assert.notEqual(key(text), key(published("RDS-EVENT-0050")));
  });

  it("is announced under a subject that SNS takes, whatever the source is called", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), (source) => {
        const { subject } = formatAnnouncement(parseNotification(published("RDS-EVENT-0007", { "Source ID": source })));
        assert.match(subject, /^[\x20-\x7e]{1,100}$/);
      }),
    );
    const { text } = formatAnnouncement(parseNotification(published("RDS-EVENT-0007")));
    assert.match(text, /^db-instance orders: the storage is used up\.\nRDS says: /);
  });

  for (const [what, text] of [
    ["is no JSON", "hello"],
    ["is another service's", JSON.stringify({ AlarmName: "x" })],
  ] as const) {
    it(`is refused when it ${what}`, () => assert.throws(() => parseNotification(text), /not an RDS event/));
  }
});
