import type { UpdateTableInput } from "@aws-sdk/client-dynamodb";
import type { TableArgs } from "@pulumi/aws/dynamodb/table";
import { type Aws } from "../../frame/aws";
import { type Inputs } from "../../frame/resourceType";
import { patience } from "../../frame/retry";
import { tagList } from "../../frame/shapes";

type Props = Inputs<TableArgs>;

export async function active(TableName: string, { dynamodb }: Aws): Promise<void> {
  const { waitUntilTableExists } = await import("@aws-sdk/client-dynamodb");
  await waitUntilTableExists({ client: dynamodb, ...patience }, { TableName });
}

export async function change(TableName: string, update: Omit<UpdateTableInput, "TableName">, aws: Aws): Promise<void> {
  await aws.dynamodb.updateTable({ TableName, ...update });
  await active(TableName, aws);
}

export async function tag(name: string, tags: Record<string, string>, aws: Aws): Promise<void> {
  await aws.dynamodb.tagResource({ ResourceArn: await aws.arn("dynamodb", `table/${name}`), Tags: tagList(tags) });
}

export async function timeToLive(TableName: string, ttl: NonNullable<Props["ttl"]>, { dynamodb }: Aws): Promise<void> {
  const TimeToLiveSpecification = { AttributeName: ttl.attributeName, Enabled: ttl.enabled ?? false };
  await dynamodb.updateTimeToLive({ TableName, TimeToLiveSpecification });
}

export async function recovery(
  TableName: string,
  { enabled, recoveryPeriodInDays }: { enabled: boolean; recoveryPeriodInDays?: number },
  { dynamodb }: Aws,
): Promise<void> {
  await dynamodb.updateContinuousBackups({
    TableName,
    PointInTimeRecoverySpecification: {
      PointInTimeRecoveryEnabled: enabled,
      ...(enabled && { RecoveryPeriodInDays: recoveryPeriodInDays }),
    },
  });
}
