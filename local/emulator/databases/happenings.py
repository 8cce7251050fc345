"""What RDS says of its own actions: the event's source, number, categories and words.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Events.Messages.html
"""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Happening:
    number: str
    category: str
    message: str


INSTANCE, CLUSTER = "db-instance", "db-cluster"
SNAPSHOT, CLUSTER_SNAPSHOT = "db-snapshot", "db-cluster-snapshot"

# By action: the kind of its source, and what happens to that, in order.
ACTIONS: dict[str, tuple[str, tuple[Happening, ...]]] = {
    "CreateDBInstance": (INSTANCE, (Happening("0005", "creation", "DB instance created"),)),
    "DeleteDBInstance": (INSTANCE, (Happening("0003", "deletion", "DB instance deleted"),)),
    "StopDBInstance": (INSTANCE, (Happening("0087", "notification", "DB instance stopped"),)),
    "StartDBInstance": (INSTANCE, (Happening("0088", "notification", "DB instance started"),)),
    "RebootDBInstance": (INSTANCE, (Happening("0006", "availability", "DB instance restarted"),)),
    "CreateDBCluster": (CLUSTER, (Happening("0170", "creation", "DB cluster created"),)),
    "DeleteDBCluster": (CLUSTER, (Happening("0171", "deletion", "DB cluster deleted"),)),
    "StopDBCluster": (CLUSTER, (Happening("0150", "notification", "DB cluster stopped"),)),
    "StartDBCluster": (CLUSTER, (Happening("0151", "notification", "DB cluster started"),)),
    "FailoverDBCluster": (
        CLUSTER,
        (
            Happening("0073", "failover", "Started cross AZ failover to DB instance: {writer}"),
            Happening("0071", "failover", "Completed failover to DB instance: {writer}"),
        ),
    ),
    "CreateDBSnapshot": (
        SNAPSHOT,
        (Happening("0040", "creation", "Creating manual snapshot"), Happening("0042", "creation", "Manual snapshot created")),
    ),
    "DeleteDBSnapshot": (SNAPSHOT, (Happening("0041", "deletion", "Deleted user snapshot"),)),
    "CreateDBClusterSnapshot": (
        CLUSTER_SNAPSHOT,
        (
            Happening("0074", "backup", "Creating manual cluster snapshot"),
            Happening("0075", "backup", "Manual cluster snapshot created"),
        ),
    ),
}
FAILOVER = (
    Happening("0013", "failover", "Multi-AZ instance failover started"),
    Happening("0049", "failover", "Multi-AZ instance failover completed"),
)


@dataclasses.dataclass(frozen=True)
class Kind:
    """How a source is named in requests, in ARNs, in the console's addresses and in EventBridge's events."""

    parameter: str
    arn: str
    link: str
    detail: str
    source: str
    store: str


KINDS = {
    INSTANCE: Kind("DBInstanceIdentifier", "db", "dbinstance", "RDS DB Instance Event", "DB_INSTANCE", "_instances"),
    CLUSTER: Kind("DBClusterIdentifier", "cluster", "dbcluster", "RDS DB Cluster Event", "CLUSTER", "_clusters"),
    SNAPSHOT: Kind("DBSnapshotIdentifier", "snapshot", "snapshot", "RDS DB Snapshot Event", "SNAPSHOT", "_snapshots"),
    CLUSTER_SNAPSHOT: Kind(
        "DBClusterSnapshotIdentifier", "cluster-snapshot", "snapshot", "RDS DB Cluster Snapshot Event", "CLUSTER_SNAPSHOT", "_db_cluster_snapshots"
    ),
}
# Kinds of sources that can be subscribed to, and of which nothing happens here.
QUIET = ("db-parameter-group", "db-security-group", "db-proxy", "custom-engine-version", "blue-green-deployment", "db-shard-group", "zero-etl")
