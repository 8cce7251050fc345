import { z } from "zod";
import { distributionDefaults, PriceClass } from "../../components";
import { type Problem, Problems } from "../../components/core/check";
import { distributionProblems } from "../../components/edge/distributionCheck";
import { limits } from "../../limits";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

const moved = z.strictObject({
  from: z.string().regex(/^\/[^?#]*$/, "give a path such as /old, or /old/* for every path that begins with it"),
  to: z
    .string()
    .regex(/^(\/(?![/\\])|https:\/\/)\S*$/, "give a path such as /new, or an address that begins with https://"),
  status: z.literal([301, 302, 307, 308]).default(301),
});

/** A site at the edge. */
export const edgeSettings = {
  edge: offByDefault({
    lambdaAtEdge: z.boolean().default(false),
    redirects: z.array(moved).default([{ from: "/docs/*", to: "/guide/", status: 301 }]),
    priceClass: z.enum(PriceClass).default(distributionDefaults.priceClass),
    accessLogDays: z.int().default(distributionDefaults.accessLogDays),
    customerManagedKey: z.boolean().default(distributionDefaults.customerManagedKey),
    webAcl: z.boolean().default(false),
    domain: z.strictObject({ name: z.string(), certificateArn: z.string(), zoneId: z.string().optional() }).optional(),
  }),
};

export type EdgeSettings = SettingsOf<typeof edgeSettings>;

export const edgeExamples = {
  "edge.domain.name": "www.example.com",
  "edge.domain.certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
  "edge.domain.zoneId": "Z1D633PJN98FT9",
};

export function edgeProblems({ edge: { webAcl, lambdaAtEdge, redirects, ...args } }: EdgeSettings): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(redirects));
  const { max, page } = limits.cloudfront.functionBytes;
  const allowed = `they are part of a function's code, for which AWS allows ${max} bytes (${page}), and take ${bytes}`;
  return new Problems()
    .all(underKey("edge", distributionProblems(args)))
    .that(bytes < max, "edge.redirects", redirects, allowed).list;
}
