import { type TypeRows } from "../../schema";
import { bucketSentences } from "./buckets";
import { capacitySentences } from "./capacity";
import { dataSentences } from "./data";
import { directorySentences } from "./directories";
import { functionSentences } from "./functions";
import { gatewaySentences } from "./gateways";
import { trafficSentences } from "./traffic";

/** What sentences of the API models' documentation say and the tables of the services did not. */
export const sentences: readonly TypeRows[] = [
  bucketSentences,
  capacitySentences,
  dataSentences,
  directorySentences,
  functionSentences,
  gatewaySentences,
  trafficSentences,
].flat();
