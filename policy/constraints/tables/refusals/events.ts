import { type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

/** EventBridge: what a bus is called. */
export const eventsRefusals: readonly TypeRows[] = [
  {
    type: "aws:cloudwatch/eventBus:EventBus",
    source: api("events", "CreateEventBus"),
    rows: [
      together(
        "the name of a bus has no slash, unless a partner sends to it",
        { if: { excluded: ["eventSourceName"] }, then: { properties: { name: { not: { pattern: "/" } } } } },
        {},
        { name: "team.bus" },
        { name: "team/bus" },
      ),
    ],
  },
];
