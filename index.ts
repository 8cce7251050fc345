import {
  AccessLogs,
  ApiAccount,
  AttributeType,
  Bucket,
  CachedItems,
  ChangeLog,
  CleanLogs,
  DaxCluster,
  EventStream,
  type Function,
  GlobalTable,
  HttpApi,
  IdentityPool,
  OAuthFlow,
  ownObjects,
  PrivateNetwork,
  StreamView,
  Table,
  TableExport,
  Thumbnailer,
  Topic,
  UsageReport,
  UserPool,
  type UserPoolClientArgs,
  userPoolTokens,
  UsersApi,
  WebAcl,
} from "./components";
import { readConfig } from "./config";

const config = readConfig();
const { architecture, nativePlatform, forceDestroy, logRetentionDays } = config;

// Who is told when something goes wrong.
const alarmTopic = config.alarmEmail ? new Topic("alarms", { alarms: true, emails: [config.alarmEmail] }) : undefined;
const alarms = { actions: alarmTopic ? [alarmTopic.arn] : [] };
const shared = { architecture, nativePlatform, logRetentionDays, alarms };

const thumbnailer = config.thumbnailer.enabled
  ? new Thumbnailer("thumbnailer", { ...shared, ...config.thumbnailer, forceDestroy })
  : undefined;

const network = config.network.enabled
  ? new PrivateNetwork("network", { ...config.network, flowLogRetentionDays: logRetentionDays })
  : undefined;

const usersApiOn = config.usersApi.enabled;
const { replicaRegions: regions, enabled: usersOn, ...usersTableConfig } = config.usersTable;
const usersArgs = {
  ...usersTableConfig,
  attributes: { UserID: AttributeType.String },
  hashKey: "UserID",
  streamView: config.changeLog.enabled ? StreamView.NewAndOldImages : undefined,
  backup: config.tableBackup.enabled ? { ...config.tableBackup, forceDestroy } : undefined,
  // Where the API remembers idempotency keys.
  timeToLiveAttribute: config.usersTable.timeToLiveAttribute ?? (usersApiOn ? "expiresAt" : undefined),
  deletionProtection: !forceDestroy,
  alarms,
};
const globalUsers =
  usersOn && regions.length > 0
    ? new GlobalTable("Users", { ...usersArgs, replicas: regions.map((region) => ({ region })) })
    : undefined;
const users = globalUsers ?? (usersOn ? new Table("Users", usersArgs) : undefined);
const changeLog =
  users && config.changeLog.enabled
    ? new ChangeLog("change-log", { ...shared, ...config.changeLog, table: users, forceDestroy })
    : undefined;

const dax =
  users && network && config.dax.enabled
    ? new DaxCluster("dax", { ...config.dax, network, tables: [{ table: users }], alarms })
    : undefined;
const cachedUsers =
  users && network && dax
    ? new CachedItems("cached-users", { ...shared, network, cache: dax, table: users })
    : undefined;

const apiAccount = usersApiOn && config.usersApi.accountLogs ? new ApiAccount("api-account") : undefined;
const events =
  usersApiOn && config.eventIngest.enabled ? new EventStream("events", { ...config.eventIngest, alarms }) : undefined;
const webAcl =
  usersApiOn && config.webAcl.enabled ? new WebAcl("web-acl", { ...config.webAcl, logRetentionDays }) : undefined;
const usersApi =
  users && usersApiOn
    ? new UsersApi("users-api", {
        ...shared,
        ...config.usersApi,
        table: users,
        account: apiAccount,
        webAclArn: webAcl?.arn,
        routes: events?.ingestRoutes({ path: "/events" }),
      })
    : undefined;

const { passwordLength, domain, managedLogin, callbackUrls, ...userPoolConfig } = config.userPool;
const clients: UserPoolClientArgs[] = [{ name: "app" }];
if (domain) {
  const scopes = ["openid", "email", "headroom/read", "headroom/write"];
  clients.push({ name: "web", oauth: { flow: OAuthFlow.Code, scopes, callbackUrls } });
}
const userPool = config.userPool.enabled
  ? new UserPool("users", {
      ...userPoolConfig,
      passwordPolicy: { minimumLength: passwordLength },
      domain: domain ? { domain, managedLogin } : undefined,
      groups: [{ name: "admins", description: "May do what other users may not", precedence: 0 }],
      resourceServers: [{ identifier: "headroom", scopes: { read: "Read by the API", write: "Write by the API" } }],
      clients,
    })
  : undefined;

// The same users for whoever signed in, by the scopes of the token.
const httpApi =
  usersApi && userPool && config.httpApi.enabled
    ? new HttpApi("users-http-api", {
        ...config.httpApi,
        description: "Users, for tokens of the user pool",
        logRetentionDays,
        alarms,
        authorizers: { users: { jwt: userPoolTokens(userPool, [...userPool.clientNames]) } },
        defaultAuthorizer: "users",
        routes: usersApi.httpRoutes({ read: ["headroom/read"], write: ["headroom/write"] }),
      })
    : undefined;

// Files that only their owner reaches, with the user's own credentials.
const hasIdentities = config.identityPool.enabled && userPool !== undefined;
const userFiles = hasIdentities ? new Bucket("user-files", { forceDestroy }) : undefined;
const identityPool =
  hasIdentities && userFiles
    ? new IdentityPool("identities", {
        userPool,
        clients: clients.map(({ name }) => name),
        authenticated: [ownObjects(userFiles)],
        guests: config.identityPool.guests ? [] : undefined,
      })
    : undefined;

const tableExport =
  users && config.tableExport.enabled
    ? new TableExport("table-export", { ...shared, ...config.tableExport, table: users, forceDestroy })
    : undefined;

// Reports, and what the jobs remember from one run to the next.
const jobsOn = config.cleanLogs.enabled || config.usageReport.enabled;
const reports = jobsOn ? new Bucket("reports", { forceDestroy }) : undefined;

const buckets = [
  thumbnailer?.uploads,
  thumbnailer?.thumbnails,
  changeLog?.bucket,
  tableExport?.bucket,
  reports,
  userFiles,
].filter((bucket) => bucket !== undefined);
const accessLogs = buckets.length > 0 ? new AccessLogs("access-logs", { sources: buckets, forceDestroy }) : undefined;

const cleanLogs =
  config.cleanLogs.enabled && accessLogs && reports
    ? new CleanLogs("clean-logs", {
        ...shared,
        ...config.cleanLogs,
        bucket: accessLogs.bucket,
        stateBucket: reports,
      })
    : undefined;

const functions: Function[] = [
  thumbnailer?.function,
  changeLog?.function,
  usersApi?.function,
  cachedUsers?.function,
  tableExport?.function,
  cleanLogs?.function,
].filter((job) => job !== undefined);
const usageReport =
  config.usageReport.enabled && reports
    ? new UsageReport("usage-report", {
        ...shared,
        ...config.usageReport,
        reportsBucket: reports,
        buckets,
        functions,
        emails: config.alarmEmail ? [config.alarmEmail] : [],
      })
    : undefined;

export const uploadsBucket = thumbnailer?.uploads.bucket;
export const thumbnailsBucket = thumbnailer?.thumbnails.bucket;
export const thumbnailFunction = thumbnailer?.function.functionName;
export const reportsBucket = reports?.bucket;
export const cronFunction = usageReport?.function.functionName;
export const cleanLogsFunction = cleanLogs?.function.functionName;
export const usersTable = users?.tableName;
export const changesBucket = changeLog?.bucket.bucket;
export const apiUrl = usersApi?.api.url;
export const apiId = usersApi?.api.apiId;
export const httpApiUrl = httpApi?.url;
export const eventsStream = events?.streamName;
export const userPoolId = userPool?.userPoolId;
export const userPoolClientId = userPool?.client("app").id;
export const userFilesBucket = userFiles?.bucket;
export const identityPoolId = identityPool?.identityPoolId;
export const authenticatedRoleArn = identityPool?.authenticatedRole.arn;
export const exportBucket = tableExport?.bucket.bucket;
export const exportFunction = tableExport?.function.functionName;
export const replicaRegions = globalUsers?.replicaRegions;
export const networkId = network?.vpcId;
export const networkSubnetIds = network?.subnetIds;
export const cacheEndpoint = dax?.endpoint;
export const cachedUsersFunction = cachedUsers?.function.functionName;
