import assert from "node:assert/strict";
import fc from "fast-check";
import {
  AccountTransfers,
  type AccountTransfersArgs,
  ArgumentError,
  Database,
  type DatabaseArgs,
  DatabaseCalls,
  DatabaseKind,
  DatabaseMigrations,
  InterfaceService,
  Nat,
  PrivateNetwork,
} from "../../components";
import { ConnectionBudget, instanceConnections } from "../../components/database/budget";
import { serverlessConnections } from "../../limits";
import { declare, type Declared, one, statements } from "./deploy";

const rds = (type: string) => `aws:rds/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`;
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const rolePolicy = "aws:iam/rolePolicy:RolePolicy";
const lambda = "aws:lambda/function:Function";

const endpoints = { interfaceEndpoints: [InterfaceService.SecretsManager, InterfaceService.Lambda] };
const { AuroraPostgresql, AuroraMysql, Postgresql } = DatabaseKind;

function transfers(database: Partial<DatabaseArgs> = {}, args: Partial<AccountTransfersArgs> = {}) {
  const network = new PrivateNetwork("net", endpoints);
  const made = new Database("db", { kind: AuroraPostgresql, network, callsFunctions: args.announce, ...database });
  return new AccountTransfers("transfers", { database: made, ...args });
}

function refused(program: () => unknown, ...parts: string[]): void {
  assert.throws(program, (error: Error) => {
    assert.ok(error instanceof ArgumentError, String(error));
    for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
    return true;
  });
}

describe("a database behind a proxy", function () {
  this.timeout(180_000); // each packs functions
  let declared: Declared[];

  before(async () => {
    declared = await declare(() => transfers({}, { announce: true, maxConcurrency: 30 }));
  });

  it("is encrypted with a key of its own, backed up, protected, watched and logged, unless told otherwise", () => {
    const cluster = one(declared, rds("Cluster"));
    const key = "arn:aws:kms:eu-west-1:123456789012:db";
    assert.deepEqual(
      [cluster.engine, cluster.clusterIdentifier, cluster.databaseName],
      ["aurora-postgresql", "db-test", "app"],
    );
    assert.deepEqual([cluster.storageEncrypted, cluster.kmsKeyId, cluster.masterUserSecretKmsKeyId], [true, key, key]);
    assert.deepEqual(
      [cluster.backupRetentionPeriod, cluster.deletionProtection, cluster.skipFinalSnapshot],
      [7, true, false],
    );
    assert.equal(cluster.finalSnapshotIdentifier, "db-test-final");
    assert.deepEqual(cluster.serverlessv2ScalingConfiguration, { minCapacity: 0.5, maxCapacity: 4 });
    assert.deepEqual(cluster.enabledCloudwatchLogsExports, ["postgresql", "iam-db-auth-error"]);
    const groups = declared.filter(({ type, name }) => type.endsWith(":LogGroup") && name.startsWith("db-"));
    assert.deepEqual(groups.map(({ inputs }) => inputs.name).sort(), [
      "/aws/rds/cluster/db-test/iam-db-auth-error",
      "/aws/rds/cluster/db-test/postgresql",
      "/aws/rds/proxy/db-test",
    ]);
    assert.ok(groups.every(({ inputs }) => inputs.retentionInDays === 30));
    const machines = declared.filter(({ type }) => type === rds("ClusterInstance"));
    assert.deepEqual(
      machines.map(({ inputs }) => [inputs.identifier, inputs.publiclyAccessible, inputs.performanceInsightsEnabled]),
      [
        ["db-test-1", false, true],
        ["db-test-2", false, true],
      ],
    );
    assert.equal(one(declared, "aws:kms/key:Key").enableKeyRotation, true);
  });

  it("has no password of anybody: RDS keeps the first user's, and the others sign in with IAM from end to end", () => {
    const cluster = one(declared, rds("Cluster"));
    assert.deepEqual([cluster.manageMasterUserPassword, cluster.iamDatabaseAuthenticationEnabled], [true, true]);
    assert.deepEqual([cluster.masterPassword, cluster.masterPasswordWo], [undefined, undefined]);
    const proxy = one(declared, rds("Proxy"));
    assert.deepEqual([proxy.defaultAuthScheme, proxy.auths, proxy.requireTls], ["IAM_AUTH", undefined, true]);
    const [right, ...more] = statements(one(declared, rolePolicy, "db-proxy-transfers").policy);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [right?.Action, right?.Resource],
      ["rds-db:connect", "arn:aws:rds-db:eu-west-1:123456789012:dbuser:cluster-db/transfers"],
    );
  });

  it("takes connections over TLS only, from end to end", () => {
    const { parameters } = one(declared, rds("ClusterParameterGroup")) as { parameters: Record<string, string>[] };
    assert.ok(parameters.some(({ name, value }) => name === "rds.force_ssl" && value === "1"));
    assert.equal(one(declared, rds("Proxy")).requireTls, true);
  });

  it("lets a linked function connect as one user of the proxy, and tells it where that is", () => {
    const rights = statements(one(declared, rolePolicy, "transfers-links").policy);
    assert.deepEqual(
      rights.map(({ Action, Resource }) => [Action, Resource]),
      [["rds-db:connect", "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db/transfers"]],
    );
    const { environment, reservedConcurrentExecutions } = one(declared, lambda, "transfers");
    const { variables } = environment as { variables: Record<string, string> };
    assert.deepEqual(
      [variables.DATABASE_HOST, variables.DATABASE_NAME, variables.DATABASE_USER],
      ["db.example", "app", "transfers"],
    );
    assert.equal(reservedConcurrentExecutions, 30);
  });

  it("lets the migrations alone read the first user's secret, and decrypt nothing else", () => {
    const [secret, key, ...more] = statements(one(declared, rolePolicy, "transfers-migrations-links").policy);
    const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db";
    assert.deepEqual(more, []);
    assert.deepEqual([secret?.Action, secret?.Resource], ["secretsmanager:GetSecretValue", arn]);
    assert.deepEqual(key?.Condition, { StringEquals: { "kms:EncryptionContext:SecretARN": arn } });
    const others = declared.filter(({ type, name }) => type === rolePolicy && name !== "transfers-migrations-links");
    assert.ok(others.every(({ inputs }) => !String(inputs.policy).includes("secretsmanager")));
  });

  it("opens the way from function to proxy to database, each naming the other, and no wider one", () => {
    const rules = declared.filter(({ type }) => type === egress || type === ingress);
    const ways = (type: string) =>
      rules
        .filter((rule) => rule.type === type)
        .map(
          ({ inputs }) =>
            `${String(inputs.securityGroupId)} ${String(inputs.referencedSecurityGroupId)} ${String(inputs.toPort)}`,
        )
        .sort();
    assert.deepEqual(ways(egress), [
      "db-id net-lambda-id 443",
      "db-proxy-id db-id 5432",
      "transfers-id db-proxy-id 5432",
      "transfers-migrations-id db-id 5432",
      "transfers-migrations-id net-secretsmanager-id 443",
    ]);
    assert.deepEqual(
      ways(ingress),
      ways(egress)
        .map((way) => way.split(" "))
        .map(([from, to, port]) => `${to} ${from} ${port}`)
        .sort(),
    );
    assert.ok(rules.every(({ inputs }) => inputs.cidrIpv4 === undefined));
  });

  it("applies the migrations with each deployment that changes them, before a function uses the tables", async () => {
    const input = (all: Declared[]) =>
      JSON.parse(String(one(all, "aws:lambda/invocation:Invocation").input)) as Record<string, unknown>;
    const { checksum, users } = input(declared);
    assert.match(String(checksum), /^[0-9a-f]{64}$/);
    assert.deepEqual(users, [{ name: "transfers", roles: ["transfers_app"] }]);
    const same = input(await declare(() => transfers({}, { announce: true })));
    assert.deepEqual(same, input(declared));
    assert.notDeepEqual(input(await declare(() => transfers({}, { user: "other" }))), same);
  });

  it("calls the linked function and no other: role, feature and right", () => {
    const association = one(declared, rds("ClusterRoleAssociation"));
    assert.deepEqual([association.dbClusterIdentifier, association.featureName], ["db-test", "Lambda"]);
    const [right, ...more] = statements(one(declared, rolePolicy, "transfers-calls").policy);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [right?.Action, right?.Resource],
      ["lambda:InvokeFunction", ["arn:aws:lambda:eu-west-1:123456789012:transfers-announced"]],
    );
  });

  it("tells when its connections or its capacity are nearly used up", () => {
    const alarms = declared.filter(({ type, name }) => type.endsWith(":MetricAlarm") && name.startsWith("db-"));
    assert.deepEqual(
      alarms.map(({ inputs }) => [inputs.metricName, inputs.threshold]),
      [
        ["DatabaseConnectionsCurrentlyBorrowed", Math.floor(Math.floor(823 * 0.9) * 0.8)],
        ["ACUUtilization", 90],
      ],
    );
  });

  it("lets the first user in through the proxy only when asked, and only with IAM", async () => {
    const own = await declare(() => transfers({ adminThroughProxy: true }));
    const [auth] = one(own, rds("Proxy")).auths as Record<string, unknown>[];
    assert.deepEqual([auth?.authScheme, auth?.iamAuth], ["SECRETS", "REQUIRED"]);
    assert.equal(statements(one(own, rolePolicy, "db-proxy-secret").policy).length, 2);
  });
});

describe("the other kinds of database", function () {
  this.timeout(180_000); // each packs functions
  it("is an instance with a standby in another zone, whose connections are set to what the budget counts with", async () => {
    const declared = await declare(() =>
      transfers({ kind: Postgresql, instanceClass: "db.t4g.small" }, { announce: true }),
    );
    const instance = one(declared, rds("Instance"));
    assert.deepEqual([instance.engine, instance.instanceClass, instance.multiAz], ["postgres", "db.t4g.small", true]);
    assert.deepEqual(
      [instance.manageMasterUserPassword, instance.storageEncrypted, instance.publiclyAccessible],
      [true, true, false],
    );
    const { parameters } = one(declared, rds("ParameterGroup")) as { parameters: Record<string, string>[] };
    const most = parameters.find(({ name }) => name === "max_connections");
    assert.deepEqual(most, { name: "max_connections", value: "180", applyMethod: "pending-reboot" });
    assert.equal(one(declared, rds("ProxyTarget")).dbInstanceIdentifier, "db-test");
    const { featureName, dbInstanceIdentifier } = one(declared, rds("RoleAssociation"));
    assert.deepEqual([featureName, dbInstanceIdentifier], ["Lambda", "db-test"]);
    const [right] = statements(one(declared, rolePolicy, "db-proxy-transfers").policy);
    assert.match(String(right?.Resource), /:dbuser:db-db\/transfers$/);
  });

  it("is Aurora MySQL, which is told of the role for functions by a parameter", async () => {
    const declared = await declare(() => {
      const network = new PrivateNetwork("net", endpoints);
      const database = new Database("db", { kind: AuroraMysql, network, callsFunctions: true });
      const { announced } = makeTransfers(network);
      new DatabaseCalls("calls", { database, functions: [announced!] });
      refused(() => new DatabaseCalls("more", { database, functions: [announced!] }), "name all functions in that one");
    });
    const { parameters, family } = one(declared, rds("ClusterParameterGroup"), "db") as {
      parameters: Record<string, string>[];
      family: string;
    };
    const values = new Map(parameters.map(({ name, value }) => [name, value]));
    assert.equal(family, "aurora-mysql8.0");
    assert.deepEqual(
      ["require_secure_transport", "aws_default_lambda_role", "activate_all_roles_on_login"].map((name) =>
        values.get(name),
      ),
      ["ON", "arn:aws:iam:eu-west-1:123456789012:db-calls", "1"],
    );
    assert.equal(one(declared, rds("ClusterRoleAssociation"), "calls").featureName, undefined);
    assert.equal(one(declared, rds("Proxy"), "db").engineFamily, "MYSQL");
    const port = declared.filter(({ type, inputs }) => type === ingress && inputs.securityGroupId === "db-id");
    assert.deepEqual(
      port.map(({ inputs }) => inputs.toPort),
      [3306],
    );
  });

  function makeTransfers(network: PrivateNetwork) {
    const database = new Database("other", { kind: AuroraPostgresql, network, callsFunctions: true });
    return new AccountTransfers("transfers", { database, announce: true });
  }

  it("goes to Lambda by NAT where the network has that instead of an endpoint", async () => {
    const declared = await declare(() => {
      const network = new PrivateNetwork("net", { nat: Nat.Single });
      const database = new Database("db", { kind: AuroraPostgresql, network, callsFunctions: true });
      new AccountTransfers("transfers", { database, announce: true });
    });
    const out = one(declared, egress, "db-lambda");
    assert.deepEqual([out.cidrIpv4, out.fromPort, out.toPort], ["0.0.0.0/0", 443, 443]);
  });
});

describe("the connections of a database", () => {
  it("are those of AWS's table, and in between grow evenly", () => {
    const postgresql = [
      [1, 189],
      [4, 823],
      [8, 1_669],
      [16, 3_360],
      [32, 5_000],
      [256, 5_000],
    ];
    for (const [maxCapacity, connections] of postgresql) {
      assert.equal(serverlessConnections("postgresql", { minCapacity: 1, maxCapacity: maxCapacity! }), connections);
    }
    assert.equal(serverlessConnections("postgresql", { minCapacity: 0.5, maxCapacity: 16 }), 2_000);
    assert.equal(serverlessConnections("postgresql", { minCapacity: 0.5, maxCapacity: 8 }), 1_669);
    assert.equal(serverlessConnections("mysql", { minCapacity: 0.5, maxCapacity: 64 }), 4_000);
    assert.equal(instanceConnections(1), 90);
    assert.equal(instanceConnections(512), 5_000);
    const half = fc.integer({ min: 2, max: 512 }).map((halves) => halves / 2);
    fc.assert(
      fc.property(half, half, fc.constantFrom("postgresql", "mysql"), (a, b, engine) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((maxCapacity) =>
          serverlessConnections(engine as "mysql", { minCapacity: 1, maxCapacity }),
        );
        return less! <= more! && less! >= 90 && more! <= 6_000;
      }),
    );
  });

  it("are never promised twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.integer({ min: 1, max: 200 })),
        (connections, wishes) => {
          const budget = new ConnectionBudget("db", connections);
          wishes.forEach((wish, index) => {
            const fits = budget.used + wish <= connections;
            if (fits) budget.take(`f${index}`, wish);
            else refused(() => budget.take(`f${index}`, wish), `f${index}`);
          });
          return budget.used <= connections;
        },
      ),
    );
  });

  it("are refused to functions that would run more often at once than the proxy may connect, with what is left", async () => {
    await declare(() => {
      const network = new PrivateNetwork("net", endpoints);
      const database = new Database("db", {
        kind: AuroraPostgresql,
        network,
        maxCapacity: 1,
        proxyConnectionsPercent: 50,
      });
      assert.equal(database.budget.connections, 94);
      database.signIn({ user: "one", functionName: "one", reservedConcurrency: 90 });
      assert.equal(database.budget.used, 90);
      refused(
        () => database.signIn({ user: "two", functionName: "two", reservedConcurrency: 5 }),
        'Database "db": reservedConcurrency of two is 5; the proxy may open 94 connections',
        "one may use 90 of them",
        "Reserve 4 or fewer",
      );
      refused(() => database.signIn({ user: "two", functionName: "two", reservedConcurrency: 0 }), "from 1 to 4");
    });
  });
});

describe("a database that cannot work", () => {
  it("is refused with every reason before anything is made", async () => {
    await declare(() => {
      const network = new PrivateNetwork("net", endpoints);
      const make = (args: Partial<DatabaseArgs>, name = "db") =>
        new Database(name, { kind: AuroraPostgresql, network, ...args });
      const oneZone = { ...network, name: "one", zones: 1 } as PrivateNetwork;
      refused(() => make({ network: oneZone, instances: 1 }), 'network is "one"; it has 1 zone, and a proxy needs two');
      refused(() => make({ kind: "oracle" as DatabaseKind }), 'kind is "oracle"; give one of aurora-postgresql');
      refused(
        () => make({ minCapacity: 0, maxCapacity: 0.5, backupDays: 36, proxyConnectionsPercent: 0, instances: 4 }),
        "minCapacity is 0; give 0.5 to 256 ACU in halves",
        "it would never pause",
        "maxCapacity is 0.5; AWS allows 1 to 256",
        "backupDays is 36",
        "proxyConnectionsPercent is 0",
        "instances is 4",
      );
      refused(() => make({ minCapacity: 8, maxCapacity: 4 }), "maxCapacity is 4; it is less than minCapacity, 8");
      refused(() => make({ minCapacity: 0.7 }), "minCapacity is 0.7");
      refused(() => make({ instanceClass: "db.t4g.medium" }), "instanceClass", "it is only for kind postgres");
      refused(() => make({ kind: Postgresql, maxCapacity: 4 }), "maxCapacity is 4; it is only for Aurora");
      refused(() => make({ kind: Postgresql, instanceClass: "db.x1.large" }), 'instanceClass is "db.x1.large"');
      refused(
        () => make({ kind: Postgresql, storageGb: 100, maxStorageGb: 105 }),
        "maxStorageGb is 105",
        "110 or more",
      );
      refused(() => make({ instances: 3 }), "net has 2 zones");
      refused(() => make({ backupWindow: "23:50-00:10" }), "half an hour apart");
      refused(() => make({ databaseName: "postgres" }), "no name that the engine reserves");
      refused(() => make({ databaseName: "1st", backupWindow: "3:00" }), "databaseName", "backupWindow");
      refused(() => make({}, "My--database"), "name");
      const database = make({});
      for (const user of ["Upper", "master_user", "rds_iam", "pg_monitor", "public", "a".repeat(33), 'x"; DROP']) {
        refused(() => database.signIn({ user, functionName: "f", reservedConcurrency: 1 }), "user is ");
      }
      refused(() => new AccountTransfers("t", { database, announce: true }), "give the database callsFunctions: true");
      refused(
        () => new DatabaseMigrations("m", { database, folder: "tests/none" }),
        "folder",
        "there are no migrations",
      );
      refused(
        () => new DatabaseMigrations("m", { database, folder: "tests/unit" }),
        "give it a name such as 001_what_it_does.sql",
      );
      const mysql = make({ kind: AuroraMysql }, "my");
      const users = [{ name: "app", roles: [] }];
      refused(
        () => new DatabaseMigrations("m", { database: mysql, folder: "handlers/transfers/migrations-mysql", users }),
        "users",
        "create users of MySQL in a migration",
      );
      refused(() => new AccountTransfers("t", { database: mysql }), "give a database of another kind");
      const folder = "handlers/transfers/migrations";
      const odd = [{ name: "Bad-Name", roles: ["x y"] }];
      refused(() => new DatabaseMigrations("m", { database, folder, users: odd }), "users is", "users.roles is");
      const bare = make({ network: new PrivateNetwork("bare"), callsFunctions: true }, "bare");
      refused(() => new AccountTransfers("b", { database: bare, announce: true }), "bare does not reach Lambda");
    });
  });
});
