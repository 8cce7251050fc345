/** Each component of the library, with nothing but what it has to be given. A program of its own: the test runs it elsewhere. */
import * as pulumi from "@pulumi/pulumi";
import * as h from "../../../components";

const fn = (name: string, more = {}) => new h.NodeFunction(name, { entry: "handler.ts", ...more });
const bucket = new h.Bucket("bucket");
new h.AccessLogs("accessLogs", { sources: [bucket] });
const table = new h.Table("table", { attributes: { id: h.AttributeType.String }, hashKey: "id" });
new h.Function("function", {
  runtime: "nodejs24.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1;") }),
});
new h.LanguageFunction("language", { language: "python", folder: "../../../handlers/languages/python" });
new h.NodeFunction("nodeFunction", { entry: "handler.ts" });
new h.Queue("queue");
new h.Topic("topic");
new h.EventStream("stream", {});
new h.DeadLetterQueue("dead");
new h.Secret("secret");
new h.Parameter("parameter", { value: "x" });
new h.ScheduledJob("job", { function: fn("jobFunction"), schedule: "rate(1 day)" });
new h.QueueConsumer("queueConsumer", { queue: new h.Queue("consumed"), function: fn("queueFunction") });
new h.TopicConsumer("topicConsumer", { topic: new h.Topic("consumedTopic"), function: fn("topicFunction") });
new h.EventRule("rule", { pattern: { source: ["shop"] }, functions: [fn("ruleFunction")] });
new h.StreamConsumer("streamConsumer", {
  stream: new h.EventStream("consumedStream", {}),
  function: fn("streamFunction"),
});
new h.BucketNotifications("notifications", {
  bucket: new h.Bucket("notifying"),
  readers: [{ function: fn("objectFunction") }],
});
const apiFunction = fn("apiFunction");
new h.Api("api", { routes: [{ method: "GET", path: "/", function: apiFunction, authorizer: "iam" }] });
new h.Api("open", { routes: [{ method: "GET", path: "/", function: apiFunction, authorizer: "none" }] });
new h.HttpApi("openHttp", { routes: [{ method: "GET", path: "/", function: fn("openFunction"), public: true }] });
new h.Api("apiAccount", {
  account: true,
  routes: [{ method: "GET", path: "/", function: apiFunction, authorizer: "iam" }],
});
new h.ApiAccount("account");
new h.HttpApi("httpApi", { routes: [{ method: "GET", path: "/", function: fn("httpFunction"), authorizer: "iam" }] });
const pool = new h.UserPool("pool", { clients: [{ name: "web" }] });
new h.JwtAuthorizer("jwt", {
  userPoolId: pool.userPoolId,
  clientIds: [pool.client("web").id],
  rules: [{ route: "GET /users" }],
});
new h.GroupScopes("scopes", { groups: { admins: ["users/write"] } });
new h.IdentityPool("identities", { userPool: pool, clients: ["web"], authenticated: [h.ownItems(table)] });
new h.Thumbnailer("thumbnailer");
new h.CleanLogs("cleanLogs", { bucket, stateBucket: bucket, schedule: "rate(1 day)" });
new h.UsageReport("usageReport", {
  reportsBucket: bucket,
  buckets: [bucket],
  functions: [apiFunction],
  schedule: "rate(1 day)",
});
new h.ChangeLog("changeLog", {
  table: new h.Table("changed", { attributes: { id: "S" }, hashKey: "id", streamView: "NEW_AND_OLD_IMAGES" }),
});
new h.TableConsumer("tableConsumer", {
  table: new h.Table("streamed", { attributes: { id: "S" }, hashKey: "id", streamView: "NEW_AND_OLD_IMAGES" }),
  function: fn("tableFunction"),
});
new h.TableExport("tableExport", { table, schedule: "rate(1 day)" });
new h.BackupPlan("backup", { tableArns: [table.arn] });
new h.GlobalTable("global", { attributes: { id: "S" }, hashKey: "id", replicas: [{ region: "eu-central-1" }] });
new h.TicketNumbers("tickets");
new h.Checksums("checksums");
new h.PaymentLedger("ledger");
new h.OrderWorkflow("orders");
new h.Workflow("workflow", { startAt: "done", states: { done: { succeed: true } } });
new h.UsersApi("usersApi", { table });
new h.WebAcl("acl");
new h.Distribution("site");
new h.CloudFrontFunction("cff", { entry: "cff.ts" });
new h.EdgeFunction("edge", { entry: "edge.ts" });
const network = new h.PrivateNetwork("network", { interfaceEndpoints: ["lambda", "secretsmanager"] });
const database = new h.Database("database", { kind: "aurora-postgresql", network, callsFunctions: true });
new h.DatabaseCalls("calls", { database, functions: [fn("called")] });
new h.DatabaseEvents("databaseEvents", { sources: [{ type: "db-instance" }] });
new h.AccountTransfers("transfers", { database });
const dax = new h.DaxCluster("dax", { network, tables: [{ table }] });
const cache = new h.ServerlessCache("cache", { network });
new h.CachedItems("cached", { network, cache: dax, table });
new h.ReadThroughItems("readThrough", { network, cache, table });
