/** Log groups over CloudWatch Logs. Rights: logs:DescribeLogGroups, logs:PutRetentionPolicy. */
import {
  type CloudWatchLogsClient,
  paginateDescribeLogGroups,
  PutRetentionPolicyCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-cloudwatch-logs";

import { type LogGroups } from "./clean";
import { type Settings } from "./settings";

export const logGroups = (logs: CloudWatchLogsClient, { LOG_GROUP_PREFIX, RETENTION_DAYS }: Settings): LogGroups => ({
  async *withoutRetention() {
    // The service takes no empty prefix.
    const logGroupNamePrefix = LOG_GROUP_PREFIX === "" ? undefined : LOG_GROUP_PREFIX;
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client: logs }, { logGroupNamePrefix })) {
      for (const { logGroupName, retentionInDays, logGroupClass } of logGroups) {
        // Groups of the class DELIVERY have a fixed retention that cannot be set.
        if (logGroupName && retentionInDays === undefined && logGroupClass !== "DELIVERY") yield logGroupName;
      }
    }
  },
  async setRetention(logGroupName) {
    try {
      await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: RETENTION_DAYS }));
    } catch (error) {
      // Deleted since it was listed: nothing is left to expire.
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});
