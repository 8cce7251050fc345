import { z } from "zod";
import { Architecture } from "../components";
import { apiKeys } from "./api";
import { dataKeys } from "./data";
import { databaseKeys } from "./database";
import { databaseEventsKeys } from "./databaseEvents";
import { edgeKeys } from "./edge";
import { identityKeys } from "./identity";
import { jobsKeys } from "./jobs";
import { languagesKeys } from "./languages";
import { networkKeys } from "./network";
import { paymentsKeys } from "./payments";
import { photosKeys } from "./photos";
import { snapStartKeys } from "./snapStart";
import { usageKeys } from "./usage";
import { workflowKeys } from "./workflow";

/** Every key with its kind and its default. What a value may be within its kind, the components know: see `rules.ts`. */
export const keys = z.strictObject({
  architecture: z.enum([...Object.values(Architecture), "host"]).default(Architecture.Arm64),
  alarmEmail: z.union([z.literal(""), z.email()], { error: "give an address such as ops@example.com" }).default(""),
  forceDestroy: z.boolean().default(false),
  logRetentionDays: z.int().default(30),
  ...photosKeys,
  ...jobsKeys,
  ...dataKeys,
  ...apiKeys,
  ...identityKeys,
  ...networkKeys,
  ...workflowKeys,
  ...databaseKeys,
  ...databaseEventsKeys,
  ...usageKeys,
  ...paymentsKeys,
  ...languagesKeys,
  ...snapStartKeys,
  ...edgeKeys,
});

/** The settings as they were given, with their defaults. */
export type Settings = z.output<typeof keys>;
