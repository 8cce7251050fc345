import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type EventStreamArgs, eventStreamDefaults } from "./streamArgs";

/** AWS's quota is 20,000 in its largest Regions, and can be raised; far beyond that it is a mistake. */
const SHARDS = { min: 0, max: 200_000 };

/** Problems with a stream's arguments. */
export function eventStreamProblems(args: EventStreamArgs): Problem[] {
  const { shards, retentionHours } = withDefaults(eventStreamDefaults, args);
  return new Problems()
    .bounds("shards", shards, SHARDS, "shards, 0 for on demand,")
    .range("retentionHours", retentionHours, limits.kinesis.retentionHours).list;
}
