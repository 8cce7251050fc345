import assert from "node:assert/strict";
import {
  ArgumentError,
  AttributeType,
  CachedItems,
  DaxCluster,
  type DaxClusterArgs,
  DaxNodeType,
  PrivateNetwork,
  readCached,
  readWriteCached,
  Table,
} from "../../components";
import { declare, type Declared, one, statements } from "./deploy";

const cluster = "aws:dax/cluster:Cluster";
const table = (name: string) => new Table(name, { attributes: { id: AttributeType.String }, hashKey: "id" });

describe("a DAX cluster", () => {
  let declared: Declared[];

  before(async () => {
    declared = await declare(() => {
      const [items, network] = [table("Items"), new PrivateNetwork("net")];
      const cache = new DaxCluster("cache", { network, tables: [{ table: items }], itemTtlSeconds: 60 });
      new CachedItems("reader", { network, cache, table: items });
    });
  });

  it("is encrypted at rest and in transit, and has three nodes in the network's zones", () => {
    const args = one(declared, cluster);
    assert.equal(args.clusterName, "cache-test");
    assert.deepEqual(args.serverSideEncryption, { enabled: true });
    assert.equal(args.clusterEndpointEncryptionType, "TLS");
    assert.deepEqual([args.nodeType, args.replicationFactor], ["dax.t3.small", 3]);
    assert.deepEqual(one(declared, "aws:dax/subnetGroup:SubnetGroup").subnetIds, ["net-isolated"]);
    assert.deepEqual(one(declared, "aws:dax/parameterGroup:ParameterGroup").parameters, [
      { name: "query-ttl-millis", value: "300000" },
      { name: "record-ttl-millis", value: "60000" },
    ]);
  });

  it("may read its table and no other, and write nothing", () => {
    const rights = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "cache-tables").policy);
    const actions = rights.flatMap(({ Action }) => Action as string[]);
    for (const action of ["DescribeTable", "GetItem", "Query"])
      assert.ok(actions.includes(`dynamodb:${action}`), action);
    assert.deepEqual(
      actions.filter((action) => /Put|Update|Delete|Write|\*/.test(action)),
      [],
    );
    assert.deepEqual(
      new Set(rights.flatMap(({ Resource }) => Resource)),
      new Set(["arn:aws:dynamodb:eu-west-1:123456789012:Items"]),
    );
  });

  it("lets in what was connected to it, at its encrypted port, and nothing else", () => {
    const rules = declared.filter(
      ({ type, inputs }) => type.endsWith("SecurityGroupIngressRule") && inputs.securityGroupId === "cache-id",
    );
    const seen = rules.map(({ inputs }) => [inputs.referencedSecurityGroupId, inputs.fromPort, inputs.toPort]);
    assert.deepEqual(seen, [["reader-id", 9111, 9111]]);
  });

  it("gives a linked function the endpoint, and the rights to read through it", () => {
    const { environment, vpcConfig } = one(declared, "aws:lambda/function:Function");
    assert.deepEqual(vpcConfig, { subnetIds: ["net-isolated"], securityGroupIds: ["reader-id"] });
    const { variables } = environment as { variables: Record<string, string> };
    assert.deepEqual([variables.TABLE_NAME, variables.DAX_ENDPOINT], ["Items", "daxs://cache.example:9111"]);
    const [through] = statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "reader-links").policy);
    assert.equal(through?.Resource, "arn:aws:dax:eu-west-1:123456789012:cache");
    assert.ok((through?.Action as string[]).every((action) => /^dax:(\w*Get|Query|Scan|Condition)/.test(action)));
  });

  it("writes too where its table says so", async () => {
    const writing = await declare(() => {
      const items = table("Items");
      const cache = new DaxCluster("cache", {
        network: new PrivateNetwork("net"),
        tables: [{ table: items, writes: true }],
      });
      const { statements: given } = readWriteCached(cache, items);
      assert.ok((given[0]?.Action as string[]).includes("dax:PutItem"));
    });
    const rights = statements(one(writing, "aws:iam/rolePolicy:RolePolicy", "cache-tables").policy);
    assert.ok(rights.flatMap(({ Action }) => Action as string[]).includes("dynamodb:PutItem"));
  });

  it("refuses what AWS would, and links to tables that it does not cache, before anything is made", async () => {
    await declare(() => {
      const [items, network] = [table("Items"), new PrivateNetwork("net")];
      const make = (args: Partial<DaxClusterArgs> = {}, name = "cache") =>
        new DaxCluster(name, { network, tables: [{ table: items }], ...args });
      const refused = (program: () => unknown, ...parts: string[]): void =>
        assert.throws(program, (error: Error) => {
          assert.ok(error instanceof ArgumentError, String(error));
          for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
          return true;
        });
      refused(() => make({ nodes: 0 }), 'DaxCluster "cache": nodes is 0', "1 to 11");
      refused(() => make({ nodes: 12 }), "nodes is 12", "1 to 11");
      const nodeType = "dax.m5.large" as DaxNodeType;
      refused(() => make({ nodeType }), 'nodeType is "dax.m5.large"', DaxNodeType.T3Small);
      refused(() => make({ tables: [] }), "tables is 0");
      refused(() => make({ itemTtlSeconds: -1 }), "itemTtlSeconds is -1");
      refused(() => make({ maintenanceWindow: "sunday" }), 'maintenanceWindow is "sunday"', "sun:05:00-sun:06:00");
      refused(() => make({}, "a-name-that-is-long"), "a-name-that-is-long-test", "20");
      const cache = make();
      refused(() => readCached(cache, table("Others")), '"Others"', "caches Items");
      refused(() => readWriteCached(cache, items), "may only read");
    });
  });
});
