import { hasUnknown, type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { reference, type Registered } from "../monitor";
import { askKnown } from "./ask";
import { atMostOne } from "./given";

/** A resource that may be there already. */
interface Given {
  enable?: boolean;
  existing?: { arn?: unknown; name?: unknown; region?: unknown };
  args?: Properties;
}

/** Makes what a trail of awsx makes: itself, its bucket with a policy, and if it is asked for, a log group with the role that writes. */
export async function constructTrail(name: string, given: Properties, { monitor }: Asking): Promise<Constructed> {
  const { s3Bucket, cloudWatchLogsGroup, ...own } = given as Properties & Record<string, Given | undefined>;
  const parts = new Children(await monitor.component(), monitor);
  const { bucket, bucketArn, bucketName } = await findBucket(parts, name, s3Bucket);
  const policy = await parts.make(
    "aws:s3/bucketPolicy:BucketPolicy",
    name,
    { bucket: bucketName, policy: allowTrail(bucketArn) },
    bucket && { dependsOn: [bucket], sources: { bucket: [bucket], policy: [bucket] } },
  );
  const { logGroup, logGroupArn } = await findLogGroup(parts, name, cloudWatchLogsGroup);
  const role = logGroup && (await makeRole(parts, name, logGroupArn));
  const trail = await parts.make(
    "aws:cloudtrail/trail:Trail",
    name,
    {
      ...own,
      s3BucketName: bucketName,
      cloudWatchLogsGroupArn: logGroupArn === undefined ? undefined : suffix(logGroupArn, ":*"),
      cloudWatchLogsRoleArn: role?.outputs.arn ?? (role && unknownValue),
    },
    {
      dependsOn: [policy],
      sources: { s3BucketName: [bucket], cloudWatchLogsGroupArn: [logGroup], cloudWatchLogsRoleArn: [role] },
    },
  );
  const made = { trail, ...(bucket && { bucket }), ...(logGroup && { logGroup }) };
  const state = Object.fromEntries(Object.entries(made).map(([key, each]) => [key, reference(each)]));
  await parts.finish(state);
  const dependencies = Object.fromEntries(Object.entries(made).map(([key, { urn }]) => [key, [urn]]));
  return { urn: parts.component.urn, state, dependencies };
}

async function findBucket(
  parts: Children,
  name: string,
  given: Given = {},
): Promise<{ bucket?: Registered; bucketArn: unknown; bucketName: unknown }> {
  atMostOne({ ...given }, "existing", "args");
  if (given.existing) {
    const { arn, name: own } = given.existing;
    if (arn === undefined && own === undefined) throw new Error("s3Bucket.existing. Fix: give its arn or its name.");
    // Without a service, as awsx writes it: AWS refuses such a policy.
    return { bucketArn: arn ?? prefix("arn:aws:::", own), bucketName: own ?? lastOf(arn) };
  }
  const bucket = await parts.make("aws:s3/bucket:Bucket", name, { forceDestroy: true, ...given.args });
  const { arn = unknownValue, bucket: bucketName = unknownValue } = bucket.outputs;
  return { bucket, bucketArn: arn, bucketName };
}

async function findLogGroup(
  parts: Children,
  name: string,
  given: Given = {},
): Promise<{ logGroup?: Registered; logGroupArn?: unknown }> {
  if (!given.enable) return {};
  atMostOne({ ...given }, "existing", "args");
  const { existing } = given;
  if (existing?.arn !== undefined) return { logGroupArn: existing.arn };
  if (existing && existing.name === undefined)
    throw new Error("cloudWatchLogsGroup.existing. Fix: give its arn or its name.");
  const logGroup = existing ? undefined : await parts.make("aws:cloudwatch/logGroup:LogGroup", name, given.args ?? {});
  const account = await findAccount(parts);
  const place = [existing?.region ?? (await parts.region()), account, existing?.name ?? logGroup?.outputs.name];
  const [region, number, group = unknownValue] = place;
  const known = !hasUnknown([region, number, group]);
  return {
    ...(logGroup && { logGroup }),
    logGroupArn: known ? `arn:aws:logs:${[region, number].join(":")}:log-group:${String(group)}` : unknownValue,
  };
}

/** The role by which the trail writes to its log group. */
async function makeRole(parts: Children, name: string, logGroupArn: unknown): Promise<Registered> {
  const account = await findAccount(parts);
  const stream = hasUnknown([logGroupArn, account])
    ? unknownValue
    : `${String(logGroupArn)}:log-stream:${String(account)}_CloudTrail_*`;
  const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
  const statements = actions.map((action) => ({ Effect: "Allow", Action: [action], Resource: [stream] }));
  return parts.make("aws:iam/role:Role", name, {
    assumeRolePolicy: writePolicy([
      { Sid: "AllowAssumeRole", Effect: "Allow", Principal: service, Action: "sts:AssumeRole" },
    ]),
    inlinePolicies: [{ policy: writePolicy(statements) }],
  });
}

const service = { Service: "cloudtrail.amazonaws.com" };

const allowTrail = (bucketArn: unknown): string =>
  writePolicy([
    {
      Sid: "AWSCloudTrailAclCheck",
      Effect: "Allow",
      Principal: service,
      Action: ["s3:GetBucketAcl"],
      Resource: [bucketArn],
    },
    {
      Sid: "AWSCloudTrailWrite",
      Effect: "Allow",
      Principal: service,
      Action: ["s3:PutObject"],
      Resource: [suffix(bucketArn, "/*")],
      Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ]);

/** Unknown as a whole if a part of it is. */
const writePolicy = (statements: Properties[]): string =>
  hasUnknown(statements) ? unknownValue : JSON.stringify({ Version: "2012-10-17", Statement: statements });

const findAccount = async (parts: Children): Promise<unknown> =>
  (await askKnown(parts, "aws:index/getCallerIdentity:getCallerIdentity", {}, "accountId")) ?? unknownValue;

const suffix = (text: unknown, end: string): unknown => (hasUnknown(text) ? unknownValue : `${String(text)}${end}`);
const prefix = (start: string, text: unknown): unknown => (hasUnknown(text) ? unknownValue : `${start}${String(text)}`);
const lastOf = (arn: unknown): unknown => (hasUnknown(arn) ? unknownValue : String(arn).split(":").at(-1));
