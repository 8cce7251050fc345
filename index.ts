import { readConfig } from "./config";
import { api } from "./stack/api";
import { sharedSettings } from "./stack/area";
import { usersData } from "./stack/data";
import { database } from "./stack/database";
import { databaseEvents } from "./stack/databaseEvents";
import { edge } from "./stack/edge";
import { identity } from "./stack/identity";
import { jobs } from "./stack/jobs";
import { languages } from "./stack/languages";
import { privateNetwork, valkeyCache } from "./stack/network";
import { payments } from "./stack/payments";
import { photos } from "./stack/photos";
import { ticketNumbers } from "./stack/snapStart";
import { orders as orderProcess } from "./stack/workflow";

const config = readConfig();
const shared = sharedSettings(config);

const { thumbnailer, ...photoArea } = photos(config, shared);
const network = privateNetwork(config);
const { users, globalUsers, changeLog, dax, cachedUsers, tableExport, ...dataArea } = usersData(
  config,
  shared,
  network,
);
const { cache: valkey, reader: valkeyUsers, ...cacheArea } = valkeyCache(config, shared, { network, users });
const { userPool, clientNames, userFiles, orders, identityPool, ...identityArea } = identity(config, shared);
const { usersApi, judge, httpApi, events, ...apiArea } = api(config, shared, { users, userPool, clientNames });
const { orderWorkflow, ...orderArea } = orderProcess(config, shared);
const { ledger: paymentLedger, ...paymentArea } = payments(config, shared);
const { database: sql, transfers, ...databaseArea } = database(config, shared, network);
const { events: rdsEvents, ...eventsArea } = databaseEvents(config, shared);
const { checksums, ...languagesArea } = languages(config, shared);
const { tickets, ...ticketsArea } = ticketNumbers(config, shared);
const { site, ...edgeArea } = edge(config, shared, { userPool });
const { reports, cleanLogs, usageReport } = jobs(config, shared, [
  photoArea,
  cacheArea,
  dataArea,
  identityArea,
  apiArea,
  orderArea,
  paymentArea,
  databaseArea,
  eventsArea,
  languagesArea,
  ticketsArea,
  edgeArea,
]);

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
export const apiAuthorizer = judge;
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
export const workflowArn = orderWorkflow?.workflow.arn;
export const orderFunction = orderWorkflow?.starter.functionName;
export const orderLedger = orderWorkflow?.ledger.tableName;
export const databaseProxyEndpoint = sql?.endpoint;
export const databaseConnections = sql && { most: sql.budget.connections, promised: sql.budget.used };
export const databaseFunction = transfers?.function.functionName;
export const databaseAnnouncedFunction = transfers?.announced?.functionName;
export const databaseMigrationsFunction = transfers?.migrations.function.functionName;
export const databaseEventsTopic = rdsEvents?.topic.arn;
export const databaseEventsFunction = rdsEvents?.function.functionName;
export const valkeyEndpoint = valkey?.endpoint;
export const valkeyUsersFunction = valkeyUsers?.function.functionName;
export const paymentsFunction = paymentLedger?.function.functionName;
export const paymentsQueueUrl = paymentLedger?.queue?.url;
export const paymentsLedger = paymentLedger?.ledger.tableName;
export const paymentsStream = paymentLedger?.stream?.streamName;
export const checksumFunctions = checksums?.functionNames;
export const skippedLanguages = checksums?.skipped;
export const ticketsFunction = tickets?.function.functionName;
export const ticketsAlias = tickets?.function.alias?.name;
export const distributionDomain = site?.domainName;
export const siteUrl = site?.url;
export const siteBucket = site?.bucket.bucket;
