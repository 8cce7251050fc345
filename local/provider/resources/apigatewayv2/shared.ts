import { type Tagging } from "../../frame/resourceType";

/** Import ids of the form `API/ID`. */
export const fromApi = (id: string) => {
  const [apiId, own] = id.split("/");
  return { id: own, known: { apiId } };
};

/** The tags of an API, a stage or a domain name. */
export const tagging: Tagging<{ arn?: string }> = {
  remove: (_id, TagKeys, { apigatewayv2 }, { arn }) => apigatewayv2.untagResource({ ResourceArn: arn, TagKeys }),
  add: (_id, Tags, { apigatewayv2 }, { arn }) => apigatewayv2.tagResource({ ResourceArn: arn, Tags }),
};
