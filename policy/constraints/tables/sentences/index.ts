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
import { furtherSentences } from "./further";
import { gatewaySentences } from "./gateways";
import { messageSentences } from "./messages";
import { monitoringSentences } from "./monitoring";
import { networkSentences } from "./networks";
import { peopleSentences } from "./people";
import { taskSentences } from "./tasks";
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
  furtherSentences,
  gatewaySentences,
  messageSentences,
  monitoringSentences,
  networkSentences,
  peopleSentences,
  taskSentences,
  trafficSentences,
].flat();
