import { type Limit, limits } from "../../../limits";
import { rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { isDelivery } from "./delivery";

const { retentionDays } = limits.logs;

/** Of the class DELIVERY AWS sets two days, which the provider reads back, whatever the number was. */
const withTwo: Limit = { ...retentionDays, values: [...(retentionDays.values ?? []), 2] };

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "logs-retention-value",
    type: types.logGroup,
    property: ["retentionInDays"],
    limit: retentionDays,
    limitOf: (group) => (isDelivery(group) ? withTwo : undefined),
    fix: "Set one of the listed numbers of days.",
    unset: [0],
  }),
];
