import type { Policy as PolicyResource, PolicyArgs } from "@pulumi/aws/iam/policy";
import type { Role as RoleResource, RoleArgs } from "@pulumi/aws/iam/role";
import type { RolePolicy as RolePolicyResource, RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy";
import type {
  RolePolicyAttachment as AttachmentResource,
  RolePolicyAttachmentArgs,
} from "@pulumi/aws/iam/rolePolicyAttachment";
import { type Aws } from "../aws";
import { unless } from "../errors";
import { resourceType, tags } from "../resourceType";
import { removedTags, tagList, tagMap, timestamp } from "../shapes";

const nameOf = (maxLength: number) => ({
  property: "name" as const,
  prefixProperty: "namePrefix",
  maxLength,
  pattern: /^[\w+=,.@-]+$/,
  allowed: "letters, digits and _ + = , . @ -",
});
const noSuchEntity = ["NoSuchEntity", "NoSuchEntityException"];

/** IAM answers documents in URL encoding. */
const decoded = (document: string | undefined) => document && decodeURIComponent(document);

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const Role = resourceType<RoleArgs, RoleResource>({
  token: "aws:iam/role:Role",
  name: nameOf(64),
  global: true,
  properties: {
    assumeRolePolicy: { required: true, document: "policy" },
    description: {},
    forceDetachPolicies: { default: false },
    inlinePolicies: { computed: true, unordered: true, document: "policy" },
    managedPolicyArns: { computed: true, unordered: true },
    maxSessionDuration: { default: 3600 },
    name: { replace: true },
    namePrefix: { replace: true },
    path: { default: "/", replace: true },
    permissionsBoundary: {},
    tags,
  },
  outputs: { arn: "stable", createDate: "stable", uniqueId: "stable" },

  async create(props, aws) {
    await aws.iam.createRole({
      RoleName: props.name,
      AssumeRolePolicyDocument: props.assumeRolePolicy,
      Description: props.description,
      MaxSessionDuration: props.maxSessionDuration,
      Path: props.path,
      PermissionsBoundary: props.permissionsBoundary,
      Tags: tagList(props.tags),
    });
    return props.name!;
  },

  async complete(role, { inlinePolicies, managedPolicyArns }, aws) {
    await setInlinePolicies(role, inlinePolicies, aws);
    await setManagedPolicies(role, managedPolicyArns, aws);
  },

  async read(name, aws, known) {
    const answer = await unless(noSuchEntity, aws.iam.getRole({ RoleName: name }));
    if (!answer?.Role) return undefined;
    const role = answer.Role;
    const { Tags } = await aws.iam.listRoleTags({ RoleName: name });
    return {
      name,
      arn: role.Arn,
      assumeRolePolicy: decoded(role.AssumeRolePolicyDocument),
      createDate: timestamp(role.CreateDate),
      description: role.Description || undefined,
      maxSessionDuration: role.MaxSessionDuration ?? 3600,
      path: role.Path,
      permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
      tags: tagMap(Tags),
      uniqueId: role.RoleId,
      ...(known.inlinePolicies ? { inlinePolicies: await inlinePolicies(name, aws) } : {}),
      ...(known.managedPolicyArns ? { managedPolicyArns: await managedPolicies(name, aws) } : {}),
    };
  },

  async update(name, props, old, aws) {
    const { iam } = aws;
    await iam.updateAssumeRolePolicy({ RoleName: name, PolicyDocument: props.assumeRolePolicy });
    await iam.updateRole({
      RoleName: name,
      Description: props.description ?? "",
      MaxSessionDuration: props.maxSessionDuration,
    });
    const boundary = props.permissionsBoundary;
    if (boundary) await iam.putRolePermissionsBoundary({ RoleName: name, PermissionsBoundary: boundary });
    else if (old.permissionsBoundary) await iam.deleteRolePermissionsBoundary({ RoleName: name });
    const TagKeys = removedTags(old.tags, props.tags);
    if (TagKeys.length) await iam.untagRole({ RoleName: name, TagKeys });
    if (props.tags) await iam.tagRole({ RoleName: name, Tags: tagList(props.tags) });
    await setInlinePolicies(name, props.inlinePolicies, aws);
    await setManagedPolicies(name, props.managedPolicyArns, aws);
  },

  async delete(name, aws, known) {
    const { forceDetachPolicies } = known;
    if (forceDetachPolicies || known.managedPolicyArns) {
      await unless(noSuchEntity, setManagedPolicies(name, [], aws));
    }
    if (forceDetachPolicies || known.inlinePolicies) await unless(noSuchEntity, setInlinePolicies(name, [], aws));
    await unless(noSuchEntity, aws.iam.deleteRole({ RoleName: name }));
  },
});

async function managedPolicies(RoleName: string, { iam }: Aws): Promise<string[]> {
  const { AttachedPolicies = [] } = await iam.listAttachedRolePolicies({ RoleName });
  return AttachedPolicies.map(({ PolicyArn = "" }) => PolicyArn);
}

/** Attaches exactly these; undefined leaves the role's attachments to others. */
async function setManagedPolicies(RoleName: string, wanted: string[] | undefined, aws: Aws): Promise<void> {
  if (!wanted) return;
  const present = await managedPolicies(RoleName, aws);
  for (const PolicyArn of wanted.filter((arn) => !present.includes(arn))) {
    await aws.iam.attachRolePolicy({ RoleName, PolicyArn });
  }
  for (const PolicyArn of present.filter((arn) => !wanted.includes(arn))) {
    await aws.iam.detachRolePolicy({ RoleName, PolicyArn });
  }
}

interface InlinePolicy {
  name?: string;
  policy?: string;
}

async function inlinePolicies(RoleName: string, { iam }: Aws): Promise<InlinePolicy[]> {
  const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName });
  const read = async (PolicyName: string) => {
    const { PolicyDocument } = await iam.getRolePolicy({ RoleName, PolicyName });
    return { name: PolicyName, policy: decoded(PolicyDocument) };
  };
  return Promise.all(PolicyNames.map(read));
}

/** Writes exactly these; undefined leaves the role's inline policies to others. */
async function setInlinePolicies(RoleName: string, wanted: InlinePolicy[] | undefined, aws: Aws): Promise<void> {
  if (!wanted) return;
  const { PolicyNames = [] } = await aws.iam.listRolePolicies({ RoleName });
  for (const { name, policy } of wanted) {
    await aws.iam.putRolePolicy({ RoleName, PolicyName: name, PolicyDocument: policy });
  }
  for (const PolicyName of PolicyNames.filter((name) => !wanted.some((policy) => policy.name === name))) {
    await aws.iam.deleteRolePolicy({ RoleName, PolicyName });
  }
}

export const RolePolicy = resourceType<RolePolicyArgs, RolePolicyResource>({
  token: "aws:iam/rolePolicy:RolePolicy",
  name: nameOf(128),
  identity: ["name", "role"],
  global: true,
  properties: {
    name: { replace: true },
    namePrefix: { replace: true },
    policy: { required: true, document: "policy" },
    role: { required: true, replace: true },
  },
  outputs: {},

  async create({ role, name, policy }, { iam }) {
    await iam.putRolePolicy({ RoleName: role, PolicyName: name, PolicyDocument: policy });
    return `${role}:${name}`;
  },

  async read(id, { iam }) {
    const [role, name] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
    const answer = await unless(noSuchEntity, iam.getRolePolicy({ RoleName: role, PolicyName: name }));
    return answer && { role, name, policy: decoded(answer.PolicyDocument) };
  },

  async update(_id, { role, name, policy }, _old, { iam }) {
    await iam.putRolePolicy({ RoleName: role, PolicyName: name, PolicyDocument: policy });
  },

  async delete(_id, { iam }, { role, name }) {
    await unless(noSuchEntity, iam.deleteRolePolicy({ RoleName: role, PolicyName: name }));
  },
});

export const RolePolicyAttachment = resourceType<RolePolicyAttachmentArgs, AttachmentResource>({
  token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  identity: ["role", "policyArn"],
  global: true,
  properties: { policyArn: { required: true }, role: { required: true } },
  outputs: {},

  async create({ role, policyArn }, { iam }) {
    await iam.attachRolePolicy({ RoleName: role, PolicyArn: policyArn });
    return `${role}/${policyArn}`;
  },

  async read(id, aws) {
    const [role, policyArn] = [id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1)];
    const attached = await unless(noSuchEntity, managedPolicies(role, aws));
    return attached?.includes(policyArn) ? { role, policyArn } : undefined;
  },

  async delete(_id, { iam }, { role, policyArn }) {
    await unless(noSuchEntity, iam.detachRolePolicy({ RoleName: role, PolicyArn: policyArn }));
  },
});

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const Policy = resourceType<PolicyArgs, PolicyResource>({
  token: "aws:iam/policy:Policy",
  name: nameOf(128),
  global: true,
  properties: {
    delayAfterPolicyCreationInMs: { writeOnly: true },
    description: { replace: true },
    name: { replace: true },
    namePrefix: { replace: true },
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

  async update(PolicyArn, props, old, aws) {
    await replaceVersion(PolicyArn, props.policy, aws);
    const TagKeys = removedTags(old.tags, props.tags);
    if (TagKeys.length) await aws.iam.untagPolicy({ PolicyArn, TagKeys });
    if (props.tags) await aws.iam.tagPolicy({ PolicyArn, Tags: tagList(props.tags) });
  },

  async delete(PolicyArn, aws) {
    await unless(noSuchEntity, deleteOldVersions(PolicyArn, aws));
    await unless(noSuchEntity, aws.iam.deletePolicy({ PolicyArn }));
  },
});

/** IAM keeps five versions at most: the earlier ones go. */
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
