/** A principal of the emulator that has these rights and no others, to run a handler as its role would. */
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";

import { REGION, root } from "./emulator";

export interface Statement {
  Effect: "Allow";
  Action: string[];
  Resource: string | string[];
}

export async function identityWith(endpoint: string, name: string, statements: Statement[]) {
  const iam = new IAMClient({ endpoint, region: REGION, credentials: root });
  await iam.send(new CreateUserCommand({ UserName: name }));
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  await iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: "rights", PolicyDocument: policy }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  iam.destroy();
  return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
}

/** A role for a function that calls nothing. */
export async function createRole(endpoint: string, RoleName: string): Promise<void> {
  const iam = new IAMClient({ endpoint, region: REGION, credentials: root });
  const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  iam.destroy();
}
