import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";

/** Usage plans and API keys of REST APIs. */
export const apigatewayUsagePlans: readonly TypeRows[] = [
  {
    type: "aws:apigateway/usagePlan:UsagePlan",
    source: api("apigateway", "CreateUsagePlan"),
    rows: [
      { at: "quotaSettings.period", enum: ["DAY", "WEEK", "MONTH"], good: "DAY", bad: "HOUR" },
      ...Object.entries({ DAY: 0, WEEK: 6, MONTH: 27 }).map(([period, last]): Row => ({
        at: "quotaSettings",
        fact: `the offset of a quota of a ${period} is ${last === 0 ? "0" : `0 to ${last}`}`,
        when: { period },
        properties: { offset: last === 0 ? { const: 0 } : { minimum: 0, maximum: last } },
        good: { limit: 9, period, offset: last },
        bad: { limit: 9, period, offset: last + 1 },
      })),
    ],
  },
  {
    type: "aws:apigateway/usagePlanKey:UsagePlanKey",
    source: api("apigateway", "CreateUsagePlanKey"),
    rows: [{ at: "keyType", const: "API_KEY", good: "API_KEY", bad: "KEY" }],
  },
  {
    type: "aws:apigateway/apiKey:ApiKey",
    source: api("apigateway", "CreateApiKey"),
    rows: [
      {
        at: "value",
        fact: "the value of an API key has 20 to 128 letters, digits and hyphens",
        pattern: "^[A-Za-z0-9_+=/-]{20,128}$",
        good: "abcdefghijklmnopqrst",
        bad: "tooshort",
      },
    ],
  },
];
