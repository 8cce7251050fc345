import assert from "node:assert/strict";
import {
  AttributeType,
  CachedItems,
  DaxCluster,
  GatewayService,
  InterfaceService,
  Nat,
  PrivateNetwork,
  type PrivateNetworkArgs,
  ServerlessCache,
  Table,
} from "../../components";
import { startProvider } from "../../local/provider";
import { Aws } from "../../local/provider/frame/aws";
import { type Program, ProviderStack, region, startOwnEmulator } from "./providerStack";

const program =
  (args: PrivateNetworkArgs): Program =>
  () => {
    const network = new PrivateNetwork("net", { ...args, interfaceEndpoints: [InterfaceService.Sqs] });
    const services = [GatewayService.DynamoDb, InterfaceService.Sqs];
    const place = network.place("reader", { services, internet: network.hasInternet });
    const attributes = { id: AttributeType.String };
    const table = new Table("items", { attributes, hashKey: "id", deletionProtection: false });
    const cache = new DaxCluster("cache", { network, tables: [{ table }] });
    cache.connect(place);
    const cached = new CachedItems("cached", { network, cache, table });
    const valkey = new ServerlessCache("valkey", { network });
    valkey.connect(place);
    const { vpcId, subnetIds } = network;
    return {
      vpcId,
      subnetIds,
      group: place.securityGroup.id,
      cache: cache.securityGroup.id,
      valkey: valkey.securityGroup.id,
      endpoints: [cache.endpoint, valkey.endpoint],
      cluster: cache.cluster.clusterName,
      table: table.tableName,
      cachedFunction: cached.function.functionName,
    };
  };

interface Cached {
  item: { seen: string } | null;
  cached: boolean;
}

describe("a private network with caches, by the real engine", function () {
  this.timeout(600_000);
  let emulator: Awaited<ReturnType<typeof startOwnEmulator>>;
  let stack: ProviderStack;
  let cloud: Aws;
  let made: Record<string, unknown>;

  before(async () => {
    emulator = await startOwnEmulator();
    cloud = new Aws(emulator.endpoint, region);
    stack = await ProviderStack.open(await startProvider({ mode: "emulator", endpoint: emulator.endpoint }));
    made = (await stack.up(program({}))).outputs;
  });
  after(async () => {
    await stack.close();
    await emulator.stop();
  });

  it("has a subnet in each of two zones, without a route to the internet", async () => {
    const { Subnets = [] } = await cloud.ec2.describeSubnets({ SubnetIds: made.subnetIds as string[] });
    const zones = Subnets.map(({ AvailabilityZone }) => AvailabilityZone).sort();
    assert.deepEqual(zones, [`${region}a`, `${region}b`]);
    const Filters = [{ Name: "vpc-id", Values: [String(made.vpcId)] }];
    const { RouteTables = [] } = await cloud.ec2.describeRouteTables({ Filters });
    const routes = RouteTables.flatMap(({ Routes = [] }) =>
      Routes.map(({ DestinationCidrBlock }) => DestinationCidrBlock),
    );
    assert.ok(!routes.includes("0.0.0.0/0"), routes.join(", "));
  });

  it("has security groups that name each other, and a default one without rules", async () => {
    const Filters = [{ Name: "vpc-id", Values: [String(made.vpcId)] }];
    const { SecurityGroups = [] } = await cloud.ec2.describeSecurityGroups({ Filters });
    const group = (id: unknown) => SecurityGroups.find(({ GroupId }) => GroupId === id);
    for (const [cache, port, count] of [
      [made.cache, 9111, 2],
      [made.valkey, 6379, 1],
    ] as const) {
      const into = group(cache)?.IpPermissions ?? [];
      assert.deepEqual(
        into.map(({ FromPort, IpRanges }) => [FromPort, IpRanges]),
        Array(count).fill([port, []]),
      );
      const named = into.flatMap(({ UserIdGroupPairs = [] }) => UserIdGroupPairs.map(({ GroupId }) => GroupId));
      assert.ok(named.length === count && named.includes(String(made.group)), named.join(", "));
    }
    assert.deepEqual(group(made.group)?.IpPermissions, []);
    const shut = SecurityGroups.find(({ GroupName }) => GroupName === "default");
    assert.deepEqual([shut?.IpPermissions, shut?.IpPermissionsEgress], [[], []]);
  });

  it("says that Valkey is declared and not run, and gives no endpoint for it", async () => {
    const [cache, valkey] = made.endpoints as string[];
    assert.match(cache ?? "", /^daxs:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(valkey, "");
    const { declaredOnly: declared } = await stack.provider.report();
    const what = "aws:elasticache/serverlessCache:ServerlessCache (valkey)";
    assert.ok(
      declared.some((line) => line.startsWith(`${what} is not run`)),
      declared.join("\n"),
    );
  });

  it("has a function read items through DAX, with the rights of its role, over TLS, and after the cluster's restart", async () => {
    const put = (seen: string) =>
      cloud.dynamodb.putItem({ TableName: String(made.table), Item: { id: { S: "1" }, seen: { S: seen } } });
    const read = async () => {
      const { Payload } = await cloud.lambda.invoke({
        FunctionName: String(made.cachedFunction),
        Payload: Buffer.from(JSON.stringify({ key: { id: "1" } })),
      });
      return JSON.parse(Buffer.from(Payload ?? []).toString()) as Cached;
    };
    await put("first");
    assert.deepEqual(await read(), { item: { id: "1", seen: "first" }, cached: true });
    await put("second");
    assert.equal((await read()).item?.seen, "first");
    const ClusterName = String(made.cluster);
    await cloud.dax.rebootNode({ ClusterName, NodeId: `${ClusterName}-a` });
    assert.equal((await read()).item?.seen, "second");
  });

  it("changes nothing in a second run, and finds nothing changed in a refresh", async () => {
    assert.deepEqual(Object.keys((await stack.refresh()).changes), ["same"]);
    assert.deepEqual(Object.keys((await stack.up(program({}))).changes), ["same"]);
  });

  it("gets NAT without a new subnet", async () => {
    const { outputs, steps } = await stack.up(program({ nat: Nat.Single }));
    assert.deepEqual(outputs.subnetIds, made.subnetIds);
    assert.equal(steps["net-1"], "create");
    const { NatGateways = [] } = await cloud.ec2.describeNatGateways({});
    assert.deepEqual(
      NatGateways.map(({ VpcId }) => VpcId),
      [made.vpcId],
    );
  });

  it("leaves no network behind after a destroy", async () => {
    await stack.destroy();
    const { Vpcs = [] } = await cloud.ec2.describeVpcs({});
    assert.deepEqual(
      Vpcs.filter(({ IsDefault }) => !IsDefault),
      [],
    );
  });
});
