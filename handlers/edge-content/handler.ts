/** Lambda@Edge at origin request: answers with a page by country, device and variant, without asking the origin. */
import { type CloudFrontRequestEvent, type CloudFrontRequestResult } from "aws-lambda";

import { drawn, type Greetings, page, type Variant, type Visitor } from "./page";

/** Built into the package: there is no environment. */
declare const EDGE_SETTINGS: { cookie: string; variants: readonly Variant[]; greetings: Greetings; seconds: number };

const settings = EDGE_SETTINGS;

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-generating-http-responses-in-requests.html */
export function handler(event: CloudFrontRequestEvent): Promise<CloudFrontRequestResult> {
  const { request } = event.Records[0]!.cf;
  const header = (name: string): string => request.headers[name]?.[0]?.value ?? "";
  const is = (name: string): boolean => header(`cloudfront-is-${name}-viewer`) === "true";
  const kept = variantIn(header("cookie"));
  const visitor: Visitor = {
    country: header("cloudfront-viewer-country"),
    device: is("tablet") ? "tablet" : is("mobile") ? "mobile" : "desktop",
    variant: kept ?? drawn(settings.variants, Math.random()),
  };
  return Promise.resolve({
    status: "200",
    statusDescription: "OK",
    headers: {
      "content-type": [{ key: "Content-Type", value: "text/html; charset=utf-8" }],
      // A response that sets a cookie is for one visitor: CloudFront must not cache it and serve its variant to the
      // next.
      "cache-control": [{ key: "Cache-Control", value: kept ? `max-age=${settings.seconds}` : "no-store" }],
      ...(!kept && {
        "set-cookie": [
          {
            key: "Set-Cookie",
            value: `${settings.cookie}=${visitor.variant}; Max-Age=2592000; Path=/; Secure; HttpOnly; SameSite=Lax`,
          },
        ],
      }),
    },
    body: page(visitor, settings.variants, settings.greetings),
  });
}

/** The variant that the visitor saw before, if it still exists. */
function variantIn(cookies: string): string | undefined {
  const values = cookies.split(/;\s*/).filter((each) => each.startsWith(`${settings.cookie}=`));
  const value = values[0]?.slice(settings.cookie.length + 1);
  return settings.variants.find(({ name }) => name === value)?.name;
}
