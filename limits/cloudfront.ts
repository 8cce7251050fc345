import { type Limit, provenance } from "./limit";

const edge = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html";
const quotas = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html";
const copied = {
  kind: "adjustable",
  checked: "2026-11",
  verified: false,
  sources: ["copy of the documentation"],
  note: "AWS does not raise it; it can be set because the figure rests on copies of AWS's page.",
} as const satisfies Partial<Limit>;
const fixedCopy = {
  kind: "hard",
  checked: "2026-11",
  verified: false,
  sources: ["copy of the documentation"],
} as const satisfies Partial<Limit>;
const changed = "2025: the limits of viewer events are those of origin events";

/** Limits of CloudFront Functions and of Lambda@Edge. */
export const cloudfront = {
  functionBytes: {
    id: "cloudfront.functionBytes",
    title: "Code of a CloudFront Function",
    max: 10_240,
    unit: "bytes",
    page: quotas,
    ...provenance.page,
    note: "AWS's API model would take 40,960 bytes; its page says 10 KB, and that it does not raise it.",
  },
  edgeTimeout: {
    id: "cloudfront.edgeTimeout",
    title: "Timeout of a Lambda@Edge function",
    min: 1,
    max: 30,
    unit: "s",
    page: edge,
    ...copied,
    since: `${changed} (before: 5 s)`,
  },
  edgeMemory: {
    id: "cloudfront.edgeMemory",
    title: "Memory of a Lambda@Edge function",
    min: 128,
    max: 10_240,
    unit: "MB",
    page: edge,
    ...copied,
    since: `${changed} (before: 128 MB)`,
  },
  edgeZipBytes: {
    id: "cloudfront.edgeZipBytes",
    title: "Package of a Lambda@Edge function",
    max: 52_428_800,
    unit: "bytes",
    page: edge,
    ...copied,
    since: `${changed} (before: 1 MB)`,
  },
  edgeViewerResponseBytes: {
    id: "cloudfront.edgeViewerResponseBytes",
    title: "Response that a Lambda@Edge function makes at a viewer event",
    max: 40_960,
    unit: "bytes",
    page: quotas,
    ...fixedCopy,
  },
  edgeOriginResponseBytes: {
    id: "cloudfront.edgeOriginResponseBytes",
    title: "Response that a Lambda@Edge function makes at an origin event",
    max: 1_048_576,
    unit: "bytes",
    page: quotas,
    ...fixedCopy,
  },
  functionMemory: {
    id: "cloudfront.functionMemory",
    title: "Memory of a CloudFront Function",
    max: 2,
    unit: "MB",
    page: quotas,
    ...fixedCopy,
  },
  behaviors: {
    id: "cloudfront.behaviors",
    title: "Cache behaviours of a distribution, the default one included",
    min: 1,
    max: 75,
    unit: "behaviours",
    page: quotas,
    kind: "adjustable",
    checked: "2026-11",
    verified: false,
    sources: ["copy of the documentation"],
  },
} as const satisfies Record<string, Limit>;
