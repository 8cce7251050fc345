import type * as pulumi from "@pulumi/pulumi";
import { type Problem, Problems } from "../core/check";
import { type PatternFunctionArgs } from "../function/nodeFunction";

/** What an event of Amazon RDS is about. */
export enum DatabaseSourceType {
  Instance = "db-instance",
  Cluster = "db-cluster",
  Snapshot = "db-snapshot",
  ClusterSnapshot = "db-cluster-snapshot",
  ParameterGroup = "db-parameter-group",
  Proxy = "db-proxy",
  BlueGreenDeployment = "blue-green-deployment",
}

/** What kind of event it is. Not every source has every category: {@link eventCategories}. */
export enum DatabaseEventCategory {
  Availability = "availability",
  Backtrack = "backtrack",
  Backup = "backup",
  ConfigurationChange = "configuration change",
  Creation = "creation",
  Deletion = "deletion",
  Failover = "failover",
  Failure = "failure",
  GlobalFailover = "global-failover",
  LowStorage = "low storage",
  Maintenance = "maintenance",
  Migration = "migration",
  Notification = "notification",
  ReadReplica = "read replica",
  Recovery = "recovery",
  Restoration = "restoration",
  Security = "security",
  SecurityPatching = "security patching",
  Serverless = "serverless",
}

const events = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html";
const Category = DatabaseEventCategory;

/** The categories of each source: RDS refuses a subscription to any other. */
export const eventCategories: Record<DatabaseSourceType, readonly DatabaseEventCategory[]> = {
  [DatabaseSourceType.Instance]: [
    Category.Availability,
    Category.Backtrack,
    Category.Backup,
    Category.ConfigurationChange,
    Category.Creation,
    Category.Deletion,
    Category.Failover,
    Category.Failure,
    Category.LowStorage,
    Category.Maintenance,
    Category.Notification,
    Category.ReadReplica,
    Category.Recovery,
    Category.Restoration,
    Category.Security,
    Category.SecurityPatching,
  ],
  [DatabaseSourceType.Cluster]: [
    Category.ConfigurationChange,
    Category.Creation,
    Category.Deletion,
    Category.Failover,
    Category.Failure,
    Category.GlobalFailover,
    Category.Maintenance,
    Category.Migration,
    Category.Notification,
    Category.Serverless,
  ],
  [DatabaseSourceType.Snapshot]: [Category.Creation, Category.Deletion, Category.Notification, Category.Restoration],
  [DatabaseSourceType.ClusterSnapshot]: [Category.Backup, Category.Notification],
  [DatabaseSourceType.ParameterGroup]: [Category.ConfigurationChange],
  [DatabaseSourceType.Proxy]: [Category.ConfigurationChange, Category.Creation, Category.Deletion, Category.Failure],
  [DatabaseSourceType.BlueGreenDeployment]: [
    Category.Creation,
    Category.Deletion,
    Category.Failure,
    Category.Notification,
  ],
};

/** Sources of one type, and which of their events are told. */
export interface DatabaseEventSourceArgs {
  type: DatabaseSourceType;
  /** Identifiers (no ARNs) of the sources. Default: all of this type in the account and Region. */
  ids?: pulumi.Input<string>[];
  /** Default: every category of the type. */
  categories?: DatabaseEventCategory[];
}

/** Arguments of a {@link DatabaseEvents}. */
export interface DatabaseEventsArgs extends PatternFunctionArgs {
  /** One for each type; each is one of the 20 subscriptions that RDS allows in a Region (adjustable). */
  sources: DatabaseEventSourceArgs[];
  /** Addresses that get each critical event; every one must confirm first. Default: none. */
  emails?: string[];
  /** Addresses that get every event, in RDS's own words. Default: none. */
  everyEventEmails?: string[];
  /**
   * Key of the topic that RDS publishes to; its policy must admit events.rds.amazonaws.com. Default: a key of its own
   * (1 USD a month).
   */
  kmsKeyArn?: pulumi.Input<string>;
}

const IDENTIFIER = /^[a-z](?:[a-z0-9.:]|-(?!-|$))*$/i;

/** What RDS would refuse. */
export function databaseEventsProblems({ sources }: DatabaseEventsArgs): Problem[] {
  const check = new Problems().that(
    sources.length > 0,
    "sources",
    sources.length,
    "name one or more: RDS tells what it is asked for",
  );
  const types = sources.map(({ type }) => type);
  sources.forEach(({ type, ids, categories }, index) => {
    const at = `sources[${index}]`;
    const known = Object.values(DatabaseSourceType);
    if (!known.includes(type)) {
      check.that(false, `${at}.type`, type, `RDS tells of ${known.join(", ")} (${events})`);
      return;
    }
    check
      .that(types.indexOf(type) === index, `${at}.type`, type, "name each type once: join its ids and categories")
      .that(ids?.length !== 0, `${at}.ids`, ids, "name one or more, or leave it out for all")
      .that(categories?.length !== 0, `${at}.categories`, categories, "name one or more, or leave it out for all");
    for (const category of categories ?? []) {
      const allowed = `${type} has ${eventCategories[type].join(", ")} (${events})`;
      check.that(eventCategories[type].includes(category), `${at}.categories`, category, allowed);
    }
    for (const id of ids ?? []) {
      if (typeof id !== "string") continue;
      const allowed = "give an identifier, no ARN: a letter first, no hyphen last or twice in a row";
      check.that(IDENTIFIER.test(id) && !id.startsWith("arn:"), `${at}.ids`, id, allowed);
    }
  });
  return check.list;
}
