import { type Aws } from "../../frame/aws";
import { isCode } from "../../frame/errors";
import { patience } from "../../frame/retry";
import { type Props } from "./configuration";

/** IAM spreads a new role in seconds; Lambda refuses it until then. */
export function isRoleTooNew(error: Error): boolean {
  return isCode(error, "InvalidParameterValueException") && error.message.includes("cannot be assumed by Lambda");
}

/** -1 means that the function takes from the account's unreserved concurrency. */
export async function reserve(FunctionName: string, props: Props, { lambda }: Aws): Promise<void> {
  const ReservedConcurrentExecutions = props.reservedConcurrentExecutions ?? -1;
  if (ReservedConcurrentExecutions >= 0) {
    await lambda.putFunctionConcurrency({ FunctionName, ReservedConcurrentExecutions });
  } else {
    await lambda.deleteFunctionConcurrency({ FunctionName });
  }
}

/** Lambda accepts no change before the last one is done, and calls a version only when its snapshot is ready. */
export async function settled(FunctionName: string, { lambda }: Aws, Qualifier?: string): Promise<void> {
  const { waitUntilFunctionActive, waitUntilFunctionUpdated } = await import("@aws-sdk/client-lambda");
  const wanted = { FunctionName, Qualifier };
  try {
    await waitUntilFunctionActive({ client: lambda, ...patience }, wanted);
    await waitUntilFunctionUpdated({ client: lambda, ...patience }, wanted);
  } catch (error) {
    // The waiter's error contains the whole configuration; users need only the reason.
    const live = await lambda.getFunctionConfiguration(wanted);
    if (live.State === "Failed")
      throw new Error(`function ${FunctionName} failed: ${live.StateReason}`, { cause: error });
    if (live.LastUpdateStatus === "Failed")
      throw new Error(`the update failed: ${live.LastUpdateStatusReason}`, { cause: error });
    throw error;
  }
}

/** Waits until the latest version can be called. */
export const published = async (name: string, aws: Aws): Promise<void> =>
  settled(name, aws, await latestVersion(name, aws));

export async function latestVersion(FunctionName: string, { lambda }: Aws): Promise<string> {
  const { paginateListVersionsByFunction } = await import("@aws-sdk/client-lambda");
  let latest = 0;
  for await (const { Versions = [] } of paginateListVersionsByFunction({ client: lambda }, { FunctionName })) {
    for (const { Version } of Versions) latest = Math.max(latest, Number(Version) || 0);
  }
  return latest ? String(latest) : "$LATEST";
}
