import { DaxDocument } from "@amazon-dax-sdk/lib-dax";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";

import { setTimeout } from "node:timers/promises";

import { clientSettings } from "../aws";

/**
 * A client of DynamoDB documents: through a DAX cluster if there is an endpoint, otherwise to the table. Both take
 * the same commands.
 */
export function documents(endpoint: string, region: string): DynamoDBDocument {
  return endpoint
    ? new DaxDocument({ endpoint, region, connectTimeout: clientSettings.requestHandler.connectionTimeout })
    : DynamoDBDocument.from(new DynamoDBClient({ ...clientSettings, region }));
}

const LATE_MILLISECONDS = 2_000;
const ATTEMPTS = 5;

/**
 * What a read answers. DAX's client hands out connections that a node has closed, as at its restart, and waits on them
 * forever: asked again, it takes another one.
 */
export async function answered<T>(read: () => Promise<T>, lateMilliseconds = LATE_MILLISECONDS): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const timer = new AbortController();
    const late = setTimeout(lateMilliseconds, undefined, timer);
    const answer = await Promise.race([read().then((value) => ({ value })), late]).finally(() => timer.abort());
    if (answer) return answer.value;
  }
  throw new Error(`No answer to ${ATTEMPTS} reads, each within ${lateMilliseconds} ms`);
}
