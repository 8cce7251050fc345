import { AttributeType, Consistency, IAM, InterfaceService, Nat, OAuthFlow, StreamView } from "../components";
import { accountTransfersProblems } from "../components/accountTransfers";
import { changeLogProblems } from "../components/changeLog";
import { type Problem, Problems } from "../components/check";
import { checksumsProblems, missingForChecksum } from "../components/checksums";
import { cleanLogsProblems } from "../components/cleanLogs";
import { databaseProblems } from "../components/databaseArgs";
import { databaseEventsProblems } from "../components/databaseEventsArgs";
import { daxProblems } from "../components/daxCluster";
import { distributionProblems } from "../components/distributionArgs";
import { eventStreamProblems } from "../components/eventStream";
import { functionProblems } from "../components/functionArgs";
import { globalTableProblems, replicaProblems } from "../components/globalTable";
import { httpApiSettingsProblems } from "../components/httpApiChecks";
import { orderWorkflowProblems } from "../components/orderWorkflow";
import { paymentLedgerProblems } from "../components/paymentLedger";
import { privateNetworkProblems } from "../components/privateNetwork";
import { readThroughProblems } from "../components/readThroughItems";
import { serverlessCacheProblems } from "../components/serverlessCacheArgs";
import { tableProblems } from "../components/tableCheck";
import { tableExportProblems } from "../components/tableExport";
import { thumbnailerProblems } from "../components/thumbnailer";
import { ticketNumbersProblems } from "../components/ticketNumbers";
import { usageReportProblems } from "../components/usageReport";
import { usersApiProblems } from "../components/usersApi";
import { userPoolProblems } from "../components/userPoolCheck";
import { webAclProblems } from "../components/webAcl";
import { limits } from "../policy/limits";
import { type Settings } from "./keys";

/** What cannot work of the settings of one area; each property is a key, such as `thumbnailer.widths[0]`. */
type Rule = (settings: Settings, home: string | undefined) => Problem[];

/**
 * A component's own problems, by the keys that its arguments come from: those that have other names here are given. What is
 * said of a pattern that is off holds as well, for the day it is switched on.
 */
function of(section: keyof Settings, problems: Problem[], keys: Record<string, string> = {}): Problem[] {
  return new Problems().all(problems, (property) => {
    const argument = Object.keys(keys).find((name) => new RegExp(`^${name}(\\[\\d+\\])?$`).test(property));
    const [index = ""] = /\[\d+\]$/.exec(property) ?? [];
    return `${section}.${argument === undefined ? property : `${keys[argument]}${index}`}`;
  }).list;
}

const throttle = { "throttle.rateLimit": "rateLimit", "throttle.burstLimit": "burstLimit" };
const USERS_KEY = { attributes: { UserID: AttributeType.String }, hashKey: "UserID" };

/** The components' own limits. */
const components: Rule[] = [
  ({ logRetentionDays }) => functionProblems({ logRetentionDays }),
  ({ thumbnailer }) => of("thumbnailer", thumbnailerProblems(thumbnailer)),
  ({ cleanLogs }) => of("cleanLogs", cleanLogsProblems(cleanLogs)),
  ({ usageReport }) => of("usageReport", usageReportProblems(usageReport)),
  ({ usersApi: { authorizer, ...args } }) =>
    of("usersApi", usersApiProblems(args), { ...throttle, "cors.origin": "corsOrigin" }),
  ({ webAcl }) => of("webAcl", webAclProblems(webAcl)),
  ({ httpApi }) => of("httpApi", httpApiSettingsProblems(httpApi), { ...throttle, "cors.origins": "corsOrigins" }),
  ({ eventIngest }) => of("eventIngest", eventStreamProblems(eventIngest)),
  users,
  ({ tableBackup: { deleteAfterDays, schedule, timezone } }) =>
    of("tableBackup", tableProblems({ ...USERS_KEY, backup: { deleteAfterDays, schedule, timezone } }), {
      "backup.deleteAfterDays": "deleteAfterDays",
      "backup.schedule": "schedule",
      "backup.timezone": "timezone",
    }),
  ({ tableExport }) => of("tableExport", tableExportProblems(tableExport)),
  ({ changeLog }) => of("changeLog", changeLogProblems(changeLog)),
  ({ dax }) => of("dax", daxProblems(dax)),
  ({ network }) => of("network", privateNetworkProblems(network)),
  ({ valkeyCache }) =>
    of("valkeyCache", [...serverlessCacheProblems(valkeyCache), ...readThroughProblems(valkeyCache)]),
  ({ database }) => of("database", [...databaseProblems(database), ...accountTransfersProblems(database)]),
  userPool,
  ({ ordersTable: { recoveryDays } }) => of("ordersTable", tableProblems({ ...USERS_KEY, recoveryDays })),
  ({ orderWorkflow }) => of("orderWorkflow", orderWorkflowProblems(orderWorkflow)),
  ({ payments }) => of("payments", paymentLedgerProblems(payments)),
  ({ databaseEvents: { sourceTypes } }) =>
    of("databaseEvents", databaseEventsProblems({ sources: sourceTypes.map((type) => ({ type })) }), {
      sources: "sourceTypes",
      "sources\\[\\d+\\].type": "sourceTypes",
    }),
  ({ languages: { names } }) => of("languages", checksumsProblems({ languages: names }), { languages: "names" }),
  ({ ticketNumbers }) => of("ticketNumbers", ticketNumbersProblems(ticketNumbers)),
  ({ edge: { webAcl, lambdaAtEdge, redirects, ...args } }) => of("edge", distributionProblems(args)),
  ({ edge: { redirects } }) => {
    const bytes = Buffer.byteLength(JSON.stringify(redirects));
    const { max, page } = limits.cloudfront.functionBytes;
    const allowed = `they are in a function's code, for which AWS allows ${max} bytes (${page}), and take ${bytes}`;
    return new Problems().that(bytes < max, "edge.redirects", redirects, allowed).list;
  },
];

/** The table of users takes what a Table takes, and with replicas what a GlobalTable does. */
function users({ usersTable: settings, changeLog, usersApi }: Settings, home: string | undefined): Problem[] {
  const { enabled, replicaRegions, consistency, witnessRegion, ...table } = settings;
  const args = { ...USERS_KEY, ...table };
  const streamView = changeLog.enabled ? StreamView.NewAndOldImages : undefined;
  const global = {
    ...args,
    streamView,
    consistency,
    witnessRegion,
    replicas: replicaRegions.map((region) => ({ region })),
  };
  const problems = of(
    "usersTable",
    [
      ...tableProblems(args),
      ...(replicaRegions.length > 0 ? globalTableProblems(global) : []),
      ...(replicaRegions.length > 0 && home !== undefined ? replicaProblems(home, global) : []),
    ],
    {
      "capacity.read": "readCapacity",
      "capacity.write": "writeCapacity",
      "capacity.maxRead": "maxCapacity",
      "capacity.maxWrite": "maxCapacity",
      capacity: "maxCapacity",
      replicas: "replicaRegions",
    },
  );
  const isStrong = replicaRegions.length > 0 && consistency === Consistency.Strong;
  return new Problems()
    .all(problems)
    .that(
      !isStrong || !usersApi.enabled || table.timeToLiveAttribute !== undefined,
      "usersTable.consistency",
      consistency,
      "the users API forgets idempotency keys by time to live, which DynamoDB has not with strong consistency: " +
        "set usersApi.enabled to false, or take eventual consistency",
    ).list;
}

function userPool({ userPool: settings }: Settings): Problem[] {
  const { enabled, passwordLength, domain, managedLogin, callbackUrls, ...args } = settings;
  const oauth = { flow: OAuthFlow.Code, scopes: ["openid", "email"], callbackUrls };
  const problems = userPoolProblems({
    ...args,
    passwordPolicy: { minimumLength: passwordLength },
    ...(domain && { domain: { domain, managedLogin }, clients: [{ name: "web", oauth }] }),
  });
  return new Problems()
    .that(
      (domain === "") === (callbackUrls.length === 0),
      "userPool.callbackUrls",
      callbackUrls,
      "the pages on domain need callbackUrls to lead back to, and callbackUrls need domain: give both, or none",
    )
    .all(
      of("userPool", problems, {
        "passwordPolicy.minimumLength": "passwordLength",
        "domain.domain": "domain",
        "domain.managedLogin": "managedLogin",
        "clients.web.oauth.callbackUrls": "callbackUrls",
        "clients.web.oauth.callbackUrls.length": "callbackUrls",
      }),
    ).list;
}

/** What one pattern needs of another, when it is on. */
const together: Rule[] = [
  ({ dax, network, usersTable }) =>
    new Problems().that(
      !dax.enabled || (network.enabled && usersTable.enabled),
      "dax.enabled",
      true,
      "a cluster needs the table that it caches, and a network: enable usersTable and network too",
    ).list,
  ({ valkeyCache, network, usersTable }) =>
    new Problems().that(
      !valkeyCache.enabled || (network.enabled && usersTable.enabled),
      "valkeyCache.enabled",
      true,
      "the cache is in a network, in front of a table: enable usersTable and network too",
    ).list,
  ({ database, network }) =>
    new Problems()
      .that(
        !database.enabled || network.enabled,
        "database.enabled",
        true,
        "the database is in a network: enable network too, with secretsmanager among its interfaceEndpoints, or nat",
      )
      .that(
        !database.enabled || reaches(network, InterfaceService.SecretsManager),
        "network.interfaceEndpoints",
        network.interfaceEndpoints,
        "the migrations of the database read a secret: add secretsmanager to them, or set network.nat",
      )
      .that(
        !database.enabled || !database.announce || reaches(network, InterfaceService.Lambda),
        "network.interfaceEndpoints",
        network.interfaceEndpoints,
        "the database calls a function (database.announce): add lambda to them, or set network.nat",
      )
      .that(
        !database.enabled || !network.enabled || database.instances <= network.zones,
        "database.instances",
        database.instances,
        `the network has ${network.zones} zones, and each machine needs its own: give fewer, or raise network.zones`,
      ).list,
  ({ usersApi, userPool }) =>
    new Problems().that(
      userPool.enabled || (usersApi.authorizer ?? IAM) === IAM,
      "usersApi.authorizer",
      usersApi.authorizer,
      "nobody has a token without the user pool: take iam, or set userPool.enabled to true",
    ).list,
  ({ tableExport, usersTable }) =>
    new Problems().that(
      !tableExport.enabled || !usersTable.enabled || usersTable.recoveryDays > 0,
      "usersTable.recoveryDays",
      usersTable.recoveryDays,
      "exports (tableExport) are made from point-in-time recovery: give a number of days",
    ).list,
  // Before anything is made, and not in the middle of it.
  ({ languages: { enabled, names, skipMissing } }) => {
    const problems = new Problems();
    if (!enabled || skipMissing) return problems.list;
    for (const [index, name] of names.entries()) {
      const missing = missingForChecksum(name);
      const allowed = `${missing}, or skip it with skipMissing`;
      problems.that(missing === undefined, `languages.names[${index}]`, name, allowed);
    }
    return problems.list;
  },
];

/** Whether what is in the network gets to a service. Without a network that is another rule's to tell. */
function reaches({ enabled, nat, interfaceEndpoints }: Settings["network"], service: InterfaceService): boolean {
  return !enabled || nat !== Nat.None || interfaceEndpoints.includes(service);
}

/**
 * Everything that cannot work of settings of the right kinds, by key.
 * @param home The stack's Region, if it has one.
 */
export const settingsProblems = (settings: Settings, home: string | undefined): Problem[] =>
  [...components, ...together].flatMap((rule) => rule(settings, home));
