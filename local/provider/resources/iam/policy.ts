import type { Policy as PolicyResource, PolicyArgs } from "@pulumi/aws/iam/policy";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList, tagMap } from "../../frame/shapes";
import { decoded, entityName, noSuchEntity } from "./entity";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const Policy = resourceType<PolicyArgs, PolicyResource>({
  token: "aws:iam/policy:Policy",
  name: entityName(128),
  global: true,
  properties: {
    ...withRule({ replace: true }, "description", "name", "namePrefix"),
    delayAfterPolicyCreationInMs: {},
    path: { default: "/", replace: true },
    policy: { required: true, document: "policy" },
    tags,
  },
  outputs: { arn: "stable", attachmentCount: "stable", policyId: "stable" },

  async create({ name, description, path, policy, tags }, { iam }) {
    const { Policy: made } = await iam.createPolicy({
      PolicyName: name,
      Description: description,
      Path: path,
      PolicyDocument: policy,
      Tags: tagList(tags),
    });
    return made!.Arn!;
  },

  async read(PolicyArn, { iam }) {
    const answer = await unless(noSuchEntity, iam.getPolicy({ PolicyArn }));
    if (!answer?.Policy) return undefined;
    const { Policy: policy } = answer;
    const version = await iam.getPolicyVersion({ PolicyArn, VersionId: policy.DefaultVersionId });
    const { Tags } = await iam.listPolicyTags({ PolicyArn });
    return {
      arn: PolicyArn,
      attachmentCount: policy.AttachmentCount,
      description: policy.Description || undefined,
      name: policy.PolicyName,
      path: policy.Path,
      policy: decoded(version.PolicyVersion?.Document),
      policyId: policy.PolicyId,
      tags: tagMap(Tags),
    };
  },

  async update(PolicyArn, props, _old, aws) {
    await replaceVersion(PolicyArn, props.policy, aws);
  },

  tagging: {
    remove: (PolicyArn, TagKeys, { iam }) => iam.untagPolicy({ PolicyArn, TagKeys }),
    add: (PolicyArn, tags, { iam }) => iam.tagPolicy({ PolicyArn, Tags: tagList(tags) }),
  },

  async delete(PolicyArn, aws) {
    await unless(noSuchEntity, deleteOldVersions(PolicyArn, aws));
    await unless(noSuchEntity, aws.iam.deletePolicy({ PolicyArn }));
  },
});

/** IAM keeps at most five versions, so delete the oldest. */
async function replaceVersion(PolicyArn: string, PolicyDocument: string, aws: Aws): Promise<void> {
  await deleteOldVersions(PolicyArn, aws);
  await aws.iam.createPolicyVersion({ PolicyArn, PolicyDocument, SetAsDefault: true });
}

async function deleteOldVersions(PolicyArn: string, { iam }: Aws): Promise<void> {
  const { Versions = [] } = await iam.listPolicyVersions({ PolicyArn });
  for (const { VersionId } of Versions.filter((version) => !version.IsDefaultVersion)) {
    await iam.deletePolicyVersion({ PolicyArn, VersionId });
  }
}
