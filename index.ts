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
  GroupScopes,
  IAM,
  IdentityPool,
  OAuthFlow,
  ownItems,
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

// Who may read and write users: the members of groups, by the scopes in their tokens.
const groups = {
  admins: { description: "May read and change users", scopes: ["headroom/read", "headroom/write"] },
  readers: { description: "May read users", scopes: ["headroom/read"] },
};
const groupScopes = config.userPool.enabled
  ? new GroupScopes("token-scopes", {
      ...shared,
      groups: Object.fromEntries(Object.entries(groups).map(([name, { scopes }]) => [name, scopes])),
    })
  : undefined;
const { passwordLength, domain, managedLogin, callbackUrls, ...userPoolConfig } = config.userPool;
const clients: UserPoolClientArgs[] = [{ name: "app" }];
if (domain) {
  // Whatever scopes are in here, everybody can ask for: those of the API come from the groups alone.
  clients.push({ name: "web", oauth: { flow: OAuthFlow.Code, scopes: ["openid", "email"], callbackUrls } });
}
const userPool = config.userPool.enabled
  ? new UserPool("users", {
      ...userPoolConfig,
      passwordPolicy: { minimumLength: passwordLength },
      domain: domain ? { domain, managedLogin } : undefined,
      groups: Object.entries(groups).map(([name, { description }], precedence) => ({ name, description, precedence })),
      triggers: { preTokenGeneration: groupScopes?.function },
      resourceServers: [{ identifier: "headroom", scopes: { read: "Read by the API", write: "Write by the API" } }],
      clients,
    })
  : undefined;

const apiAccount = usersApiOn && config.usersApi.accountLogs ? new ApiAccount("api-account") : undefined;
const events =
  usersApiOn && config.eventIngest.enabled ? new EventStream("events", { ...config.eventIngest, alarms }) : undefined;
const webAcl =
  usersApiOn && config.webAcl.enabled ? new WebAcl("web-acl", { ...config.webAcl, logRetentionDays }) : undefined;
const { authorizer: judge, ...usersApiConfig } = config.usersApi;
const scopes = { read: ["headroom/read"], write: ["headroom/write"] };
const clientNames = clients.map(({ name }) => name);
const usersApi =
  users && usersApiOn
    ? new UsersApi("users-api", {
        ...shared,
        ...usersApiConfig,
        table: users,
        signIn: userPool && judge !== IAM ? { userPool, clients: clientNames, judge, scopes } : undefined,
        account: apiAccount,
        webAclArn: webAcl?.arn,
        routes: events?.ingestRoutes({ path: "/events" }),
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
        authorizers: { users: { jwt: userPoolTokens(userPool, clientNames) } },
        defaultAuthorizer: "users",
        routes: usersApi.httpRoutes(scopes),
      })
    : undefined;

// Files and orders that only their owner reaches, with the user's own credentials.
const hasIdentities = config.identityPool.enabled && userPool !== undefined;
const userFiles = hasIdentities ? new Bucket("user-files", { forceDestroy }) : undefined;
const orders =
  hasIdentities && config.ordersTable.enabled
    ? new Table("orders", {
        attributes: { owner: AttributeType.String, orderId: AttributeType.String },
        hashKey: "owner", // the identity that the identity pool gives a user
        rangeKey: "orderId",
        recoveryDays: config.ordersTable.recoveryDays,
        deletionProtection: !forceDestroy,
        alarms,
      })
    : undefined;
const identityPool =
  hasIdentities && userFiles
    ? new IdentityPool("identities", {
        userPool,
        clients: clientNames,
        authenticated: [ownObjects(userFiles), ...(orders ? [ownItems(orders)] : [])],
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
  groupScopes?.function,
  usersApi?.function,
  cachedUsers?.function,
  usersApi?.authorizer?.function,
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
export const apiAuthorizer = usersApi && judge;
export const eventsStream = events?.streamName;
export const userPoolId = userPool?.userPoolId;
export const userPoolClientId = userPool?.client("app").id;
export const userFilesBucket = userFiles?.bucket;
export const ordersTable = orders?.tableName;
export const identityPoolId = identityPool?.identityPoolId;
export const authenticatedRoleArn = identityPool?.authenticatedRole.arn;
export const exportBucket = tableExport?.bucket.bucket;
export const exportFunction = tableExport?.function.functionName;
export const replicaRegions = globalUsers?.replicaRegions;
export const networkId = network?.vpcId;
export const networkSubnetIds = network?.subnetIds;
export const cacheEndpoint = dax?.endpoint;
export const cachedUsersFunction = cachedUsers?.function.functionName;
