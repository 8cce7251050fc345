import { type AlarmArgs, Architecture, NativePlatform, Topic } from "../../components";
import { type GeneralSettings } from "./settings";

/** The arguments that every function of the stack gets. */
export interface Shared {
  architecture: Architecture;
  nativePlatform: NativePlatform;
  logRetentionDays: number;
  alarms: AlarmArgs;
}

/** The settings that the areas share, with the topic that the alarms notify. */
export function sharedSettings({ architecture, logRetentionDays, alarmEmail }: GeneralSettings): Shared {
  const topic = alarmEmail ? new Topic("alarms", { alarms: true, emails: [alarmEmail] }) : undefined;
  return {
    ...(architecture === "host"
      ? { architecture: hostArchitecture(), nativePlatform: NativePlatform.Host }
      : { architecture, nativePlatform: NativePlatform.Lambda }),
    logRetentionDays,
    alarms: { actions: topic ? [topic.arn] : [] },
  };
}

const hostArchitecture = (): Architecture => (process.arch === "x64" ? Architecture.X86_64 : Architecture.Arm64);
