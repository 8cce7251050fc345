import { z } from "zod";
import { distributionDefaults, PriceClass } from "../components";

const moved = z.strictObject({
  from: z.string().regex(/^\/[^?#]*$/, "give a path such as /old, or /old/* for all that begins with it"),
  to: z
    .string()
    .regex(/^(\/(?![/\\])|https:\/\/)\S*$/, "give a path such as /new, or an address that begins with https://"),
  status: z.literal([301, 302, 307, 308]).default(301),
});

/** A site at the edge. */
export const edgeKeys = {
  edge: z
    .strictObject({
      enabled: z.boolean().default(false),
      lambdaAtEdge: z.boolean().default(false),
      redirects: z.array(moved).default([{ from: "/docs/*", to: "/guide/", status: 301 }]),
      priceClass: z.enum(PriceClass).default(distributionDefaults.priceClass),
      accessLogDays: z.int().default(distributionDefaults.accessLogDays),
      customerManagedKey: z.boolean().default(distributionDefaults.customerManagedKey),
      webAcl: z.boolean().default(false),
      domain: z
        .strictObject({ name: z.string(), certificateArn: z.string(), zoneId: z.string().optional() })
        .optional(),
    })
    .prefault({}),
};
