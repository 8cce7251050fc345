/** A principal of the emulator that has these rights and no others, to run a handler as its role would. */
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";

import { REGION, root } from "./emulator";

export interface Statement {
  Effect: "Allow";
  Action: string[];
  Resource: string | string[];
}

const document = (statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });

export async function identityWith(endpoint: string, name: string, statements: Statement[]) {
  const iam = new IAMClient({ endpoint, region: REGION, credentials: root });
  await iam.send(new CreateUserCommand({ UserName: name }));
  await iam.send(
    new PutUserPolicyCommand({ UserName: name, PolicyName: "rights", PolicyDocument: document(statements) }),
  );
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  iam.destroy();
  return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
}

/** The role of a function, with these rights and no others. */
export async function createRole(endpoint: string, RoleName: string, statements: Statement[] = []): Promise<void> {
  const iam = new IAMClient({ endpoint, region: REGION, credentials: root });
  const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document([trust]) }));
  if (statements.length > 0) {
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "rights", PolicyDocument: document(statements) }));
  }
  iam.destroy();
}
