import { type Row } from "../../schema";
import { api, page } from "../pages";
import { among, between } from "../together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const ebs = page("ebs/latest/userguide/ebs-volume-types");

/** A volume, where a type has one: its kind, its sizes, and its key. */
export const volume = (at: string, kind: string, size: string): readonly Row[] => {
  const of = (type: string, more: object) => ({
    [kind]: type,
    [size]: 100,
    ...(at.endsWith("[]") && { deviceName: "/dev/sdb" }),
    ...more,
  });
  return [
    {
      at,
      fact: "iops are of gp3, io1 and io2",
      when: { [kind]: ["gp2", "st1", "sc1", "standard"] },
      excluded: ["iops"],
      source: ebs,
      good: of("gp3", { iops: 3_000 }),
      bad: of("gp2", { iops: 3_000 }),
    },
    {
      at,
      fact: "io1 and io2 have iops",
      when: { [kind]: ["io1", "io2"] },
      required: ["iops"],
      source: ebs,
      good: of("io2", { iops: 3_000 }),
      bad: of("io2", {}),
    },
    {
      at,
      fact: "throughput is of gp3",
      when: { [kind]: ["gp2", "io1", "io2", "st1", "sc1", "standard"] },
      excluded: ["throughput"],
      source: ebs,
      good: of("gp3", { throughput: 250 }),
      bad: of("io2", { iops: 3_000, throughput: 250 }),
    },
    {
      at,
      // Fewer than 3,000 are taken, and made 3,000.
      fact: "gp3 has 100 to 80,000 iops",
      when: { [kind]: "gp3" },
      properties: { iops: { minimum: 100, maximum: 80_000 } },
      source: ebs,
      good: of("gp3", { iops: 3_000 }),
      bad: of("gp3", { iops: 99 }),
    },
    {
      at,
      fact: "gp3 has 125 to 2,000 MiB/s",
      when: { [kind]: "gp3" },
      properties: { throughput: { minimum: 125, maximum: 2_000 } },
      source: ebs,
      good: of("gp3", { throughput: 125 }),
      bad: of("gp3", { throughput: 100 }),
    },
    {
      at,
      fact: "io1 has 100 to 64,000 iops",
      when: { [kind]: "io1" },
      properties: { iops: { minimum: 100, maximum: 64_000 } },
      source: ebs,
      good: of("io1", { iops: 100 }),
      bad: of("io1", { iops: 50 }),
    },
    {
      at,
      fact: "io2 has 100 to 256,000 iops",
      when: { [kind]: "io2" },
      properties: { iops: { minimum: 100, maximum: 256_000 } },
      source: ebs,
      good: of("io2", { iops: 100 }),
      bad: of("io2", { iops: 50 }),
    },
    {
      at,
      fact: "st1 and sc1 have 125 to 16,384 GiB",
      when: { [kind]: ["st1", "sc1"] },
      properties: { [size]: { minimum: 125, maximum: 16_384 } },
      source: ebs,
      good: of("st1", { [size]: 125 }),
      bad: of("st1", { [size]: 100 }),
    },
    {
      at,
      fact: "io1 and io2 have 4 GiB or more",
      when: { [kind]: ["io1", "io2"] },
      properties: { [size]: { minimum: 4 } },
      source: ebs,
      good: of("io2", { iops: 100, [size]: 4 }),
      bad: of("io2", { iops: 100, [size]: 3 }),
    },
    {
      at,
      fact: "gp2 has 1 to 16,384 GiB",
      when: { [kind]: "gp2" },
      properties: { [size]: { minimum: 1, maximum: 16_384 } },
      source: ebs,
      good: of("gp2", { [size]: 16_384 }),
      bad: of("gp2", { [size]: 16_385 }),
    },
    {
      at,
      fact: "a key is of a volume that is encrypted",
      if: { required: ["kmsKeyId"] },
      then: { required: ["encrypted"], properties: { encrypted: { const: true } } },
      source: api("ec2", "EbsBlockDevice"),
      good: of("gp3", { kmsKeyId: key, encrypted: true }),
      bad: of("gp3", { kmsKeyId: key, encrypted: false }),
    },
    {
      ...among(kind, ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"], "ssd", { source: ebs }),
      at: at === "" ? kind : `${at}.${kind}`,
    },
  ];
};

/** The instance metadata service. */
export const metadata = (at: string): readonly Row[] => [
  between(`${at}.httpPutResponseHopLimit`, 1, 64, { source: api("ec2", "InstanceMetadataOptionsRequest") }),
  among(`${at}.httpTokens`, ["optional", "required"], "on", { source: api("ec2", "InstanceMetadataOptionsRequest") }),
  among(`${at}.httpEndpoint`, ["disabled", "enabled"], "on", { source: api("ec2", "InstanceMetadataOptionsRequest") }),
  among(`${at}.instanceMetadataTags`, ["disabled", "enabled"], "on", {
    source: api("ec2", "InstanceMetadataOptionsRequest"),
  }),
];
