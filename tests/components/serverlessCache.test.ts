import assert from "node:assert/strict";
import {
  ArgumentError,
  AttributeType,
  PrivateNetwork,
  ReadThroughItems,
  ServerlessCache,
  type ServerlessCacheArgs,
  Table,
} from "../../components";
import { type Declared, declare, one, statements } from "./deploy";

const cacheType = "aws:elasticache/serverlessCache:ServerlessCache";
const table = () => new Table("Users", { attributes: { UserID: AttributeType.String }, hashKey: "UserID" });

describe("a serverless Valkey cache", () => {
  let declared: Declared[];

  before(async () => {
    declared = await declare(() => {
      const network = new PrivateNetwork("net", { zones: 3 });
      const cache = new ServerlessCache("Cache", { network });
      new ReadThroughItems("reader", { network, cache, table: table(), ttlSeconds: 60 });
    });
  });

  it("is bounded to the least that AWS allows, and keeps no snapshots, unless told otherwise", async () => {
    const cache = one(declared, cacheType);
    assert.deepEqual([cache.engine, cache.majorEngineVersion, cache.name], ["valkey", "8", "cache-test"]);
    const limits = { dataStorage: { maximum: 1, unit: "GB" }, ecpuPerSeconds: [{ maximum: 1_000 }] };
    assert.deepEqual(cache.cacheUsageLimits, limits);
    assert.deepEqual(
      [cache.snapshotRetentionLimit, cache.dailySnapshotTime, cache.kmsKeyId],
      [0, undefined, undefined],
    );
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/own";
    const own = await declare(() => {
      const network = new PrivateNetwork("net");
      const given = { maxStorageGb: 10, maxEcpuPerSecond: 5_000, snapshotDays: 7, snapshotTime: "04:30", kmsKeyArn };
      new ServerlessCache("cache", { network, ...given, alarms: { enabled: false } });
    });
    const { cacheUsageLimits, snapshotRetentionLimit, dailySnapshotTime, kmsKeyId } = one(own, cacheType);
    assert.deepEqual(cacheUsageLimits, {
      dataStorage: { maximum: 10, unit: "GB" },
      ecpuPerSeconds: [{ maximum: 5_000 }],
    });
    assert.deepEqual([snapshotRetentionLimit, dailySnapshotTime, kmsKeyId], [7, "04:30", kmsKeyArn]);
  });

  it("is in the network's zones, and lets in what was connected to it at its port, and nothing else", () => {
    const { subnetIds, securityGroupIds } = one(declared, cacheType);
    assert.deepEqual([subnetIds, securityGroupIds], [["net-isolated"], ["Cache-id"]]);
    const rules = declared.filter(
      ({ type, inputs }) => /SecurityGroup(In|E)gressRule$/.test(type) && inputs.securityGroupId === "Cache-id",
    );
    const seen = rules.map(({ inputs }) => [inputs.referencedSecurityGroupId, inputs.fromPort, inputs.toPort]);
    assert.deepEqual(seen, [["reader-id", 6379, 6379]]);
  });

  it("has one user, who signs in with IAM and has no password, and may not touch all keys at once", () => {
    const user = one(declared, "aws:elasticache/user:User");
    assert.deepEqual([user.userId, user.userName, user.engine], ["cache-test", "cache-test", "valkey"]);
    assert.deepEqual(user.authenticationMode, { type: "iam" });
    for (const property of ["passwords", "passwordsWo", "noPasswordRequired"]) assert.equal(user[property], undefined);
    assert.match(String(user.accessString), /^on .*-@all .*-@dangerous$/);
    const { userGroupId, userIds } = one(declared, "aws:elasticache/userGroup:UserGroup");
    assert.deepEqual([userGroupId, userIds], ["cache-test", ["cache-test"]]);
    assert.equal(one(declared, cacheType).userGroupId, "cache-test");
  });

  it("gives a linked function the way in: the right to sign in as that user to that cache, and no secret", () => {
    const [connect] = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "reader-links").policy);
    assert.equal(connect?.Action, "elasticache:Connect");
    const arns = ["Cache", "Cache"].map((name) => `arn:aws:elasticache:eu-west-1:123456789012:${name}`);
    assert.deepEqual(connect?.Resource, arns);
    const { environment, vpcConfig } = one(declared, "aws:lambda/function:Function");
    const { variables } = environment as { variables: Record<string, string> };
    const { CACHE_ENDPOINT, CACHE_NAME, CACHE_USER, TABLE_NAME, TTL_SECONDS, MISSING_TTL_SECONDS } = variables;
    assert.deepEqual(
      [CACHE_ENDPOINT, CACHE_NAME, CACHE_USER, TABLE_NAME, TTL_SECONDS, MISSING_TTL_SECONDS],
      ["rediss://cache.example:6379", "cache-test", "cache-test", "Users", "60", "30"],
    );
    assert.deepEqual(vpcConfig, { subnetIds: ["net-isolated"], securityGroupIds: ["reader-id"] });
  });

  it("tells when it throttles and when it is nearly full", () => {
    const alarms = declared.filter(({ name, type }) => type.endsWith(":MetricAlarm") && name.startsWith("Cache-"));
    assert.deepEqual(
      alarms.map(({ inputs }) => [inputs.metricName, inputs.threshold, inputs.dimensions]),
      [
        ["ThrottledCmds", 0, { clusterId: "cache-test" }],
        ["BytesUsedForCache", 900_000_000, { clusterId: "cache-test" }],
      ],
    );
  });

  it("refuses what AWS would, and a network of one zone, before anything is made", async () => {
    await declare(() => {
      const network = new PrivateNetwork("net");
      const refused = (program: () => unknown, ...parts: string[]): void =>
        assert.throws(program, (error: Error) => {
          assert.ok(error instanceof ArgumentError, String(error));
          for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
          return true;
        });
      const make = (args: Partial<ServerlessCacheArgs>, name = "cache") =>
        new ServerlessCache(name, { network, ...args });
      refused(
        () => make({ maxStorageGb: 0, maxEcpuPerSecond: 999, snapshotDays: 36, snapshotTime: "4:30" }),
        'ServerlessCache "cache": maxStorageGb is 0; AWS allows whole numbers from 1 to 5000 GB',
        "maxEcpuPerSecond is 999",
        "snapshotDays is 36",
        'snapshotTime is "4:30"',
      );
      refused(() => make({ snapshotTime: "04:30" }), "there are no snapshots without snapshotDays");
      refused(() => make({}, "a-name-that-is-much-longer-than-it-may-be"), "a-name-that-is-much-longer", "allows 40");
      refused(() => make({}, "my_cache"), "my_cache-test");
      refused(() => new ServerlessCache("cache", { network: new PrivateNetwork("one", { zones: 1 }) }), "zones is 1");
      const cache = make({});
      const reader = { network, cache, table: table() };
      refused(
        () => new ReadThroughItems("reader", { ...reader, ttlSeconds: 0, missingTtlSeconds: 86_401 }),
        'ReadThroughItems "reader": ttlSeconds is 0; give whole seconds from 1 to 86,400',
        "missingTtlSeconds is 86401",
      );
    });
  });
});
