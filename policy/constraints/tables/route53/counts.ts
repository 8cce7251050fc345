import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const signing = "aws:route53/keySigningKey:KeySigningKey";
const recordType = "aws:route53/record:Record";
const quotas = page("Route53/latest/DeveloperGuide/DNSLimitations");
const keyArn = (key: string) => `arn:aws:kms:us-east-1:111122223333:key/${key}`;
const key = (id: string, ...actions: readonly string[]) => ({
  type: "aws:kms/key:Key",
  properties: {
    arn: keyArn(id),
    customerMasterKeySpec: "ECC_NIST_P256",
    keyUsage: "SIGN_VERIFY",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "dnssec-route53.amazonaws.com" },
          Action: actions,
          Resource: "*",
        },
      ],
    }),
  },
});
const record = (weight: number, setIdentifier: string) => ({
  zoneId: "Z1",
  name: "www.example.com",
  type: "A",
  ttl: 60,
  records: ["192.0.2.1"],
  setIdentifier,
  weightedRoutingPolicies: [{ weight }],
});
const hundred = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [`a${index}`, { type: recordType, properties: record(1, `a${index}`) }]),
);
const other = (name: string) => ({ type: signing, properties: { hostedZoneId: "Z1", name, status: "ACTIVE" } });

/** How many there are of one zone or name, and the key of a zone. */
export const route53Counts: readonly TypeRows[] = [
  {
    type: recordType,
    source: quotas,
    rows: [
      together(
        "a name and type has up to 100 weighted records, and up to 30 by geoproximity",
        { join: "recordsOfWay", beside: hundred },
        record(1, "one"),
        { name: "api.example.com" },
        {},
      ),
    ],
  },
  {
    type: signing,
    source: api("route53", "CreateKeySigningKey"),
    rows: [
      together(
        "a zone has two keys for signing",
        { join: "signingKeys", beside: { a: other("a"), b: other("b") } },
        { name: "c", status: "INACTIVE" },
        { hostedZoneId: "Z2" },
        { hostedZoneId: "Z1" },
      ),
      together(
        "the policy of the key lets Route 53 describe it, read it and sign",
        {
          join: "zoneKeyPolicy",
          source: page("Route53/latest/DeveloperGuide/access-control-managing-permissions"),
          beside: {
            good: key("1", "kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"),
            bad: key("2", "kms:DescribeKey", "kms:GetPublicKey"),
          },
        },
        { hostedZoneId: "Z2", name: "c" },
        { keyManagementServiceArn: keyArn("1") },
        { keyManagementServiceArn: keyArn("2") },
      ),
    ],
  },
];
