import assert from "node:assert/strict";
import fc from "fast-check";
import { autoName, nameProblem } from "../../../local/provider/frame/names";
import { resourceTypes } from "../../../local/provider/resources";

const rules = [...resourceTypes.values()].flatMap(({ token, name }) => (name ? [{ token, name }] : []));
const rule = fc.constantFrom(...rules);
const resourceName = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,120}$/);
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });

function madeName(token: string, resource: string, props = {}, digits = new Uint8Array([1])): string {
  return autoName(resourceTypes.get(token)!.name!, resource, props, digits);
}

describe("automatic names", () => {
  it("are names that AWS takes, or an error that tells how to shorten them", () => {
    fc.assert(
      fc.property(rule, resourceName, seed, ({ name }, resource, digits) => {
        let made: string;
        try {
          made = autoName(name, resource, {}, digits);
        } catch (error) {
          assert.match(
            (error as Error).message,
            new RegExp(`longer than ${name.maxLength} characters: give ${name.property}`),
          );
          return;
        }
        assert.ok(made.length <= name.maxLength);
        assert.equal(nameProblem(name, made), undefined);
      }),
    );
  });

  it("end with seven hexadecimal digits, so that two stacks do not collide", () => {
    fc.assert(
      fc.property(resourceName, seed, seed, (resource, one, other) => {
        fc.pre(resource.length < 50 && Buffer.compare(one, other) !== 0);
        const [first, second] = [one, other].map((digits) =>
          madeName("aws:lambda/function:Function", resource, {}, digits),
        );
        assert.match(first!, /-[0-9a-f]{7}$/);
        assert.ok(first!.startsWith(`${resource}-`));
        assert.notEqual(first, second);
      }),
    );
  });

  it("are the same for the same seed, so that a plan and its update agree", () => {
    fc.assert(
      fc.property(resourceName, seed, (resource, digits) => {
        fc.pre(resource.length < 50);
        const make = () => madeName("aws:s3/bucket:Bucket", resource, {}, digits);
        assert.equal(make(), make());
      }),
    );
  });

  it("are in lower case for a bucket, and leave the case of a function", () => {
    assert.match(madeName("aws:s3/bucket:Bucket", "Uploads"), /^uploads-[0-9a-f]{7}$/);
    assert.match(madeName("aws:lambda/function:Function", "Thumbnailer"), /^Thumbnailer-[0-9a-f]{7}$/);
  });

  it("end with .fifo for a FIFO queue and a FIFO topic, within the length", () => {
    assert.match(madeName("aws:sqs/queue:Queue", "orders", { fifoQueue: true }), /^orders-[0-9a-f]{7}\.fifo$/);
    assert.match(madeName("aws:sns/topic:Topic", "orders", { fifoTopic: true }), /^orders-[0-9a-f]{7}\.fifo$/);
    const longest = madeName("aws:sqs/queue:Queue", "q".repeat(67), { fifoQueue: true });
    assert.equal(longest.length, 80);
  });

  it("begin with alias/ for the alias of a key", () => {
    assert.match(madeName("aws:kms/alias:Alias", "app"), /^alias\/app-[0-9a-f]{7}$/);
  });
});
