import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const group = { replicationGroupId: "g", description: "d", engine: "valkey" };
const parameterGroup = "aws:elasticache/parameterGroup:ParameterGroup";
const parameters = (value: string) => ({
  type: parameterGroup,
  properties: { id: value, name: value, family: "valkey8", parameters: [{ name: "cluster-enabled", value }] },
});

/** ElastiCache: how users sign in, and what shards need. */
export const elasticacheRefusals: readonly TypeRows[] = [
  {
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    source: api("elasticache", "CreateReplicationGroup"),
    rows: [
      together(
        "users and tokens are for connections over TLS",
        {
          if: { anyOf: [{ required: ["userGroupIds[]"] }, { required: ["authToken"] }] },
          then: { properties: { transitEncryptionEnabled: { not: { const: false } } } },
          source: measured,
        },
        { ...group, userGroupIds: ["users"] },
        { transitEncryptionEnabled: true },
        { transitEncryptionEnabled: false },
      ),
      together(
        "a group of several shards has parameters with cluster-enabled",
        {
          when: { numNodeGroups: { minimum: 2 } },
          properties: {
            parameterGroupName: {
              refersTo: {
                type: parameterGroup,
                fits: {
                  required: ["parameters"],
                  properties: {
                    parameters: {
                      contains: {
                        required: ["name", "value"],
                        properties: { name: { const: "cluster-enabled" }, value: { const: "yes" } },
                      },
                    },
                  },
                },
              },
            },
          },
          source: page("AmazonElastiCache/latest/dg/ParameterGroups.Engine"),
          beside: { on: parameters("yes"), off: parameters("no") },
        },
        { ...group, numNodeGroups: 2, replicasPerNodeGroup: 1 },
        { parameterGroupName: "yes" },
        { parameterGroupName: "no" },
      ),
    ],
  },
];
