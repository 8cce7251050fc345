import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const record = (index: number, policy: Arguments): Made => [
  "aws:route53/record:Record",
  `record${String(index).padStart(3, "0")}`,
  {
    zoneId: "Z0123456789ABCDEFGHIJ",
    name: "www.example.com",
    type: "A",
    ttl: 60,
    records: ["192.0.2.1"],
    setIdentifier: `record${index}`,
    ...policy,
  },
];
const weighted = (count: number) => many(count, (index) => record(index, { weightedRoutingPolicies: [{ weight: 1 }] }));
const near = (count: number) =>
  many(count, (index) =>
    record(index, {
      geoproximityRoutingPolicy: { coordinates: [{ latitude: String(index), longitude: "10" }], bias: 0 },
    }),
  );

const keyArn = (name: string) => `arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5${name}`;
const signing = (name: string, more: Arguments = {}): Made => [
  "aws:route53/keySigningKey:KeySigningKey",
  name,
  { hostedZoneId: "Z0123456789ABCDEFGHIJ", name, keyManagementServiceArn: keyArn("f"), status: "INACTIVE", ...more },
];
const statement = (more: Arguments) => ({
  Effect: "Allow",
  Principal: { Service: "dnssec-route53.amazonaws.com" },
  Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
  Resource: "*",
  ...more,
});
const root = statement({ Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*" });
const key = (name: string, ...statements: readonly Arguments[]): Made => [
  "aws:kms/key:Key",
  `key${name}`,
  {
    arn: keyArn(name),
    region: "us-east-1",
    customerMasterKeySpec: "ECC_NIST_P256",
    keyUsage: "SIGN_VERIFY",
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [root, ...statements] }),
  },
];
const keys = [key("a", statement({})), key("b", statement({ Action: "kms:DescribeKey" })), key("c")];
const ownKey = (name: string) => signing(`key_${name}`, { keyManagementServiceArn: keyArn(name) });
const signedBy = (name: string) => signing("own", { keyManagementServiceArn: keyArn(name) });

export const route53Counts: FactsByName = {
  "route53-geoproximity-max-30-same-name-type": facts("a name has 30 records by nearness", near(31), near(30)),
  "route53-weighted-max-100-same-name-type": facts("a name has 100 weighted records", weighted(101), weighted(100)),
  "route53-keysigningkey-max-2-per-zone": facts(
    "a zone has two keys",
    [ownKey("a"), ownKey("b"), ownKey("c")],
    [ownKey("a"), ownKey("b")],
  ),
  "route53-keysigningkey-kms-key-policy-actions": beside(
    keys,
    "Route 53 reads the key and signs by it",
    signedBy("b"),
    signedBy("a"),
  ),
  "route53-keysigningkey-kms-key-policy-principal": beside(
    keys,
    "the key lets Route 53 use it",
    signedBy("c"),
    signedBy("a"),
  ),
};
