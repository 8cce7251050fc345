import assert from "node:assert/strict";
import { check, type CheckRequest } from "../../../local/provider/frame/check";
import { resourceTypes } from "../../../local/provider/resources";
import { unknownValue } from "../../../local/provider/frame/values";

function checked(token: string, news: CheckRequest["news"], more: Partial<CheckRequest> = {}) {
  const type = resourceTypes.get(token)!;
  return check(type, { resourceName: "it", olds: {}, news, seed: new Uint8Array([7]), defaultTags: {}, ...more });
}

const bucket = "aws:s3/bucket:Bucket";
const queue = "aws:sqs/queue:Queue";

describe("checking arguments", () => {
  it("names every argument that is missing, and every one that does not exist", () => {
    const { failures } = checked("aws:lambda/permission:Permission", {
      action: "lambda:InvokeFunction",
      colour: "red",
    });
    assert.deepEqual(failures, [
      { property: "colour", reason: '"colour" is not an argument of aws:lambda/permission:Permission' },
      { property: "function", reason: 'missing required argument "function"' },
      { property: "principal", reason: 'missing required argument "principal"' },
    ]);
  });

  it("takes an unknown value for a required argument", () => {
    assert.deepEqual(checked("aws:lambda/function:Function", { role: unknownValue }).failures, []);
  });

  it("fills in the defaults that the official provider fills in", () => {
    const { inputs } = checked("aws:lambda/function:Function", { role: "r" });
    const { timeout, memorySize, packageType, reservedConcurrentExecutions, publish } = inputs;
    assert.deepEqual(
      { timeout, memorySize, packageType, reservedConcurrentExecutions, publish },
      { timeout: 3, memorySize: 128, packageType: "Zip", reservedConcurrentExecutions: -1, publish: false },
    );
  });

  it("keeps the automatic name of an earlier run, and makes another when a name of the program's is taken away", () => {
    const first = checked(queue, {}).inputs;
    assert.equal(checked(queue, {}, { olds: first, seed: new Uint8Array([8]) }).inputs.name, first.name);
    const named = checked(queue, { name: "mine" }).inputs;
    assert.match(String(checked(queue, {}, { olds: named }).inputs.name), /^it-/);
  });

  it("makes no name where the program gives a prefix", () => {
    assert.equal(checked(queue, { namePrefix: "app-" }).inputs.name, undefined);
  });

  it("makes the names that the stack's config asks for", () => {
    const autonaming = { disabled: false, proposedName: "prod-it" };
    assert.equal(checked(queue, { fifoQueue: true }, { autonaming }).inputs.name, "prod-it.fifo");
    const off = checked(queue, {}, { autonaming: { disabled: true, proposedName: "" } });
    assert.deepEqual(off.failures, [
      { property: "name", reason: "give name: the stack's config switches auto-naming off" },
    ]);
  });

  it("refuses a name that AWS would refuse, telling what is allowed", () => {
    const [failure] = checked(bucket, { bucket: "My_Bucket" }).failures;
    assert.equal(failure?.property, "bucket");
    assert.match(
      failure.reason,
      /^"My_Bucket" is not a name that AWS accepts: at most 63 characters, lowercase letters/,
    );
    assert.equal(checked(bucket, { bucket: unknownValue }).failures.length, 0);
  });

  it("merges the provider's tags into the resource's own, which win", () => {
    const defaultTags = { team: "a", stage: "dev" };
    assert.deepEqual(checked(bucket, { tags: { team: "b" } }, { defaultTags }).inputs.tags, {
      team: "b",
      stage: "dev",
    });
    assert.deepEqual(checked(bucket, {}, { defaultTags }).inputs.tags, defaultTags);
    assert.equal(checked(bucket, {}).inputs.tags, undefined);
    assert.equal(checked("aws:s3/bucketPolicy:BucketPolicy", {}, { defaultTags }).inputs.tags, undefined);
  });

  it("makes a text of a policy that is given as an object, and leaves it unknown while a part of it is", () => {
    const token = "aws:s3/bucketPolicy:BucketPolicy";
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Resource: "arn:x" }] };
    const { inputs } = checked(token, { bucket: "b", policy });
    assert.deepEqual(JSON.parse(String(inputs.policy)), policy);
    const partly = { ...policy, Statement: [{ Effect: "Deny", Resource: unknownValue }] };
    assert.equal(checked(token, { bucket: "b", policy: partly }).inputs.policy, unknownValue);
  });
});
