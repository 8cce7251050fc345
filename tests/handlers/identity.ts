/** A principal of the emulator that has these rights and no others, to run a handler as its role would. */
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from "@aws-sdk/client-iam";

import { REGION } from "./emulator";

export interface Statement {
  Effect: "Allow";
  Action: string[];
  Resource: string | string[];
}

export const root = { accessKeyId: "test", secretAccessKey: "test" };

export async function identityWith(endpoint: string, name: string, statements: Statement[]) {
  const iam = new IAMClient({ endpoint, region: REGION, credentials: root });
  await iam.send(new CreateUserCommand({ UserName: name }));
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  await iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: "rights", PolicyDocument: policy }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  iam.destroy();
  return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
}
