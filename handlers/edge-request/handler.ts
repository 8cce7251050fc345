/** CloudFront Function at viewer request: sends moved addresses on, and finds the object behind a page. */
import { type CloudFrontFunctionsEvent, type CloudFrontFunctionsQuerystring } from "aws-lambda";

import { type Redirect, findRedirect } from "./redirects";
import { objectPath } from "./rewrite";

/** Built into the code: there is no environment. */
declare const EDGE_SETTINGS: { redirects: readonly Redirect[] };

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
export function handler(event: CloudFrontFunctionsEvent) {
  const request = event.request;
  const redirect = findRedirect(request.uri, EDGE_SETTINGS.redirects);
  if (redirect) {
    return {
      statusCode: redirect.status,
      statusDescription: "Moved",
      headers: {
        location: { value: redirect.location + formatQuery(request.querystring) },
        "cache-control": { value: "max-age=300" },
      },
    };
  }
  request.uri = objectPath(request.uri);
  return request;
}

/** The query string as it came, with its question mark; values are encoded already. */
function formatQuery(querystring: CloudFrontFunctionsQuerystring): string {
  const parts: string[] = [];
  Object.keys(querystring).forEach((name) => {
    const entry = querystring[name]!;
    const values = entry.multiValue ?? [entry];
    values.forEach((each) => parts.push(each.value === "" ? name : `${name}=${each.value}`));
  });
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
