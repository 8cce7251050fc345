import { parsePath } from "../../../policy/constraints/place";
import { makeUrn, type Sent } from "../server";

/** What the samples name: an account, its resources and a role of it. */
export const account = "111122223333";
export const arn = (service: string, rest: string, region = "eu-west-1"): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
export const role = `arn:aws:iam::${account}:role/r`;

/** A distribution with one behaviour. */
export const distribution = (behavior: Record<string, unknown>) => ({
  enabled: true,
  origins: [
    {
      originId: "o",
      domainName: "a.example.com",
      customOriginConfig: {
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: ["TLSv1.2"],
      },
    },
  ],
  defaultCacheBehavior: {
    targetOriginId: "o",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    ...behavior,
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
});

/** One resource of a fact: its type, what it is called, and its arguments. */
export type Made = readonly [type: string, name: string, properties: Record<string, unknown>, links?: Links];

/** The resources that properties are made from: `{ topic: "aws:sns/topic:Topic alarms" }`. */
type Links = Readonly<Record<string, string>>;

/** A fact: what AWS refuses, in a configuration that breaks it and in a neighbouring one that keeps it. */
export interface Fact {
  readonly fact: string;
  readonly bad: readonly Made[];
  readonly good: readonly Made[];
}

/** A fact of one resource. */
export function fact(says: string, type: string, bad: Record<string, unknown>, good: Record<string, unknown>): Fact {
  return { fact: says, bad: [[type, "subject", bad]], good: [[type, "subject", good]] };
}

/** A fact of several resources. */
export function facts(says: string, bad: readonly Made[], good: readonly Made[]): Fact {
  return { fact: says, bad, good };
}

const region = { region: "eu-west-1" };

/** The resources as the engine sends them, in one Region where they do not say another. */
export function sentAs(made: readonly Made[]): readonly Sent[] {
  return made.map(([type, name, properties, links = {}]) => ({
    type,
    name,
    properties: { ...region, ...properties },
    links: Object.fromEntries(
      Object.entries(links).map(([property, target]) => {
        const [ofType = "", called = ""] = target.split(" ");
        return [property, [makeUrn(ofType, called)]];
      }),
    ),
  }));
}

/** Arguments at a path, beside others. */
export function at(path: string, value: unknown, beside: Record<string, unknown> = {}): Record<string, unknown> {
  const nested = parsePath(path).reduceRight<unknown>(
    (inner, step) => (step === "each element" ? [inner] : typeof step === "object" ? { [step.key]: inner } : inner),
    value,
  ) as Record<string, unknown>;
  return { ...beside, ...nested };
}
