import { limits } from "../../limits";
import { characters, rangeRule } from "../../range";
import { types } from "../../resource";

export const statesName = rangeRule({
  id: "states-name",
  type: types.stateMachine,
  property: ["name"],
  limit: limits.states.name,
  measure: characters,
  fix: "Give the state machine a name of at most 80 characters.",
});
