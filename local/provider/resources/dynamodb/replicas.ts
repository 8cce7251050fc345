import type * as sdk from "@aws-sdk/client-dynamodb";
import type { Table as TableResource, TableArgs } from "@pulumi/aws/dynamodb/table";
import { Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { type Inputs, type Live } from "../../frame/resourceType";
import { active, recovery, tag } from "./settings";

type Props = Inputs<TableArgs>;
type Known = Live<TableArgs, TableResource>;
type Replica = NonNullable<Props["replicas"]>[number];

/** A replica is a table in its own Region, with settings of its own. */
export async function settleReplica(name: string, replica: Replica, props: Props, aws: Aws): Promise<void> {
  const there = new Aws(aws.endpoint, replica.regionName);
  await active(name, there);
  const enabled = replica.pointInTimeRecovery ?? false;
  await recovery(name, { enabled }, there);
  const { Table } = await there.dynamodb.describeTable({ TableName: name });
  const DeletionProtectionEnabled = replica.deletionProtectionEnabled ?? false;
  if (Table?.DeletionProtectionEnabled !== DeletionProtectionEnabled) {
    await there.dynamodb.updateTable({ TableName: name, DeletionProtectionEnabled });
  }
  if (replica.propagateTags && props.tags) await tag(name, props.tags, there);
}

export async function removeReplica(TableName: string, RegionName: string, { dynamodb }: Aws): Promise<void> {
  const call = dynamodb.updateTable({ TableName, ReplicaUpdates: [{ Delete: { RegionName } }] });
  await unless(["ResourceNotFoundException", "ValidationException"], call);
}

/** The replicas in the order in which the program gives them, each with what its own Region returns. */
export async function readReplicas(
  name: string,
  { Replicas = [] }: sdk.TableDescription,
  known: Known,
  aws: Aws,
): Promise<NonNullable<Known["replicas"]>> {
  const order = (known.replicas ?? []).map(({ regionName }) => regionName);
  const regions = Replicas.map(({ RegionName }) => RegionName!);
  const sorted = [
    ...order.filter((each) => regions.includes(each)),
    ...regions.filter((each) => !order.includes(each)),
  ];
  return Promise.all(
    sorted.map(async (regionName) => {
      const { dynamodb } = new Aws(aws.endpoint, regionName);
      const { Table } = await dynamodb.describeTable({ TableName: name });
      const { ContinuousBackupsDescription } = await dynamodb.describeContinuousBackups({ TableName: name });
      const declared = known.replicas?.find((each) => each.regionName === regionName);
      const recovers = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
      return {
        ...declared,
        regionName,
        arn: Table?.TableArn,
        deletionProtectionEnabled: Table?.DeletionProtectionEnabled ?? false,
        pointInTimeRecovery: recovers === "ENABLED",
        streamArn: Table?.LatestStreamArn,
        streamLabel: Table?.LatestStreamLabel,
      };
    }),
  );
}
