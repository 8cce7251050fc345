import { limits } from "../../limits";
import { elements, rangeRule } from "../../range";
import { types } from "../../resource";

export const lambdaEventFilters = rangeRule({
  id: "lambda-event-filters",
  type: types.eventSourceMapping,
  property: ["filterCriteria", "filters"],
  limit: limits.eventSource.filters,
  measure: elements,
  fix: "Join patterns, or have AWS Support raise the limit to 10.",
  headroom: true,
});
