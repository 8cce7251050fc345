import { type Row, type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";

const endpoints = page("general/latest/gr/elasticbeanstalk");
const websites = page("general/latest/gr/s3");

/** The zone of what names of AWS's own services lead to. */
const zone = (fact: string, pattern: string, zoneId: string, name: string, source: string): Row =>
  at(
    "aliases[]",
    fact,
    { when: { name: { pattern } }, properties: { zoneId: { const: zoneId } }, source },
    { name, zoneId, evaluateTargetHealth: false },
    { name, zoneId: "Z32O12XQLNTSW2", evaluateTargetHealth: false },
  );

const beanstalk: Readonly<Record<string, string>> = {
  "ap-northeast-1": "Z1R25G3KIG2GBW",
  "ap-southeast-1": "Z16FZ9L249IFLT",
  "ap-southeast-2": "Z2PCDNR3VC2G1N",
  "ca-central-1": "ZJFCZL7SSZB5I",
  "eu-central-1": "Z1FRNW7UH4DEZJ",
  "eu-west-1": "Z2NYPWQ7DFZAZH",
  "eu-west-2": "Z1GKAAAUGATPF1",
  "us-east-1": "Z117KPS5GTRQ2G",
  "us-east-2": "Z14LCN19Q5QHIC",
  "us-west-1": "Z1LQECGX5PH1X",
  "us-west-2": "Z38NKT9BP95V3O",
};

const buckets: Readonly<Record<string, string>> = {
  "ap-northeast-1": "Z2M4EHUR26P7ZW",
  "ap-southeast-1": "Z3O0J2DXBE1FTB",
  "ap-southeast-2": "Z1WCIGYICN2BYD",
  "eu-west-1": "Z1BKCTXD74EZPE",
  "us-east-1": "Z3AQBSTGFYJSTF",
  "us-west-1": "Z2F56UZL2M1ACD",
  "us-west-2": "Z3BJ6K6RIION7M",
};

const aliases: readonly Row[] = [
  zone(
    "the zone of CloudFront is Z2FDTNDATAQYW2",
    "\\.cloudfront\\.net\\.?$",
    "Z2FDTNDATAQYW2",
    "d111111abcdef8.cloudfront.net",
    page("general/latest/gr/cf_region"),
  ),
  zone(
    "the zone of Global Accelerator is Z2BJ6XQ5FK7U4H",
    "\\.awsglobalaccelerator\\.com\\.?$",
    "Z2BJ6XQ5FK7U4H",
    "a1234567890abcdef.awsglobalaccelerator.com",
    page("general/latest/gr/global_accelerator"),
  ),
  ...Object.entries(beanstalk).map(([of, id]) =>
    zone(
      `the zone of Elastic Beanstalk in ${of} is ${id}`,
      `\\.${of}\\.elasticbeanstalk\\.com\\.?$`,
      id,
      `own.${of}.elasticbeanstalk.com`,
      endpoints,
    ),
  ),
  ...Object.entries(buckets).map(([of, id]) =>
    zone(
      `the zone of websites of S3 in ${of} is ${id}`,
      `^s3-website-${of}\\.amazonaws\\.com\\.?$`,
      id,
      `s3-website-${of}.amazonaws.com`,
      websites,
    ),
  ),
];

/** Route 53: the zones of what aliases lead to. */
export const route53Aliases: readonly TypeRows[] = [
  { type: "aws:route53/record:Record", source: api("route53", "AliasTarget"), rows: aliases },
];
