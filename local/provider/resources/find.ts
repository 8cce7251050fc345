import { type ResourceType } from "../frame/resourceType";
import { genericType } from "../schema/genericType";
import { typeSchema } from "../schema/table";
import { resourceTypes } from ".";

const generic = new Map<string, ResourceType>();

/** A type that is served, or that the schema of the AWS provider has. */
export function findResourceType(token: string): ResourceType | undefined {
  const type = resourceTypes.get(token) ?? generic.get(token);
  if (type) return type;
  const schema = typeSchema(token);
  if (!schema) return undefined;
  generic.set(token, genericType(token, schema));
  return generic.get(token);
}
