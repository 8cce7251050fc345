import { type Pattern } from "../pattern";
import { edgeSignIn } from "./edge";
import { cleanLogs, databaseEvents, languages, ticketNumbers, usageReport } from "./functions";
import { ownRows, signIn } from "./identity";
import { orders } from "./orders";
import { payments } from "./payments";
import { thumbnails } from "./photos";
import { transfers } from "./transfers";
import { changeLog, httpApi, restApi } from "./users";

export const patterns: Pattern[] = [
  thumbnails,
  restApi,
  httpApi,
  changeLog,
  ...payments,
  orders,
  usageReport,
  cleanLogs,
  databaseEvents,
  ticketNumbers,
  languages,
  signIn,
  ownRows,
  transfers,
  edgeSignIn,
];

/** Patterns with a function that have no row, and why. */
export const unmeasured: Record<string, string> = {
  "table export": "the function asks for an export and is done: the work is that of DynamoDB",
  DAX: "its times are those of a cluster of AWS: the one of the emulator has others",
  Valkey: "the function asks a cache that this machine has in a test only: tests/handlers/read-through.test.ts",
  "CloudFront Functions": "AWS stops them after a millisecond: tests/handlers/cloudFrontFunctions.test.ts",
};
