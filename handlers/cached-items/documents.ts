import { DaxDocument } from "@amazon-dax-sdk/lib-dax";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";

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
