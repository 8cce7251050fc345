import {
  type AlarmArgs,
  type Architecture,
  type Bucket,
  type Function,
  type NativePlatform,
  Topic,
} from "../components";
import { type Config } from "../config";

/** What every function of the stack is made with. */
export interface Shared {
  architecture: Architecture;
  nativePlatform: NativePlatform;
  logRetentionDays: number;
  alarms: AlarmArgs;
}

/** What an area of the stack has for the jobs that look after all of them: patterns that are off leave a gap. */
export interface Area {
  buckets?: (Bucket | undefined)[];
  functions?: (Function | undefined)[];
}

/** The settings that the areas share, with who is told when something goes wrong. */
export function sharedSettings({ architecture, nativePlatform, logRetentionDays, alarmEmail }: Config): Shared {
  const topic = alarmEmail ? new Topic("alarms", { alarms: true, emails: [alarmEmail] }) : undefined;
  return { architecture, nativePlatform, logRetentionDays, alarms: { actions: topic ? [topic.arn] : [] } };
}
