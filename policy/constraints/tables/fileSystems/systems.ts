import { type Row, type TypeRows } from "../../schema";
import { type Given } from "../given";
import { api } from "../pages";
import { sameRegion, together } from "../together";
import { ofSystem, system, systemArn } from "./mountTargets";

const encrypted = { encrypted: true };
const life = (...lifecyclePolicies: readonly Given[]) => ({ lifecyclePolicies });
const elastic = { ...encrypted, throughputMode: "elastic" };
const putLife = api("efs", "PutLifecycleConfiguration");
const transitions = ["transitionToIa", "transitionToArchive", "transitionToPrimaryStorageClass"];
const archives = { transitionToArchive: "AFTER_90_DAYS" };

const systems: readonly Row[] = [
  {
    at: "availabilityZoneName",
    fact: "a file system of one zone is in a zone of its Region",
    ownRegion: true,
    good: "eu-west-1a",
    bad: "us-east-1a",
  },
  sameRegion("kmsKeyId", "a key is of the Region of the file system", "arn:aws:kms:eu-west-1:111122223333:key/1"),
  together(
    "a file system has one policy for each transition",
    {
      allOf: transitions.map((name) => ({
        properties: { lifecyclePolicies: { contains: { required: [name] }, minContains: 0, maxContains: 1 } },
      })),
      source: putLife,
    },
    encrypted,
    life({ transitionToIa: "AFTER_30_DAYS" }),
    life({ transitionToIa: "AFTER_30_DAYS" }, { transitionToIa: "AFTER_60_DAYS" }),
  ),
  together(
    "files are archived later than they are kept for infrequent access",
    { join: "archiveLast", source: putLife },
    elastic,
    life({ transitionToIa: "AFTER_30_DAYS" }, archives),
    life({ transitionToIa: "AFTER_90_DAYS" }, archives),
  ),
  together(
    "a file system that archives has the throughput elastic or provisioned",
    {
      if: { required: ["lifecyclePolicies[].transitionToArchive"] },
      then: {
        required: ["throughputMode"],
        properties: { throughputMode: { enum: ["elastic", "provisioned"] } },
      },
      source: putLife,
    },
    { ...encrypted, ...life(archives) },
    { throughputMode: "elastic" },
    { throughputMode: "bursting" },
  ),
];

const statement = (more: Given) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:role/r" },
        Action: "elasticfilesystem:ClientMount",
        Resource: systemArn,
        ...more,
      },
    ],
  }),
});
const denies = { Effect: "Deny", Principal: { AWS: "*" }, Action: "*" };
const own = { fileSystemId: system };
const replica = { sourceFileSystemId: system };
const replicated = (more: Given) => ({ destination: { region: "eu-central-1", ...more } });

/** What AWS refuses of file systems, their access points, policies and replicas. */
export const fileSystems: readonly TypeRows[] = [
  { type: "aws:efs/fileSystem:FileSystem", source: api("efs", "CreateFileSystem"), rows: systems },
  { type: "aws:efs/accessPoint:AccessPoint", source: api("efs", "CreateAccessPoint"), rows: [ofSystem] },
  {
    type: "aws:efs/fileSystemPolicy:FileSystemPolicy",
    source: api("efs", "PutFileSystemPolicy"),
    rows: [
      together(
        "a policy is about its own file system",
        { join: "policyOfSystem" },
        own,
        statement({}),
        statement({ Resource: systemArn.replace("abcdef0", "abcdef1") }),
      ),
      together(
        "a policy does not deny everyone to change it",
        { join: "policyStaysOpen" },
        own,
        statement({ ...denies, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        statement(denies),
      ),
    ],
  },
  {
    type: "aws:efs/replicationConfiguration:ReplicationConfiguration",
    source: api("efs", "CreateReplicationConfiguration"),
    rows: [
      together(
        "the zone and the key of a replica are of its Region",
        { join: "replicaRegion" },
        replica,
        replicated({ availabilityZoneName: "eu-central-1a" }),
        replicated({ availabilityZoneName: "eu-west-1a" }),
      ),
    ],
  },
];
