import { type Row } from "../../schema";
import { page } from "../pages";

export const monitoring = { minimum: 0, maximum: 60, enum: [0, 1, 5, 10, 15, 30, 60] };

export const retention = [7, 731, ...Array.from({ length: 23 }, (_, index) => (index + 1) * 31)];

export const identifier = (at: string, what: string): Row => ({
  at,
  fact: `the identifier of ${what} begins with a letter, has letters, digits and single hyphens, and does not end with one; 63 at most`,
  pattern: "^(?!.*--)[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$",
  good: "orders",
  bad: "orders--eu",
});

const advanced = {
  databaseInsightsMode: "advanced",
  performanceInsightsEnabled: true,
  performanceInsightsRetentionPeriod: 465,
};

/** What the advanced mode of Database Insights asks for, of a cluster and of an instance. */
export const insights: readonly Row[] = [
  {
    at: "",
    fact: "databaseInsightsMode advanced needs performance insights",
    when: { databaseInsightsMode: "advanced" },
    required: ["performanceInsightsEnabled"],
    source: page("AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.TurnOnAdvanced"),
    good: advanced,
    bad: { databaseInsightsMode: "advanced" },
  },
  {
    at: "",
    fact: "databaseInsightsMode advanced keeps performance insights for 31 days or more",
    when: { databaseInsightsMode: "advanced" },
    required: ["performanceInsightsRetentionPeriod"],
    properties: { performanceInsightsRetentionPeriod: { minimum: 31 } },
    source: page("AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.TurnOnAdvanced"),
    good: advanced,
    bad: { ...advanced, performanceInsightsRetentionPeriod: 7 },
  },
];
