import { type Limit, provenance } from "./limit";

/** Limits of AWS Secrets Manager. */
export const secretsmanager = {
  recoveryDays: {
    id: "secretsmanager.recoveryDays",
    title: "Days that a deleted secret can be restored",
    min: 7,
    max: 30,
    default: 30,
    unit: "days",
    page: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html",
    ...provenance.general,
  },
} as const satisfies Record<string, Limit>;
