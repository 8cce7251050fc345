import { type Limit, provenance } from "./limit";

/** Limits of AWS Backup. */
export const backup = {
  coldStorageDays: {
    id: "backup.coldStorageDays",
    title: "Days that a backup stays in cold storage before it may be deleted",
    min: 90,
    unit: "days",
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html",
    ...provenance.general,
  },
} as const satisfies Record<string, Limit>;
