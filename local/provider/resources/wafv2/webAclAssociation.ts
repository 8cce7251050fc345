import type * as pulumiAws from "@pulumi/aws/wafv2/webAclAssociation";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";

const notFound = ["WAFNonexistentItemException"];

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html */
export const WebAclAssociation = resourceType<pulumiAws.WebAclAssociationArgs, pulumiAws.WebAclAssociation>({
  token: "aws:wafv2/webAclAssociation:WebAclAssociation",
  identity: ["resourceArn"],
  properties: { resourceArn: { required: true }, webAclArn: { required: true } },
  notEmulated: ({ resourceArn }) =>
    resourceArn?.includes("::/restapis/") === false ? ["webAclArn: only requests to REST APIs are judged"] : [],
  outputs: {},
  fromImportId: (id) => {
    const [webAclArn, resourceArn] = id.split(",");
    return { known: { webAclArn, resourceArn } };
  },

  async create({ resourceArn, webAclArn }, { wafv2 }) {
    await wafv2.associateWebACL({ ResourceArn: resourceArn, WebACLArn: webAclArn });
    return `${webAclArn},${resourceArn}`;
  },

  async read(_id, { wafv2 }, { resourceArn }) {
    const answer = await unless(notFound, wafv2.getWebACLForResource({ ResourceArn: resourceArn }));
    const webAclArn = answer?.WebACL?.ARN;
    return webAclArn ? { id: `${webAclArn},${resourceArn}`, resourceArn, webAclArn } : undefined;
  },

  async delete(_id, { wafv2 }, { resourceArn }) {
    await unless(notFound, wafv2.disassociateWebACL({ ResourceArn: resourceArn }));
  },
});
