import { DaxDocument } from "@amazon-dax-sdk/lib-dax";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";

import { clientSettings } from "../aws";

/**
 * A client of DynamoDB's documents: through a DAX cluster where there is an endpoint, else to the table itself. Both have
 * the same commands, so that whoever uses it need not know.
 */
export function documents(endpoint: string, region: string): DynamoDBDocument {
  return endpoint
    ? new DaxDocument({ endpoint, region, connectTimeout: clientSettings.requestHandler.connectionTimeout })
    : DynamoDBDocument.from(new DynamoDBClient({ ...clientSettings, region }));
}
