import { type TypeRows } from "../../schema";
import { bucketSentences } from "./buckets";
import { capacitySentences } from "./capacity";
import { dataSentences } from "./data";
import { databaseSentences } from "./databases";
import { deliverySentences } from "./deliveries";
import { directorySentences } from "./directories";
import { distributionSentences } from "./distributions";
import { firewallSentences } from "./firewalls";
import { functionSentences } from "./functions";
import { gatewaySentences } from "./gateways";
import { messageSentences } from "./messages";
import { monitoringSentences } from "./monitoring";
import { peopleSentences } from "./people";
import { trafficSentences } from "./traffic";

/** What sentences of the API models' documentation say and the tables of the services did not. */
export const sentences: readonly TypeRows[] = [
  bucketSentences,
  capacitySentences,
  dataSentences,
  databaseSentences,
  deliverySentences,
  directorySentences,
  distributionSentences,
  firewallSentences,
  functionSentences,
  gatewaySentences,
  messageSentences,
  monitoringSentences,
  peopleSentences,
  trafficSentences,
].flat();
