import { type TypeRows } from "../../../schema";
import { firehoseRows } from "./firehose";
import { streamRows } from "./streams";

/** Kinesis and Firehose: settings that go together, or do not. */
export const kinesisCombinations: readonly TypeRows[] = [...firehoseRows, ...streamRows];
