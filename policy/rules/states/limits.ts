import { limits } from "../../../limits";
import { bytes, characters, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "states-definition",
    type: types.stateMachine,
    property: ["definition"],
    limit: limits.states.definition,
    measure: bytes,
    fix: "Move parts into state machines of their own, or data to S3.",
    headroom: true,
  }),
  rangeRule({
    id: "states-name",
    type: types.stateMachine,
    property: ["name"],
    limit: limits.states.name,
    measure: characters,
    fix: "Give the state machine a name of at most 80 characters.",
  }),
];
