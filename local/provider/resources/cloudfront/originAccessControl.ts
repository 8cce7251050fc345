import type * as sdk from "@aws-sdk/client-cloudfront";
import type * as pulumiAws from "@pulumi/aws/cloudfront/originAccessControl";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { toAws } from "../../frame/shapes";

const notFound = ["NoSuchOriginAccessControl"];
const toConfig = (props: Inputs<pulumiAws.OriginAccessControlArgs>) =>
  toAws<sdk.OriginAccessControlConfig>({ description: "", ...props });

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateOriginAccessControl.html */
export const OriginAccessControl = resourceType<pulumiAws.OriginAccessControlArgs, pulumiAws.OriginAccessControl>({
  token: "aws:cloudfront/originAccessControl:OriginAccessControl",
  name: { property: "name", maxLength: 64, pattern: /^.+$/, allowed: "any" },
  global: true,
  properties: {
    ...withRule({ required: true }, "originAccessControlOriginType", "signingBehavior", "signingProtocol"),
    description: { computed: true },
    name: {},
  },
  outputs: { arn: "stable", etag: "changes" },

  async create(props, { cloudfront }) {
    const { OriginAccessControl: made } = await cloudfront.createOriginAccessControl({
      OriginAccessControlConfig: toConfig(props),
    });
    return made!.Id!;
  },

  async read(Id, aws) {
    const found = await unless(notFound, aws.cloudfront.getOriginAccessControl({ Id }));
    const config = found?.OriginAccessControl?.OriginAccessControlConfig;
    if (!config) return undefined;
    const { accountId } = await aws.callerIdentity();
    return {
      arn: `arn:${aws.partition.name}:cloudfront::${accountId}:origin-access-control/${Id}`,
      etag: found.ETag,
      description: config.Description,
      name: config.Name,
      originAccessControlOriginType: config.OriginAccessControlOriginType,
      signingBehavior: config.SigningBehavior,
      signingProtocol: config.SigningProtocol,
    };
  },

  async update(Id, props, _old, { cloudfront }) {
    const { ETag } = await cloudfront.getOriginAccessControl({ Id });
    await cloudfront.updateOriginAccessControl({ Id, IfMatch: ETag, OriginAccessControlConfig: toConfig(props) });
  },

  async delete(Id, { cloudfront }) {
    const found = await unless(notFound, cloudfront.getOriginAccessControl({ Id }));
    if (found) await unless(notFound, cloudfront.deleteOriginAccessControl({ Id, IfMatch: found.ETag }));
  },
});
