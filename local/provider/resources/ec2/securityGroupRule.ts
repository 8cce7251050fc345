import type { IpPermission } from "@aws-sdk/client-ec2";
import type {
  SecurityGroupEgressRule as EgressResource,
  SecurityGroupEgressRuleArgs,
} from "@pulumi/aws/vpc/securityGroupEgressRule";
import type {
  SecurityGroupIngressRule as IngressResource,
  SecurityGroupIngressRuleArgs,
} from "@pulumi/aws/vpc/securityGroupIngressRule";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

type RuleArgs = SecurityGroupIngressRuleArgs;

const notFound = ["InvalidGroup.NotFound", "InvalidSecurityGroupRuleId.NotFound"];

/** Ingress and egress differ only in their calls. */
const properties = {
  ...withRule({ replace: true }, "cidrIpv4", "cidrIpv6", "description", "fromPort", "referencedSecurityGroupId"),
  ...withRule({ replace: true }, "toPort"),
  ipProtocol: { required: true, replace: true },
  prefixListId: { replace: true, notEmulated: "the emulator keeps the ports of such a rule, not the list" },
  securityGroupId: { required: true, replace: true },
  tags,
};
const outputs = { arn: "stable", securityGroupRuleId: "stable" } as const;
const operations = { read, tagging };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
export const SecurityGroupIngressRule = resourceType<RuleArgs, IngressResource>({
  token: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  properties,
  outputs,
  ...operations,

  async create(props, { ec2 }) {
    const { SecurityGroupRules } = await ec2.authorizeSecurityGroupIngress(request(props));
    return SecurityGroupRules![0]!.SecurityGroupRuleId!;
  },

  async delete(id, { ec2 }, { securityGroupId }) {
    await unless(notFound, ec2.revokeSecurityGroupIngress({ GroupId: securityGroupId, SecurityGroupRuleIds: [id] }));
  },
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupEgress.html */
export const SecurityGroupEgressRule = resourceType<SecurityGroupEgressRuleArgs, EgressResource>({
  token: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  properties,
  outputs,
  ...operations,

  async create(props, { ec2 }) {
    const { SecurityGroupRules } = await ec2.authorizeSecurityGroupEgress(request(props));
    return SecurityGroupRules![0]!.SecurityGroupRuleId!;
  },

  async delete(id, { ec2 }, { securityGroupId }) {
    await unless(notFound, ec2.revokeSecurityGroupEgress({ GroupId: securityGroupId, SecurityGroupRuleIds: [id] }));
  },
});

function request(props: Inputs<RuleArgs>) {
  const { securityGroupId, description: Description, tags } = props;
  const permission: IpPermission = {
    IpProtocol: props.ipProtocol,
    FromPort: props.fromPort,
    ToPort: props.toPort,
    IpRanges: props.cidrIpv4 ? [{ CidrIp: props.cidrIpv4, Description }] : undefined,
    Ipv6Ranges: props.cidrIpv6 ? [{ CidrIpv6: props.cidrIpv6, Description }] : undefined,
    PrefixListIds: props.prefixListId ? [{ PrefixListId: props.prefixListId, Description }] : undefined,
    UserIdGroupPairs: props.referencedSecurityGroupId
      ? [{ GroupId: props.referencedSecurityGroupId, Description }]
      : undefined,
  };
  return {
    GroupId: securityGroupId,
    IpPermissions: [permission],
    TagSpecifications: tagged("security-group-rule", tags),
  };
}

async function read(id: string, aws: Aws) {
  const answer = await unless(notFound, aws.ec2.describeSecurityGroupRules({ SecurityGroupRuleIds: [id] }));
  const live = answer?.SecurityGroupRules?.[0];
  return (
    live && {
      arn: await aws.arn("ec2", `security-group-rule/${id}`),
      cidrIpv4: live.CidrIpv4,
      cidrIpv6: live.CidrIpv6,
      // The emulator stores it with the target, but not for a prefix list.
      ...(live.Description !== undefined && { description: live.Description }),
      fromPort: live.FromPort,
      ipProtocol: live.IpProtocol,
      prefixListId: live.PrefixListId,
      referencedSecurityGroupId: live.ReferencedGroupInfo?.GroupId,
      securityGroupId: live.GroupId,
      securityGroupRuleId: id,
      tags: tagMap(live.Tags),
      toPort: live.ToPort,
    }
  );
}
