import type { SecurityGroup as Live } from "@aws-sdk/client-ec2";
import type * as pulumiAws from "@pulumi/aws/ec2/defaultSecurityGroup";
import type { SecurityGroup as GroupResource, SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { stable } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const notFound = ["InvalidGroup.NotFound"];
const inline = { computed: true, notEmulated: "give each rule as a resource of aws.vpc: those are made" };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
export const SecurityGroup = resourceType<SecurityGroupArgs, GroupResource>({
  token: "aws:ec2/securityGroup:SecurityGroup",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 255,
    pattern: /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]+$/,
    allowed: "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, not beginning with sg-",
  },
  identity: ["vpcId", "name"],
  properties: {
    description: { default: "Managed by Pulumi", replace: true },
    egress: inline,
    ingress: inline,
    name: { replace: true },
    namePrefix: { computed: true, replace: true },
    revokeRulesOnDelete: { default: false, notEmulated: "the emulator removes a group with its rules" },
    tags,
    vpcId: { computed: true, replace: true },
  },
  outputs: { arn: "stable", ownerId: "stable" },

  async create({ name, description, vpcId, tags }, { ec2 }) {
    const { GroupId } = await ec2.createSecurityGroup({
      GroupName: name,
      Description: description,
      VpcId: vpcId,
      TagSpecifications: tagged("security-group", tags),
    });
    return GroupId!;
  },

  /** AWS adds a rule that allows all outbound traffic; like the official provider, remove it. */
  complete: (id, _props, aws) => empty(id, aws),

  async read(id, aws) {
    const live = await described(id, aws);
    return live && { ...(await readOutputs(live, aws)), tags: tagMap(live.Tags) };
  },

  tagging,

  async delete(GroupId, { ec2 }) {
    await unless(notFound, ec2.deleteSecurityGroup({ GroupId }));
  },
});

/**
 * The default group of a network, without rules.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
export const DefaultSecurityGroup = resourceType<pulumiAws.DefaultSecurityGroupArgs, pulumiAws.DefaultSecurityGroup>({
  token: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  identity: ["vpcId"],
  properties: {
    egress: { notEmulated: "it is emptied: leave it so" },
    ingress: { notEmulated: "it is emptied: leave it so" },
    revokeRulesOnDelete: { default: false, notEmulated: "it goes with its network" },
    tags,
    vpcId: { computed: true, replace: true },
  },
  outputs: {
    ...stable("arn", "description", "name", "namePrefix", "ownerId"),
  },

  async create({ vpcId }, { ec2 }) {
    const found = await ec2.describeSecurityGroups({
      Filters: [
        { Name: "vpc-id", Values: [vpcId!] },
        { Name: "group-name", Values: ["default"] },
      ],
    });
    return found.SecurityGroups![0]!.GroupId!;
  },

  async complete(id, { tags }, aws) {
    await empty(id, aws);
    if (tags) await tagging.add(id, tags, aws, undefined);
  },

  async read(id, aws) {
    const live = await described(id, aws);
    return live && { ...(await readOutputs(live, aws)), tags: tagMap(live.Tags) };
  },

  tagging,

  /** AWS deletes it only with its network. */
  delete: () => Promise.resolve(),
});

async function described(id: string, { ec2 }: Aws): Promise<Live | undefined> {
  const answer = await unless(notFound, ec2.describeSecurityGroups({ GroupIds: [id] }));
  return answer?.SecurityGroups?.[0];
}

async function readOutputs({ GroupId, GroupName, Description, VpcId, OwnerId }: Live, aws: Aws) {
  return {
    arn: await aws.arn("ec2", `security-group/${GroupId}`),
    description: Description,
    name: GroupName,
    ownerId: OwnerId,
    vpcId: VpcId,
  };
}

async function empty(GroupId: string, aws: Aws): Promise<void> {
  const { IpPermissions = [], IpPermissionsEgress = [] } = (await described(GroupId, aws)) ?? {};
  if (IpPermissions.length > 0) await aws.ec2.revokeSecurityGroupIngress({ GroupId, IpPermissions });
  if (IpPermissionsEgress.length > 0) {
    await aws.ec2.revokeSecurityGroupEgress({ GroupId, IpPermissions: IpPermissionsEgress });
  }
}
