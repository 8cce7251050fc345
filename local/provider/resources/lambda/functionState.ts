import type * as sdk from "@aws-sdk/client-lambda";
import { type Aws } from "../../aws";
import { isCode } from "../../errors";
import { until } from "../../retry";
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

/** Lambda takes no further change until the last one is done, and calls a version only when its snapshot is made. */
export function settled(FunctionName: string, { lambda }: Aws, Qualifier?: string): Promise<true> {
  return until(`function ${FunctionName} is ready`, 120, async () => {
    const { State, StateReason, LastUpdateStatus, LastUpdateStatusReason } = await lambda.getFunctionConfiguration({
      FunctionName,
      Qualifier,
    });
    if (State === "Failed") throw new Error(`function ${FunctionName} failed: ${StateReason}`);
    if (LastUpdateStatus === "Failed") throw new Error(`the update failed: ${LastUpdateStatusReason}`);
    return State !== "Pending" && LastUpdateStatus !== "InProgress" ? true : undefined;
  });
}

/** The version that was published last can be called. */
export const published = async (name: string, aws: Aws): Promise<true> =>
  settled(name, aws, await latestVersion(name, aws));

export async function latestVersion(FunctionName: string, { lambda }: Aws): Promise<string> {
  let latest = 0;
  let Marker: string | undefined;
  do {
    const page: sdk.ListVersionsByFunctionResponse = await lambda.listVersionsByFunction({ FunctionName, Marker });
    for (const { Version } of page.Versions ?? []) latest = Math.max(latest, Number(Version) || 0);
    Marker = page.NextMarker;
  } while (Marker);
  return latest ? String(latest) : "$LATEST";
}
