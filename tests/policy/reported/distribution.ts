type Arguments = Record<string, unknown>;

/** A distribution of one origin, with more in what it caches by default and in the origin. */
export const cached = (behaviour: Arguments, origin: Arguments = {}): Arguments => ({
  enabled: true,
  origins: [
    {
      originId: "own",
      domainName: "own.example.com",
      customOriginConfig: {
        ...{ httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
      },
      ...origin,
    },
  ],
  defaultCacheBehavior: {
    ...{ targetOriginId: "own", viewerProtocolPolicy: "https-only" },
    ...{ allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"] },
    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    ...behaviour,
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
});
