import { type TypeRows } from "../../schema";
import { bucketSentences } from "./buckets";
import { capacitySentences } from "./capacity";
import { dataSentences } from "./data";
import { databaseSentences } from "./databases";
import { cacheSentences } from "./caches";
import { deliverySentences } from "./deliveries";
import { directorySentences } from "./directories";
import { distributionSentences } from "./distributions";
import { firewallSentences } from "./firewalls";
import { functionSentences } from "./functions";
import { furtherSentences } from "./further";
import { gatewaySentences } from "./gateways";
import { httpGatewaySentences } from "./httpGateways";
import { messageSentences } from "./messages";
import { eventSentences } from "./events";
import { monitoringSentences } from "./monitoring";
import { alarmSentences } from "./alarms";
import { networkSentences } from "./networks";
import { endpointSentences } from "./endpoints";
import { peopleSentences } from "./people";
import { taskSentences } from "./tasks";
import { taskDefinitionSentences } from "./taskDefinitions";
import { trafficSentences } from "./traffic";

/** What sentences of the API models' documentation say and the tables of the services did not. */
export const sentences: readonly TypeRows[] = [
  bucketSentences,
  capacitySentences,
  dataSentences,
  databaseSentences,
  cacheSentences,
  deliverySentences,
  directorySentences,
  distributionSentences,
  firewallSentences,
  functionSentences,
  furtherSentences,
  gatewaySentences,
  httpGatewaySentences,
  messageSentences,
  eventSentences,
  monitoringSentences,
  alarmSentences,
  networkSentences,
  endpointSentences,
  peopleSentences,
  taskSentences,
  taskDefinitionSentences,
  trafficSentences,
].flat();
