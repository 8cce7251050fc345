import { type ResourceType } from "../frame/resourceType";
import { genericType } from "../schema/genericType";
import { typeSchema } from "../schema/table";
import { randomTypes } from "../computed/random";
import { tlsTypes } from "../computed/tls";
import { resourceTypes } from ".";

const generic = new Map<string, ResourceType>();

/** Types of other packages whose values are computed on this machine. */
const computed = new Map([...randomTypes, ...tlsTypes].map((type) => [type.token, type]));

/** Finds an implemented type, a computed one, or one in the AWS provider's schema. */
export function findResourceType(token: string): ResourceType | undefined {
  const type = resourceTypes.get(token) ?? computed.get(token) ?? generic.get(token);
  if (type) return type;
  const schema = typeSchema(token);
  if (!schema) return undefined;
  generic.set(token, genericType(token, schema));
  return generic.get(token);
}
