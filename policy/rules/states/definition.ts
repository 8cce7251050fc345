import { limits } from "../../limits";
import { bytes, rangeRule } from "../../range";
import { types } from "../../resource";

export const statesDefinition = rangeRule({
  id: "states-definition",
  type: types.stateMachine,
  property: ["definition"],
  limit: limits.states.definition,
  measure: bytes,
  fix: "Move parts into state machines of their own, or data to S3.",
  headroom: true,
});
