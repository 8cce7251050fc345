import { type Limit, provenance } from "./limit";

const quotas = "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html";
const mapState = "https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html";

/** Limits of AWS Step Functions. */
export const states = {
  name: {
    id: "states.name",
    title: "Length of the name of a state machine, an execution or a state",
    min: 1,
    max: 80,
    unit: "characters",
    page: quotas,
    ...provenance.model,
  },
  definition: {
    id: "states.definition",
    title: "Size of a state machine's definition",
    min: 1,
    max: 1_048_576,
    unit: "bytes",
    page: quotas,
    ...provenance.model,
  },
  payload: {
    id: "states.payload",
    title: "Input or output of a state or an execution",
    max: 262_144,
    unit: "bytes",
    page: quotas,
    ...provenance.model,
  },
  expressDuration: {
    id: "states.expressDuration",
    title: "Duration of an Express execution",
    min: 1,
    max: 300,
    unit: "s",
    page: quotas,
    ...provenance.page2023,
  },
  standardDuration: {
    id: "states.standardDuration",
    title: "Duration of a Standard execution",
    min: 1,
    max: 31_536_000,
    unit: "s",
    page: quotas,
    ...provenance.page2023,
  },
  history: {
    id: "states.history",
    title: "Events in the history of a Standard execution",
    max: 25_000,
    unit: "events",
    page: quotas,
    ...provenance.page2023,
  },
  inlineConcurrency: {
    id: "states.inlineConcurrency",
    title: "Items that an inline Map works on at the same time",
    min: 1,
    max: 40,
    unit: "items",
    page: mapState,
    ...provenance.page2023,
  },
  distributedConcurrency: {
    id: "states.distributedConcurrency",
    title: "Child executions of a distributed Map at the same time",
    min: 1,
    max: 10_000,
    unit: "executions",
    page: mapState,
    ...provenance.page2023,
  },
  toleratedFailure: {
    id: "states.toleratedFailure",
    title: "Items of a distributed Map that may fail",
    min: 0,
    max: 100,
    unit: "%",
    page: mapState,
    ...provenance.page2023,
  },
} as const satisfies Record<string, Limit>;
