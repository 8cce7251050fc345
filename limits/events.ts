import { type Limit, provenance } from "./limit";

const schedulerApi = "https://docs.aws.amazon.com/scheduler/latest/APIReference";
const eventsGuide = "https://docs.aws.amazon.com/eventbridge/latest/userguide";
const eventsApi = "https://docs.aws.amazon.com/eventbridge/latest/APIReference";

/** Limits of Amazon EventBridge Scheduler. */
export const scheduler = {
  nameLength: {
    id: "scheduler.nameLength",
    title: "Length of a schedule's name",
    min: 1,
    max: 64,
    unit: "characters",
    page: `${schedulerApi}/API_CreateSchedule.html`,
    ...provenance.model,
  },
  expressionLength: {
    id: "scheduler.expressionLength",
    title: "Length of a schedule expression",
    min: 1,
    max: 256,
    unit: "characters",
    page: `${schedulerApi}/API_CreateSchedule.html`,
    ...provenance.model,
  },
  flexibleWindow: {
    id: "scheduler.flexibleWindow",
    title: "Flexible time window of a schedule",
    min: 1,
    max: 1_440,
    unit: "min",
    page: `${schedulerApi}/API_FlexibleTimeWindow.html`,
    ...provenance.model,
  },
  retries: {
    id: "scheduler.retries",
    title: "Retries of a schedule's invocation",
    min: 0,
    max: 185,
    default: 185,
    unit: "retries",
    page: `${schedulerApi}/API_RetryPolicy.html`,
    ...provenance.model,
  },
  eventAge: {
    id: "scheduler.eventAge",
    title: "Age at which a schedule's invocation is given up",
    min: 60,
    max: 86_400,
    default: 86_400,
    unit: "s",
    page: `${schedulerApi}/API_RetryPolicy.html`,
    ...provenance.model,
  },
} as const satisfies Record<string, Limit>;

/** Limits of Amazon EventBridge rules. */
export const eventbridge = {
  targets: {
    id: "eventbridge.targets",
    title: "Targets of a rule",
    max: 5,
    unit: "targets",
    page: `${eventsGuide}/eb-quota.html`,
    ...provenance.model,
  },
  rules: {
    id: "eventbridge.rules",
    title: "Rules of an event bus",
    max: 300,
    unit: "rules",
    page: `${eventsGuide}/eb-quota.html`,
    ...provenance.page,
    kind: "adjustable",
    quotaCode: "L-244521F2",
  },
  inputLength: {
    id: "eventbridge.inputLength",
    title: "Constant input of a target",
    max: 8_192,
    unit: "characters",
    page: `${eventsApi}/API_Target.html`,
    ...provenance.model,
  },
  expressionLength: {
    id: "eventbridge.expressionLength",
    title: "Length of a schedule expression",
    max: 256,
    unit: "characters",
    page: `${eventsApi}/API_PutRule.html`,
    ...provenance.model,
  },
  retries: {
    id: "eventbridge.retries",
    title: "Retries of a target",
    min: 0,
    max: 185,
    default: 185,
    unit: "retries",
    page: `${eventsApi}/API_RetryPolicy.html`,
    ...provenance.model,
  },
  eventAge: {
    id: "eventbridge.eventAge",
    title: "Age at which an event for a target is given up",
    min: 60,
    max: 86_400,
    default: 86_400,
    unit: "s",
    page: `${eventsApi}/API_RetryPolicy.html`,
    ...provenance.model,
  },
  rateMinutes: {
    id: "eventbridge.rateMinutes",
    title: "Shortest rate of a schedule",
    min: 1,
    unit: "min",
    page: `${eventsGuide}/eb-scheduled-rule-pattern.html`,
    ...provenance.general,
  },
} as const satisfies Record<string, Limit>;
