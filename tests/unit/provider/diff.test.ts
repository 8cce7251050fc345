import assert from "node:assert/strict";
import { check } from "../../../local/provider/frame/check";
import { diff } from "../../../local/provider/frame/diff";
import { resourceTypes } from "../../../local/provider/resources";
import { findPlannedType } from "../../../local/provider/resources/find";
import {
  archiveSignature,
  hiddenText,
  type Properties,
  signatureKey,
  unknownValue,
} from "../../../local/provider/frame/values";

/** What changes between two sets of arguments, both checked as the engine has them checked. */
function change(token: string, before: Properties, after: Properties, type = resourceTypes.get(token)!) {
  const request = { resourceName: "it", seed: new Uint8Array([7]), defaultTags: {} };
  const olds = check(type, { ...request, olds: {}, news: before }).inputs;
  const news = check(type, { ...request, olds, news: after }).inputs;
  const { changes, replaces, deleteBeforeReplace } = diff(type, olds, news);
  return { changes: Object.fromEntries(changes.map(({ path, kind }) => [path, kind])), replaces, deleteBeforeReplace };
}

const fn = "aws:lambda/function:Function";
const role = { role: "arn:aws:iam::000000000000:role/r" };
const archive = (hash: string, path: string) => ({ [signatureKey]: archiveSignature, hash, path });

describe("differences between two runs", () => {
  it("are none for the same arguments, and none for an argument given as its default", () => {
    assert.deepEqual(change(fn, role, { ...role, timeout: 3, memorySize: 128, publish: false }).changes, {});
  });

  it("tell the place of a change within an argument", () => {
    const before = { ...role, environment: { variables: { A: "1", B: "2" } }, layers: ["x"], tags: { "a b": "1" } };
    const after = { ...role, environment: { variables: { A: "1", B: "3", C: "4" } }, layers: ["x", "y"], tags: {} };
    assert.deepEqual(change(fn, before, after).changes, {
      "environment.variables.B": "update",
      "environment.variables.C": "add",
      "layers[1]": "add",
      tags: "delete",
    });
  });

  it("treat an unknown value as a change", () => {
    const { changes, replaces } = change(fn, role, { role: unknownValue });
    assert.deepEqual(changes, { role: "update" });
    assert.deepEqual(replaces, []);
    assert.deepEqual(change(fn, { ...role, name: "a" }, { ...role, name: unknownValue }).replaces, ["name"]);
  });

  it("are none in what the official plugin filled in, and in a secret that only its own key can read", () => {
    const type = resourceTypes.get("aws:sqs/queue:Queue")!;
    const olds = { __defaults: ["name", "delaySeconds"], name: "jobs-1a2b3c4", delaySeconds: 0, policy: hiddenText };
    const changed = (news: Properties): string[] => {
      const request = { resourceName: "jobs", seed: new Uint8Array([7]), defaultTags: {} };
      return diff(type, olds, check(type, { ...request, olds, news }).inputs).changes.map(({ path }) => path);
    };
    assert.deepEqual(changed({ policy: "{}" }), []);
    assert.deepEqual(changed({ policy: "{}", delaySeconds: 6, fifoQueue: true }), ["delaySeconds", "fifoQueue"]);
  });

  it("compare code by its contents, wherever the file is", () => {
    const before = { ...role, code: archive("abc", "/one.zip") };
    assert.deepEqual(change(fn, before, { ...role, code: archive("abc", "/two.zip") }).changes, {});
    assert.deepEqual(change(fn, before, { ...role, code: archive("def", "/one.zip") }).changes, { code: "update" });
  });

  it("ignore the order of lists in which it means nothing, and heed it where it does", () => {
    const alarm = (actions: string[]) => ({ alarmActions: actions });
    const token = "aws:cloudwatch/metricAlarm:MetricAlarm";
    assert.deepEqual(change(token, alarm(["a", "b"]), alarm(["b", "a"])).changes, {});
    const layers = (...list: string[]) => ({ ...role, layers: list });
    assert.notDeepEqual(change(fn, layers("a", "b"), layers("b", "a")).changes, {});
  });

  it("leave what AWS decides as it is when the program stops giving it", () => {
    assert.deepEqual(change(fn, { ...role, architectures: ["arm64"] }, role).changes, {});
  });

  it("treat an empty list, an empty object and none as the same", () => {
    assert.deepEqual(change(fn, { ...role, layers: [], environment: { variables: {} } }, role).changes, {});
  });
});

describe("replacement", () => {
  const table: [token: string, before: Properties, after: Properties, replaces: string[]][] = [
    [fn, role, { ...role, memorySize: 512, runtime: "nodejs24.x" }, []],
    [fn, role, { ...role, packageType: "Image" }, ["packageType"]],
    ["aws:s3/bucket:Bucket", { bucket: "one" }, { bucket: "two" }, ["bucket"]],
    ["aws:s3/bucket:Bucket", {}, { forceDestroy: true, tags: { a: "b" } }, []],
    ["aws:sqs/queue:Queue", {}, { visibilityTimeoutSeconds: 60 }, []],
    ["aws:sqs/queue:Queue", {}, { fifoQueue: true }, ["fifoQueue"]],
    ["aws:iam/role:Role", { assumeRolePolicy: "{}" }, { assumeRolePolicy: "{}", path: "/x/" }, ["path"]],
    ["aws:lambda/layerVersion:LayerVersion", { layerName: "l" }, { layerName: "l", description: "d" }, ["description"]],
    ["aws:s3/bucketVersioning:BucketVersioning", { bucket: "a" }, { bucket: "b" }, ["bucket"]],
    ["aws:scheduler/schedule:Schedule", { groupName: "a" }, { groupName: "b" }, ["groupName"]],
  ];
  for (const [token, before, after, replaces] of table) {
    const what = Object.keys(after).filter((key) => before[key] !== after[key]);
    it(`${replaces.length ? "follows" : "does not follow"} from ${what.join(", ")} of ${token}`, () => {
      assert.deepEqual(change(token, before, after).replaces, replaces);
    });
  }

  it("deletes first what has a name of the program's, and last what has a name of ours", () => {
    const queue = "aws:sqs/queue:Queue";
    assert.ok(change(queue, { name: "q.fifo" }, { name: "q.fifo", fifoQueue: true }).deleteBeforeReplace);
    assert.ok(!change(queue, { name: "q" }, { name: "q.fifo", fifoQueue: true }).deleteBeforeReplace);
    assert.ok(!change(queue, {}, { fifoQueue: true }).deleteBeforeReplace);
  });

  it("deletes first what can be there only once", () => {
    const permission = { action: "a", function: "f", principal: "p", statementId: "s" };
    const token = "aws:lambda/permission:Permission";
    assert.ok(change(token, permission, { ...permission, principal: "q" }).deleteBeforeReplace);
    assert.ok(!change(token, permission, { ...permission, statementId: "t" }).deleteBeforeReplace);
  });

  describe("in a plan for an account, of a type that the emulator makes anew or only declares", () => {
    const plan = (token: string, before: Properties, after: Properties) =>
      change(token, before, after, findPlannedType(token)).replaces;

    it("are in place where AWS changes it in place", () => {
      const rule = { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443 };
      const token = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
      assert.deepEqual(plan(token, { ...rule, cidrIpv4: "10.0.0.0/16" }, { ...rule, cidrIpv4: "10.1.0.0/16" }), []);
      assert.deepEqual(plan(token, rule, { ...rule, securityGroupId: "sg-2" }), ["securityGroupId"]);
    });

    it("make a new resource for what is inside an argument, and for no other part of it", () => {
      const instance = (block: Properties) => ({ ami: "ami-1", instanceType: "t3.micro", rootBlockDevice: block });
      const token = "aws:ec2/instance:Instance";
      const volume = { encrypted: true, volumeSize: 8 };
      assert.deepEqual(plan(token, instance(volume), instance({ ...volume, volumeSize: 16 })), []);
      assert.deepEqual(plan(token, instance(volume), instance({ ...volume, encrypted: false })), ["rootBlockDevice"]);
      const disk = { deviceName: "/dev/sdf", volumeSize: 8 };
      assert.deepEqual(plan(token, instance(volume), { ...instance(volume), ebsBlockDevices: [disk] }), [
        "ebsBlockDevices",
      ]);
    });

    it("make a new resource for what is inside an argument of a type that the emulator runs", () => {
      const pool = (caseSensitive: boolean) => ({ usernameConfiguration: { caseSensitive } });
      assert.deepEqual(plan("aws:cognito/userPool:UserPool", pool(true), pool(false)), ["usernameConfiguration"]);
    });

    it("make a new resource in the cases that depend on more than the argument", () => {
      const call = { functionName: "f", input: "{}" };
      assert.deepEqual(plan("aws:lambda/invocation:Invocation", call, { ...call, input: "[]" }), ["input"]);
    });
  });
});
