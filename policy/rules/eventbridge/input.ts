import { limits } from "../../limits";
import { characters, rangeRule } from "../../range";
import { types } from "../../resource";

export const eventbridgeInput = rangeRule({
  id: "eventbridge-input",
  type: types.eventTarget,
  property: ["input"],
  limit: limits.eventbridge.inputLength,
  measure: characters,
  fix: "Pass a reference, such as an S3 key, instead of the data.",
  headroom: true,
});
