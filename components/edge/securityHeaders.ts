import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Two years, as the browsers' preload lists require. */
const HSTS_SECONDS = 63_072_000;

/** Security headers that override those of the origin. */
export function securityHeaders(
  name: string,
  contentSecurityPolicy: string,
  opts: pulumi.CustomResourceOptions,
): aws.cloudfront.ResponseHeadersPolicy {
  const override = true;
  return new aws.cloudfront.ResponseHeadersPolicy(
    name,
    {
      comment: `Security headers of ${name}`,
      securityHeadersConfig: {
        contentSecurityPolicy: { contentSecurityPolicy, override },
        contentTypeOptions: { override },
        frameOptions: { frameOption: "DENY", override },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override },
        strictTransportSecurity: { accessControlMaxAgeSec: HSTS_SECONDS, includeSubdomains: true, override },
      },
      customHeadersConfig: {
        items: [
          { header: "Cross-Origin-Opener-Policy", value: "same-origin", override },
          { header: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()", override },
        ],
      },
    },
    opts,
  );
}
