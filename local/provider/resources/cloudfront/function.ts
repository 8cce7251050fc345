import type * as sdk from "@aws-sdk/client-cloudfront";
import type { Function as FunctionResource, FunctionArgs } from "@pulumi/aws/cloudfront/function";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { tagList } from "../../frame/shapes";
import { items, listed, readTags, tagging } from "./shared";

const notFound = ["NoSuchFunctionExists"];

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html */
export const Function = resourceType<FunctionArgs, FunctionResource>({
  token: "aws:cloudfront/function:Function",
  name: { property: "name", maxLength: 64, ...wordCharacters },
  global: true,
  properties: {
    code: { required: true },
    comment: {},
    keyValueStoreAssociations: { unordered: true, idle: "functions have no module cloudfront" },
    name: { replace: true },
    publish: { default: true },
    runtime: { required: true },
    tags,
  },
  outputs: { arn: "stable", etag: "changes", liveStageEtag: "changes", status: "changes" },

  async create(props, aws) {
    const list = tagList(props.tags);
    const { ETag } = await aws.cloudfront.createFunction({
      Name: props.name,
      ...toBody(props),
      Tags: list.length ? { Items: list } : undefined,
    });
    if (props.publish) await aws.cloudfront.publishFunction({ Name: props.name, IfMatch: ETag });
    return props.name!;
  },

  async read(Name, aws) {
    const found = await unless(notFound, aws.cloudfront.describeFunction({ Name, Stage: "DEVELOPMENT" }));
    const summary = found?.FunctionSummary;
    if (!summary) return undefined;
    const { FunctionCode } = await aws.cloudfront.getFunction({ Name, Stage: "DEVELOPMENT" });
    const live = await unless(notFound, aws.cloudfront.describeFunction({ Name, Stage: "LIVE" }));
    const arn = summary.FunctionMetadata?.FunctionARN ?? "";
    return {
      arn,
      code: Buffer.from(FunctionCode ?? []).toString(),
      comment: summary.FunctionConfig?.Comment || undefined,
      etag: found.ETag,
      keyValueStoreAssociations: listed(summary.FunctionConfig?.KeyValueStoreAssociations)?.map(
        ({ KeyValueStoreARN = "" }) => KeyValueStoreARN,
      ),
      liveStageEtag: live?.ETag ?? "",
      name: Name,
      runtime: summary.FunctionConfig?.Runtime,
      status: summary.Status,
      tags: await readTags(arn, aws),
    };
  },

  async update(Name, props, _old, aws) {
    await aws.cloudfront.updateFunction({ Name, IfMatch: await readEtag(Name, aws), ...toBody(props) });
    // Read again, because the API's model misspells the ETag header in the update's response.
    if (props.publish) await aws.cloudfront.publishFunction({ Name, IfMatch: await readEtag(Name, aws) });
  },

  tagging,

  async delete(Name, aws) {
    const IfMatch = await unless(notFound, readEtag(Name, aws));
    if (IfMatch) await unless(notFound, aws.cloudfront.deleteFunction({ Name, IfMatch }));
  },
});

const readEtag = async (Name: string, { cloudfront }: Aws): Promise<string | undefined> =>
  (await cloudfront.describeFunction({ Name, Stage: "DEVELOPMENT" })).ETag;

const toBody = ({ code, comment = "", runtime, keyValueStoreAssociations: stores }: Inputs<FunctionArgs>) => ({
  FunctionCode: Buffer.from(code),
  FunctionConfig: {
    Comment: comment,
    Runtime: runtime as sdk.FunctionRuntime,
    ...(stores?.length && {
      KeyValueStoreAssociations: items(stores.map((KeyValueStoreARN) => ({ KeyValueStoreARN }))),
    }),
  },
});
