import { partition } from "@aws-sdk/core/client";
import { type Aws } from "./aws";
import { type Session } from "../protocol/session";
import { unknownReference } from "./unknownReference";
import { type Properties } from "./values";

/** Answers a data source. `aws` is undefined in a preview. */
type Invoke = (args: Properties, session: Session, aws: Aws | undefined) => Promise<Properties>;

/** The data sources that are served, by token. */
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

  // An account may have other zones than another, and a preview has no account to ask.
  "aws:index/getAvailabilityZones:getAvailabilityZones": async (args, { region }, aws) => {
    const unknown = { id: region, names: unknownReference, zoneIds: unknownReference, groupNames: unknownReference };
    if (!aws) return unknown;
    const filters = args.filters as { name: string; values: string[] }[] | undefined;
    const { AvailabilityZones: zones = [] } = await aws.ec2.describeAvailabilityZones({
      Filters: filters?.map(({ name, values }) => ({ Name: name, Values: values })),
    });
    const sorted = zones.sort((a, b) => (a.ZoneName! < b.ZoneName! ? -1 : 1));
    const list = (key: "ZoneName" | "ZoneId" | "GroupName") => sorted.flatMap((zone) => zone[key] ?? []);
    return { id: region, names: list("ZoneName"), zoneIds: list("ZoneId"), groupNames: list("GroupName") };
  },

  // Without credentials nobody can know whose account it will be.
  "aws:index/getCallerIdentity:getCallerIdentity": async (_args, _session, aws) => {
    if (!aws)
      return { id: unknownReference, accountId: unknownReference, arn: unknownReference, userId: unknownReference };
    const { accountId, arn, userId } = await aws.callerIdentity();
    return { id: accountId, accountId, arn, userId };
  },
};
