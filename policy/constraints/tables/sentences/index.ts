import { type TypeRows } from "../../schema";
import { capacitySentences } from "./capacity";
import { dataSentences } from "./data";
import { trafficSentences } from "./traffic";

/** What sentences of the API models' documentation say and the tables of the services did not. */
export const sentences: readonly TypeRows[] = [capacitySentences, dataSentences, trafficSentences].flat();
