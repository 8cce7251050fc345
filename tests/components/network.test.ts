import assert from "node:assert/strict";
import fc from "fast-check";
import {
  ArgumentError,
  Connection,
  GatewayService,
  InterfaceService,
  Nat,
  NodeFunction,
  PrivateNetwork,
} from "../../components";
import { planSubnets, rangeProblem } from "../../components/network/subnetPlan";
import { declare, type Declared, one, statements } from "./deploy";

const network = "awsx:ec2:Vpc";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("a private network", () => {
  let declared: Declared[];

  before(async () => {
    declared = await declare(() => {
      const net = new PrivateNetwork("net", { interfaceEndpoints: [InterfaceService.Sqs] });
      const worker = net.place("worker", { services: [GatewayService.DynamoDb, InterfaceService.Sqs] });
      const store = net.place("store");
      new Connection("worker-store", { from: worker, to: store, port: 6379 });
    });
  });

  it("has isolated subnets in two zones, and no way to the internet", () => {
    const { numberOfAvailabilityZones, subnetSpecs, natGateways, enableDnsHostnames } = one(declared, network);
    assert.equal(numberOfAvailabilityZones, 2);
    assert.deepEqual(natGateways, { strategy: "None" });
    assert.deepEqual(subnetSpecs, [{ type: "Isolated", name: "inner", cidrBlocks: ["10.0.0.0/19", "10.0.32.0/19"] }]);
    assert.equal(enableDnsHostnames, true);
  });

  it("empties its default security group and writes down who talked to whom", () => {
    const group = one(declared, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    assert.deepEqual([group.ingress, group.egress, group.vpcId], [undefined, undefined, "net-vpc"]);
    const log = one(declared, "aws:ec2/flowLog:FlowLog");
    assert.deepEqual([log.trafficType, log.vpcId], ["ALL", "net-vpc"]);
    assert.equal(one(declared, "aws:cloudwatch/logGroup:LogGroup").retentionInDays, 30);
  });

  it("reaches services by endpoints that take this account's credentials only", () => {
    const endpoint = (name: string) => one(declared, "aws:ec2/vpcEndpoint:VpcEndpoint", name);
    assert.equal(endpoint("net-s3").vpcEndpointType, "Gateway");
    assert.equal(endpoint("net-dynamodb").serviceName, "com.amazonaws.eu-west-1.dynamodb");
    const { vpcEndpointType, privateDnsEnabled, securityGroupIds, subnetIds, policy } = endpoint("net-sqs");
    assert.deepEqual([vpcEndpointType, privateDnsEnabled], ["Interface", true]);
    assert.deepEqual([securityGroupIds, subnetIds], [["net-sqs-id"], ["net-isolated"]]);
    const [statement] = statements(policy);
    assert.deepEqual(statement?.Condition, { StringEquals: { "aws:PrincipalAccount": "123456789012" } });
  });

  it("lets a place out to what it names and nothing else, and lets nobody in", () => {
    const out = declared.filter(({ type, inputs }) => type === egress && inputs.securityGroupId === "worker-id");
    const targets = out.map(({ inputs }) => [inputs.referencedSecurityGroupId ?? inputs.prefixListId, inputs.toPort]);
    assert.deepEqual(targets.sort(), [
      ["net-dynamodb-addresses", 443],
      ["net-sqs-id", 443],
      ["store-id", 6379],
    ]);
    const into = declared.filter(({ type, inputs }) => type === ingress && inputs.securityGroupId === "worker-id");
    assert.deepEqual(into, []);
  });

  it("connects two places by a rule on each side that names the other", () => {
    const { description, ...rule } = one(declared, egress, "worker-store-out");
    assert.equal(description, "worker-store");
    const port = { fromPort: 6379, toPort: 6379, ipProtocol: "tcp" };
    assert.deepEqual(rule, { ...port, securityGroupId: "worker-id", referencedSecurityGroupId: "store-id" });
    const { securityGroupId, referencedSecurityGroupId } = one(declared, ingress, "worker-store-in");
    assert.deepEqual([securityGroupId, referencedSecurityGroupId], ["store-id", "worker-id"]);
  });

  it("takes a function that reaches what it names and nothing wider, and that nothing reaches", async () => {
    const withFunction = await declare(() => {
      const net = new PrivateNetwork("net", { interfaceEndpoints: [InterfaceService.Sqs] });
      const place = net.place("orders", { services: [GatewayService.DynamoDb, InterfaceService.Sqs] });
      new NodeFunction("orders", { entry: "handlers/token-scopes/handler.ts", vpc: place.vpc }, { dependsOn: place });
    });
    const { vpcConfig } = one(withFunction, "aws:lambda/function:Function");
    assert.deepEqual(vpcConfig, { subnetIds: ["net-isolated"], securityGroupIds: ["orders-id"] });
    const rules = withFunction.filter(({ type }) => type === egress || type === ingress);
    const seen = rules.map(({ type, inputs }) => [
      type === egress ? "out of" : "into",
      inputs.securityGroupId,
      inputs.referencedSecurityGroupId ?? inputs.prefixListId,
    ]);
    assert.deepEqual(seen.sort(), [
      ["into", "net-sqs-id", "orders-id"],
      ["out of", "orders-id", "net-dynamodb-addresses"],
      ["out of", "orders-id", "net-sqs-id"],
    ]);
    for (const { inputs } of rules)
      assert.deepEqual([inputs.cidrIpv4, inputs.fromPort, inputs.toPort], [undefined, 443, 443]);
  });

  it("keeps its subnets when it gets NAT: only what they are called and lead to changes", async () => {
    const withNat = await declare(() => {
      const net = new PrivateNetwork("net", { nat: Nat.Single, zones: 3 });
      net.place("worker", { internet: true });
    });
    const { subnetSpecs, natGateways } = one(withNat, network);
    assert.deepEqual(natGateways, { strategy: "Single" });
    const [outer, inner] = subnetSpecs as { type: string; name: string; cidrBlocks: string[] }[];
    assert.deepEqual([outer?.type, inner?.type, inner?.name], ["Public", "Private", "inner"]);
    assert.deepEqual(inner?.cidrBlocks, ["10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19"]);
    assert.equal(one(withNat, egress, "worker-internet").cidrIpv4, "0.0.0.0/0");
  });

  it("refuses one zone, public ranges, and what the network has no way to, before anything is made", async () => {
    await declare(() => {
      const net = new PrivateNetwork("net");
      const refused = (program: () => unknown, ...parts: string[]): void =>
        assert.throws(program, (error: Error) => {
          assert.ok(error instanceof ArgumentError, String(error));
          for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
          return true;
        });
      refused(() => new PrivateNetwork("one", { zones: 1 }), 'PrivateNetwork "one": zones is 1', "from 2 to 3");
      refused(() => new PrivateNetwork("open", { cidrBlock: "8.8.0.0/16" }), "cidrBlock", "10.0.0.0/8");
      const gatewayEndpoints = [GatewayService.S3, GatewayService.S3];
      refused(() => new PrivateNetwork("twice", { gatewayEndpoints }), "gatewayEndpoints", "once");
      refused(() => net.place("out", { internet: true }), 'NetworkPlace "out": internet is true', "nat");
      refused(() => net.place("keys", { services: [InterfaceService.Kms] }), 'services is "kms"', "s3, dynamodb");
      refused(() => new Connection("c", { from: net.place("a"), to: net.place("b"), port: 0 }), "port is 0");
    });
  });
});

describe("the plan of a network's subnets", () => {
  const range = fc
    .record({
      second: fc.integer({ min: 0, max: 255 }),
      third: fc.integer({ min: 0, max: 255 }),
      bits: fc.integer({ min: 16, max: 24 }),
    })
    .map(({ second, third, bits }) => `10.${second}.${third & (255 << (24 - bits)) & 255}.0/${bits}`);
  const span = (block: string): [number, number] => {
    const [address = "", bits] = block.split("/");
    const first = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    return [first, first + 2 ** (32 - Number(bits))];
  };

  it("has blocks that lie within the range and do not overlap, whatever the range", () => {
    fc.assert(
      fc.property(range, fc.constantFrom(2, 3), (cidrBlock, zones) => {
        assert.equal(rangeProblem(cidrBlock), undefined);
        const { inner, outer } = planSubnets(cidrBlock, zones);
        const [start, end] = span(cidrBlock);
        const spans = [...inner, ...outer].map(span).sort(([a], [b]) => a - b);
        assert.equal(spans.length, 2 * zones);
        spans.forEach(([from, to], index) => {
          assert.ok(from >= start && to <= end);
          assert.ok(index === 0 || from >= spans[index - 1]![1]);
        });
      }),
    );
  });

  it("has none for ranges that AWS or common sense refuse", () => {
    const wrong = [
      "10.0.0.0",
      "10.0.0.0/15",
      "10.0.0.0/25",
      "10.0.1.0/16",
      "10.0.0.256/24",
      "172.32.0.0/16",
      "192.169.0.0/24",
    ];
    for (const cidrBlock of wrong) assert.notEqual(rangeProblem(cidrBlock), undefined, cidrBlock);
  });
});
