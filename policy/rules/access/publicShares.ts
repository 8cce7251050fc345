import { wellArchitected } from "../../frame/controls";
import { type Property, valueOr } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

/** A setting by which a resource is shared with accounts, or with all of them. */
interface Share {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  /** Whom it is shared with, and the word for everybody. */
  readonly with: readonly [property: string, everybody: string];
  /** What it lets everybody do. */
  readonly lets: string;
  /** A property that leaves an organization of everybody. */
  readonly limit?: string;
  readonly page: string;
}

const guide = "https://docs.aws.amazon.com";

const snapshots: readonly Share[] = [
  "aws:rds/snapshot:Snapshot",
  "aws:rds/clusterSnapshot:ClusterSnapshot",
  "aws:rds/snapshotCopy:SnapshotCopy",
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
].map((type, index) => ({
  id: [
    "rds-public-snapshot",
    "rds-public-cluster-snapshot",
    "rds-public-snapshot-copy",
    "rds-public-cluster-snapshot-copy",
  ][index]!,
  title: "A snapshot of a database is for accounts that are named",
  type,
  with: ["sharedAccounts", "all"] as const,
  lets: "everybody may copy it and read the database",
  page: `${guide}/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html`,
}));

const table: readonly Share[] = [
  ...snapshots,
  {
    id: "ec2-public-image",
    title: "A machine image is for accounts that are named",
    type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
    with: ["group", "all"],
    lets: "everybody may launch the image and read its disks",
    page: `${guide}/AWSEC2/latest/UserGuide/sharingamis-intro.html`,
  },
  {
    id: "eventbridge-public-permission",
    title: "Events are put on a bus by accounts or an organization that are named",
    type: "aws:cloudwatch/eventPermission:EventPermission",
    with: ["principal", "*"],
    lets: "everybody may put events on the bus",
    limit: "condition",
    page: `${guide}/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html`,
  },
];

function check({ with: [name, everybody], lets, limit }: Share, resource: Resource): Verdict {
  const property = resource.get(name);
  const names: readonly Property[] = valueOr(property.list(), [property]);
  const readings = names.map((each) => each.text());
  if (readings.some((text) => text.state === "known" && text.value === everybody)) {
    const isLimited = limit !== undefined && resource.get(limit).any().state !== "absent";
    return isLimited ? holds : violated(resource, `${name} is ${everybody}: ${lets}`);
  }
  return readings.some(({ state }) => state === "unknown") && !resource.leavesToAws(property)
    ? notEvaluated(resource, name)
    : holds;
}

/** A rule for each setting that can share a resource with everybody. */
export const publicShares: readonly ResourceRule[] = table.map((share) => ({
  scope: "resource",
  type: share.type,
  id: share.id,
  title: share.title,
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07")],
  fix: `Name accounts in ${share.with[0]}.`,
  page: share.page,
  check: (resource) => check(share, resource),
}));
