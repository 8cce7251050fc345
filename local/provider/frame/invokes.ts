import { partition } from "@aws-sdk/core/client";
import { type Aws } from "./aws";
import { type Session } from "../protocol/session";
import { policyDocument } from "./policyDocument";
import { unknownText } from "./unknownReference";
import { type Properties } from "./values";

/** Answers a data source; undefined if only AWS could. `aws` is undefined in a preview. */
type Invoke = (args: Properties, session: Session, aws: Aws | undefined) => Promise<Properties | undefined>;

/** The data sources that are computed or ask the emulator, by token. */
export const invokes: Record<string, Invoke> = {
  "aws:index/getRegion:getRegion": (args, session) => {
    const region = typeof args.region === "string" ? args.region : session.region;
    const { dnsSuffix, description } = partition(region) as { dnsSuffix: string; description?: string };
    return Promise.resolve({ id: region, name: region, region, description, endpoint: `ec2.${region}.${dnsSuffix}` });
  },

  "aws:index/getPartition:getPartition": (_args, { region }) => {
    const { name, dnsSuffix } = partition(region);
    const reverseDnsPrefix = dnsSuffix.split(".").reverse().join(".");
    return Promise.resolve({ id: name, partition: name, dnsSuffix, reverseDnsPrefix });
  },

  "aws:iam/getPolicyDocument:getPolicyDocument": (args) => Promise.resolve({ ...args, ...policyDocument(args) }),

  "aws:index/getArn:getArn": ({ arn }) => {
    const [, partition, service, region, account, ...resource] = String(arn).split(":");
    if (!resource.length) return Promise.reject(new Error(`"${String(arn)}" is no ARN`));
    return Promise.resolve({ id: arn, arn, partition, service, region, account, resource: resource.join(":") });
  },

  // Accounts differ in their zones, and a preview has no account to ask.
  "aws:index/getAvailabilityZones:getAvailabilityZones": async (args, { region }, aws) => {
    if (!aws) return undefined;
    const filters = args.filters as { name: string; values: string[] }[] | undefined;
    const { AvailabilityZones: zones = [] } = await aws.ec2.describeAvailabilityZones({
      Filters: filters?.map(({ name, values }) => ({ Name: name, Values: values })),
    });
    const sorted = zones.sort((a, b) => (a.ZoneName! < b.ZoneName! ? -1 : 1));
    const list = (key: "ZoneName" | "ZoneId" | "GroupName") => sorted.flatMap((zone) => zone[key] ?? []);
    return { id: region, names: list("ZoneName"), zoneIds: list("ZoneId"), groupNames: list("GroupName") };
  },

  // Without credentials the account is unknown, unless the user names it.
  "aws:index/getCallerIdentity:getCallerIdentity": async (_args, { account }, aws) => {
    if (!aws && account !== undefined)
      return { id: account, accountId: account, arn: unknownText, userId: unknownText };
    if (!aws) return undefined;
    const { accountId, arn, userId } = await aws.callerIdentity();
    return { id: accountId, accountId, arn, userId };
  },
};
