import { type Aws } from "../../frame/aws";
import { decoded } from "./entity";

export async function managedPolicies(RoleName: string, { iam }: Aws): Promise<string[]> {
  const { AttachedPolicies = [] } = await iam.listAttachedRolePolicies({ RoleName });
  return AttachedPolicies.map(({ PolicyArn = "" }) => PolicyArn);
}

/** Attaches exactly these; undefined leaves the role's attachments to others. */
export async function setManagedPolicies(RoleName: string, wanted: string[] | undefined, aws: Aws): Promise<void> {
  if (!wanted) return;
  const present = await managedPolicies(RoleName, aws);
  for (const PolicyArn of wanted.filter((arn) => !present.includes(arn))) {
    await aws.iam.attachRolePolicy({ RoleName, PolicyArn });
  }
  for (const PolicyArn of present.filter((arn) => !wanted.includes(arn))) {
    await aws.iam.detachRolePolicy({ RoleName, PolicyArn });
  }
}

export interface InlinePolicy {
  name?: string;
  policy?: string;
}

export async function inlinePolicies(RoleName: string, { iam }: Aws): Promise<InlinePolicy[]> {
  const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName });
  const read = async (PolicyName: string) => {
    const { PolicyDocument } = await iam.getRolePolicy({ RoleName, PolicyName });
    return { name: PolicyName, policy: decoded(PolicyDocument) };
  };
  return Promise.all(PolicyNames.map(read));
}

/** Writes exactly these; undefined leaves the role's inline policies to others. */
export async function setInlinePolicies(RoleName: string, wanted: InlinePolicy[] | undefined, aws: Aws): Promise<void> {
  if (!wanted) return;
  const { PolicyNames = [] } = await aws.iam.listRolePolicies({ RoleName });
  for (const { name, policy } of wanted) {
    await aws.iam.putRolePolicy({ RoleName, PolicyName: name, PolicyDocument: policy });
  }
  for (const PolicyName of PolicyNames.filter((name) => !wanted.some((policy) => policy.name === name))) {
    await aws.iam.deleteRolePolicy({ RoleName, PolicyName });
  }
}
