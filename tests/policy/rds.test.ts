import { cases, resource, unknown } from "./expectations";

const instance = (more: Record<string, unknown>) => resource("dbInstance", "db", more);
cases("rds-instance-recovery", {
  holds: {
    "a day": [instance({ backupRetentionPeriod: 1 })],
    "a replica, whose source has them": [instance({ replicateSourceDb: unknown })],
  },
  violates: {
    none: [["cannot be restored"], instance({ backupRetentionPeriod: 0 })],
    nothing: [["is 0"], instance({})],
  },
  open: { "a number that is unknown": [["backupRetentionPeriod"], instance({ backupRetentionPeriod: unknown })] },
});
cases("rds-passwords", {
  holds: { "one that RDS keeps": [resource("dbCluster", "c", { manageMasterUserPassword: true })] },
  violates: {
    "one of the program's": [["masterPassword is set"], resource("dbCluster", "c", { masterPassword: "hunter2" })],
    "one of an instance": [["password is set"], instance({ password: "hunter2" })],
  },
});

const cluster = (minCapacity: unknown, maxCapacity: unknown) =>
  resource("dbCluster", "c", { id: "c", serverlessv2ScalingConfiguration: { minCapacity, maxCapacity } });
cases("rds-serverless-capacity", {
  holds: {
    "0 to 256": [cluster(0, 256)],
    halves: [cluster(0.5, 1.5)],
    "a cluster of instances": [resource("dbCluster", "c", {})],
  },
  violates: {
    "256.5": [["maxCapacity is 256.5 ACU; AWS allows 1 to 256 in steps of 0.5"], cluster(0, 256.5)],
    "0.3": [["minCapacity is 0.3 ACU"], cluster(0.3, 2)],
    "at most half": [["maxCapacity is 0.5 ACU"], cluster(0, 0.5)],
    "at least more than at most": [["its minimum of 4 ACU is above its maximum of 2"], cluster(4, 2)],
  },
  open: { "a figure that is unknown": [["minCapacity"], cluster(unknown, 2)] },
});

const subnet = (name: string, availabilityZone: unknown, vpcId: unknown = "vpc-1") =>
  resource("subnet", name, { id: name, availabilityZone, vpcId });
const proxy = (vpcSubnetIds: unknown, links: Parameters<typeof resource>[3] = {}) =>
  resource("dbProxy", "proxy", { name: "proxy", endpoint: "proxy.example", vpcSubnetIds }, links);
const [a, b] = [subnet("a", "eu-west-1a"), subnet("b", "eu-west-1b")];

cases("rds-proxy-zones", {
  holds: {
    "two zones": [a, b, proxy(["a", "b"])],
    "two zones by link": [a, b, proxy(unknown, { vpcSubnetIds: ["subnet:a", "subnet:b"] })],
    "two subnets of another stack": [proxy(["subnet-1", "subnet-2"])],
  },
  violates: {
    "one subnet": [["vpcSubnetIds has 1"], proxy([unknown])],
    "two subnets of one zone": [["all its subnets are in eu-west-1a"], a, subnet("c", "eu-west-1a"), proxy(["a", "c"])],
  },
  open: {
    "subnets that are unknown": [["vpcSubnetIds"], proxy(unknown)],
    "a zone that is unknown": [["zones"], a, subnet("c", unknown), proxy(["a", "c"])],
  },
});

const user = (more: Record<string, unknown>, links: Parameters<typeof resource>[3] = {}) =>
  resource("function", "work", { environment: { variables: { HOST: "proxy.example" } }, ...more }, links);
cases("rds-proxy-network", {
  holds: {
    "the same network": [a, b, proxy(["a", "b"]), user({ vpcConfig: { subnetIds: ["a"] } })],
    "a function that does not use it": [a, b, proxy(["a", "b"]), resource("function", "other", {})],
  },
  violates: {
    "another network": [
      ['it is in another network than Proxy "proxy"'],
      a,
      b,
      subnet("x", "eu-west-1a", "vpc-2"),
      proxy(["a", "b"]),
      user({ vpcConfig: { subnetIds: ["x"] } }),
    ],
    "no network, by link": [
      ["it is in no network"],
      a,
      b,
      proxy(["a", "b"]),
      user({ environment: { variables: unknown } }, { environment: ["dbProxy:proxy"] }),
    ],
  },
  open: {
    "subnets that are unknown": [["vpcConfig"], a, b, proxy(["a", "b"]), user({ vpcConfig: { subnetIds: unknown } })],
  },
});

/** 1 ACU is 225 connections; half of them are 112. */
const target = [
  resource("dbProxyTarget", "t", { dbProxyName: "proxy", dbClusterIdentifier: "c" }),
  resource("dbProxyTargetGroup", "g", { dbProxyName: "proxy", connectionPoolConfig: { maxConnectionsPercent: 50 } }),
];
cases("rds-proxy-budget", {
  holds: {
    "as many as it may open": [proxy([]), cluster(0, 1), ...target, user({ reservedConcurrentExecutions: 94 })],
    "a database whose size nobody knows": [proxy([]), user({})],
    "nobody who uses it": [proxy([]), cluster(0, 1), ...target],
  },
  violates: {
    "one more": [
      ["can run 95 executions at once, and it can open 94 connections"],
      proxy([]),
      cluster(0, 1),
      ...target,
      user({ reservedConcurrentExecutions: 95 }),
    ],
    "the account's whole concurrency": [
      ["can run 1000 executions at once"],
      proxy([]),
      cluster(0, 1),
      ...target,
      user({}),
    ],
  },
  open: {
    "a size that is unknown": [["connections"], proxy([]), cluster(0, unknown), ...target, user({})],
  },
});

const role = (featureName: unknown) => resource("dbClusterRole", "r", { featureName });
const endpoint = (serviceName: unknown) => resource("vpcEndpoint", "e", { serviceName });
cases("rds-lambda-path", {
  holds: {
    "an endpoint of Lambda": [a, role("Lambda"), endpoint("com.amazonaws.eu-west-1.lambda")],
    "a NAT gateway": [a, role("Lambda"), resource("natGateway", "n", {})],
    "another feature": [a, role("s3Export")],
    "a network of another stack": [role("Lambda")],
  },
  violates: { neither: [["the call waits until it fails"], a, role("Lambda"), endpoint("com.amazonaws.eu-west-1.s3")] },
  open: {
    "a feature that is unknown": [["featureName"], a, role(unknown)],
    "an endpoint that is unknown": [["services"], a, role("Lambda"), endpoint(unknown)],
  },
});
