/**
 * How bad an event of RDS is, by its id. What RDS publishes names no category, so that the id decides:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html
 */
export type Severity = "critical" | "warning" | "info";

/** Needs action now: data or the service is lost, or soon will be. */
const critical: Record<string, string> = {
  "0007": "the storage is used up",
  "0022": "the engine does not restart",
  "0031": "the instance has failed: restore it to a point in time",
  "0035": "the instance has parameters that it cannot start with",
  "0036": "the instance is in a network that it cannot work in",
  "0045": "replication has stopped with an error",
  "0057": "replication was ended",
  "0069": "the failover of the cluster has failed",
  "0085": "the cluster could not be patched",
  "0187": "the global failover has failed",
  "0221": "the storage is full, and the instance was shut down",
  "0222": "the storage is nearly full, and the instance will be shut down",
  "0223": "the storage cannot grow",
  "0227": "the storage of Aurora is nearly used up",
  "0243": "the proxy has no addresses left for its capacity",
  "0254": "the account may have no more storage",
};

/** Ordinary life of a database: backups, finished changes, scaling. */
const info = new Set(
  [
    ["0001", "0002", "0040", "0042", "0074", "0075", "0090", "0091", "0168", "0169"], // backups and snapshots
    ["0059", "0060", "0161", "0164", "0196", "0197", "0236"], // copies and exports of snapshots
    ["0005", "0170", "0203", "0206", "0244"], // created
    ["0009", "0010", "0011", "0012", "0014", "0017", "0018", "0024", "0025", "0032", "0078", "0092"], // changed
    ["0204", "0207", "0213", "0217", "0218"],
    ["0019", "0021", "0043", "0046", "0053"], // restored, recovered
    ["0027", "0047", "0173"], // maintained
    ["0087", "0088", "0141", "0142", "0144", "0145", "0146", "0147", "0148", "0150", "0151"], // stopped, started, scaled
    ["0247", "0248", "0250", "0251", "0259", "0260"], // switched over
  ].flat(),
);

const eventNumber = (id: string): string => id.replace(/^RDS-EVENT-/, "");

/** An event in neither list, including one that RDS has added since, is a warning. */
export function findSeverity(id: string): Severity {
  const number = eventNumber(id);
  return Object.hasOwn(critical, number) ? "critical" : info.has(number) ? "info" : "warning";
}

/** What a critical event means; undefined for any other. */
export const findMeaning = (id: string): string | undefined =>
  findSeverity(id) === "critical" ? critical[eventNumber(id)] : undefined;
