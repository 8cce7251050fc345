import { type Limit, provenance } from "./limit";

const api = "https://docs.aws.amazon.com/kms/latest/APIReference";

/** Limits of AWS KMS. */
export const kms = {
  deletionDays: {
    id: "kms.deletionDays",
    title: "Days that a key waits before it is deleted",
    min: 7,
    max: 30,
    default: 30,
    unit: "days",
    page: `${api}/API_ScheduleKeyDeletion.html`,
    ...provenance.general,
  },
  rotationDays: {
    id: "kms.rotationDays",
    title: "Days between two rotations of a key",
    min: 90,
    max: 2_560,
    default: 365,
    unit: "days",
    page: `${api}/API_EnableKeyRotation.html`,
    ...provenance.model,
  },
} as const satisfies Record<string, Limit>;
