/** CloudFront Function at viewer response: cache lifetimes for browsers, and further headers by path. */
import { type CloudFrontFunctionsEvent } from "aws-lambda";

import { type HeaderRule, findHeaders } from "./headers";

/** Built into the code: there is no environment. */
declare const EDGE_SETTINGS: { rules: readonly HeaderRule[] };

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
export function handler(event: CloudFrontFunctionsEvent) {
  const response = event.response;
  const headers = findHeaders(event.request.uri, EDGE_SETTINGS.rules);
  Object.keys(headers).forEach((name) => {
    response.headers[name] = { value: headers[name]! };
  });
  return response;
}
