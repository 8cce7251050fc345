/** A handler as it is deployed: bundled, under a role of its own, run by the emulator's Lambda. */
import { CreateFunctionCommand, type LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { bundle } from "../../components/packaging/bundle";
import { hostTarget } from "../../components/packaging/nativeModules";
import { type TestEmulator } from "./emulator";
import { createRole, type Statement } from "./identity";
import { HANDLERS } from "./load";

export const ACCOUNT = "000000000000";

export const allow = (Action: string[], ...Resource: string[]): Statement => ({ Effect: "Allow", Action, Resource });
const logging = allow(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], "*");

/** Makes the function `name`; its role may write logs, and what `rights` say. */
export async function deployPacked(
  { endpoint }: TestEmulator,
  lambda: LambdaClient,
  name: string,
  args: { native?: string[]; rights: Statement[]; variables: Record<string, string> },
): Promise<void> {
  const { native = [], rights, variables } = args;
  const entry = join(HANDLERS, name, "handler.ts");
  const file = await bundle({ entry, target: "node24", nativeModules: native, nativeTarget: hostTarget });
  await createRole(endpoint, name, [...rights, logging]);
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: "nodejs24.x",
      Handler: "index.handler",
      Role: `arn:aws:iam::${ACCOUNT}:role/${name}`,
      Code: { ZipFile: await readFile(file) },
      Timeout: 60,
      Environment: { Variables: { ...telemetryVariables(name), ...variables } },
    }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 60 }, { FunctionName: name });
}

/** What every function has besides its own variables. */
export const telemetryVariables = (name: string) => ({
  POWERTOOLS_SERVICE_NAME: name,
  POWERTOOLS_METRICS_NAMESPACE: "Headroom",
});
