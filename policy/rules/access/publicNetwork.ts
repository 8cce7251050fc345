import { securityHub, wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property, type Reading, valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { type Control, advised, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { everybodyIn, groupTypes, ingressOf, reaches } from "../../readings/ingress";

/** A server that can have an address on the internet. Its security groups decide who gets to it. */
interface Server {
  readonly id: string;
  readonly type: string;
  readonly what: string;
  /** The switch that gives it such an address, and the value that does. */
  readonly address: readonly [path: readonly string[], value: string | boolean];
  /** The lists of its security groups; none where there are no groups to keep anybody out. */
  readonly groups: (
    stack: Graph,
    server: Resource,
  ) => readonly (readonly [owner: Resource, list: Property])[] | undefined;
  readonly port: (server: Resource) => number | undefined;
  readonly controls?: readonly Control[];
  readonly page: string;
}

const guide = "https://docs.aws.amazon.com";

/** The port that is given, or else the service's own. */
const given = (unset: number) => (server: Resource) => valueOr(server.get("port").number(), unset);

const enginePorts: readonly (readonly [RegExp, number])[] = [
  [/mysql|mariadb/, 3306],
  [/postgres/, 5432],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
  [/db2/, 50_000],
];

function databasePort(server: Resource): number | undefined {
  const engine = valueOr(server.get("engine").text(), "");
  return valueOr(server.get("port").number(), enginePorts.find(([name]) => name.test(engine))?.[1]);
}

const own =
  (...path: string[]): Server["groups"] =>
  (_stack, server) => [[server, server.get(...path)]];

/** The groups of the cluster that an instance is of. */
const ofCluster =
  (type: string): Server["groups"] =>
  (stack, server) =>
    stack
      .resolve(server, server.get("clusterIdentifier"), type)
      .map((cluster) => [cluster, cluster.get("vpcSecurityGroupIds")]);

const switchedOn = [["publiclyAccessible"], true] as const;

const rdsControl = securityHub(
  "RDS.2",
  "RDS DB Instances should prohibit public access, as determined by the PubliclyAccessible configuration",
);

const servers: readonly Server[] = [
  {
    id: "rds-public-access",
    type: types.dbInstance,
    what: "An RDS instance",
    address: switchedOn,
    groups: own("vpcSecurityGroupIds"),
    port: databasePort,
    controls: [rdsControl],
    page: `${guide}/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html`,
  },
  {
    id: "rds-cluster-public-access",
    type: types.dbClusterInstance,
    what: "An instance of an Aurora cluster",
    address: switchedOn,
    groups: ofCluster(types.dbCluster),
    port: databasePort,
    controls: [rdsControl],
    page: `${guide}/AmazonRDS/latest/AuroraUserGuide/USER_VPC.html`,
  },
  {
    id: "neptune-public-access",
    type: "aws:neptune/clusterInstance:ClusterInstance",
    what: "An instance of a Neptune cluster",
    address: switchedOn,
    groups: ofCluster("aws:neptune/cluster:Cluster"),
    port: given(8182),
    page: `${guide}/neptune/latest/userguide/neptune-public-endpoints.html`,
  },
  {
    id: "redshift-public-access",
    type: "aws:redshift/cluster:Cluster",
    what: "A Redshift cluster",
    address: switchedOn,
    groups: own("vpcSecurityGroupIds"),
    port: given(5439),
    controls: [securityHub("Redshift.1", "Amazon Redshift clusters should prohibit public access")],
    page: `${guide}/redshift/latest/mgmt/managing-clusters-vpc.html`,
  },
  {
    id: "redshiftserverless-public-access",
    type: "aws:redshiftserverless/workgroup:Workgroup",
    what: "A workgroup of Redshift Serverless",
    address: switchedOn,
    groups: own("securityGroupIds"),
    port: given(5439),
    controls: [
      securityHub("RedshiftServerless.3", "Amazon Redshift Serverless workgroups should prohibit public access"),
    ],
    page: `${guide}/redshift/latest/mgmt/serverless-connecting.html`,
  },
  {
    id: "dms-public-access",
    type: "aws:dms/replicationInstance:ReplicationInstance",
    what: "A replication instance",
    address: switchedOn,
    groups: own("vpcSecurityGroupIds"),
    port: () => undefined,
    controls: [securityHub("DMS.1", "Database Migration Service replication instances should not be public")],
    page: `${guide}/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html`,
  },
  {
    id: "mq-public-access",
    type: "aws:mq/broker:Broker",
    what: "A message broker",
    address: switchedOn,
    // A public broker of RabbitMQ has no security groups.
    groups: (_stack, broker) => {
      const engine = broker.get("engineType").text();
      const isRabbit = engine.state === "known" && /^rabbitmq$/i.test(engine.value);
      return isRabbit ? undefined : [[broker, broker.get("securityGroups")]];
    },
    port: () => undefined,
    page: `${guide}/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html`,
  },
  {
    id: "msk-public-access",
    type: "aws:msk/cluster:Cluster",
    what: "A Kafka cluster",
    address: [["brokerNodeGroupInfo", "connectivityInfo", "publicAccess", "type"], "SERVICE_PROVIDED_EIPS"],
    groups: own("brokerNodeGroupInfo", "securityGroups"),
    port: () => undefined,
    controls: [securityHub("MSK.4", "MSK clusters should have public access disabled")],
    page: `${guide}/msk/latest/developerguide/public-access.html`,
  },
  {
    id: "lightsail-public-access",
    type: "aws:lightsail/database:Database",
    what: "A database of Lightsail",
    address: switchedOn,
    groups: () => undefined,
    port: () => undefined,
    page: `${guide}/lightsail/latest/userguide/amazon-lightsail-configuring-database-public-mode.html`,
  },
];

/** The security groups of a list, as far as the stack shows them. */
function groupsIn(stack: Graph, owner: Resource, property: Property): readonly Resource[] {
  const list = property.list();
  const named = list.state === "known" ? list.value : [property];
  return groupTypes.flatMap((type) => named.flatMap((each) => stack.resolve(owner, each, type)));
}

function check(stack: Graph, { address: [path, value], groups, port }: Server, server: Resource): Verdict {
  const property = server.get(...path);
  const reading: Reading<unknown> = typeof value === "boolean" ? property.flag() : property.text();
  if (reading.state === "unknown" && !server.leavesToAws(property)) return notEvaluated(server, property.name);
  if (reading.state !== "known" || reading.value !== value) return holds;
  const is = `${property.name} is ${String(value)}`;
  const lists = groups(stack, server);
  if (!lists) return violated(server, `${is}: anyone on the internet can try to sign in`);
  const found = [...new Set(lists.flatMap(([owner, list]) => groupsIn(stack, owner, list)))];
  const reached = port(server);
  const open = found.find((group) =>
    ingressOf(stack, group).some((rule) => everybodyIn(rule) !== undefined && reaches(rule, reached)),
  );
  if (open)
    return violated(server, `${is}, and ${open.label} lets in everybody: anyone on the internet can try to sign in`);
  return advised(server, `${is}: it has an address on the internet, and its security groups alone keep people out`);
}

function publicNetworkRule(server: Server): StackRule {
  const { id, type, what, controls = [], page } = server;
  return {
    scope: "stack",
    id,
    title: `${what} cannot be reached from the internet`,
    severity: "critical",
    level: "mandatory",
    ground: "open",
    controls: [...controls, wellArchitected("SEC05-BP02")],
    fix: "Leave it without a public address, and reach it from its network; or let in only addresses that are yours.",
    page,
    check: (stack) => stack.ofType(type).flatMap((each) => check(stack, server, each)),
  };
}

/** A rule for each type of server that can have an address on the internet. */
export const publicNetwork: readonly StackRule[] = servers.map(publicNetworkRule);
