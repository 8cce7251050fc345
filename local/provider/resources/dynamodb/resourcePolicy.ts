import type { ResourcePolicy as PolicyResource, ResourcePolicyArgs } from "@pulumi/aws/dynamodb/resourcePolicy";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";

const notFound = ["ResourceNotFoundException", "PolicyNotFoundException"];

/** The policy of a table, or of a stream, as a resource of its own: its id is the ARN. */
export const ResourcePolicy = resourceType<ResourcePolicyArgs, PolicyResource>({
  token: "aws:dynamodb/resourcePolicy:ResourcePolicy",
  identity: ["resourceArn"],
  properties: {
    confirmRemoveSelfResourceAccess: { computed: true },
    policy: { required: true, document: "policy" },
    resourceArn: { required: true, replace: true },
  },
  outputs: { revisionId: "changes" },

  async create({ resourceArn, policy }, { dynamodb }) {
    await dynamodb.putResourcePolicy({ ResourceArn: resourceArn, Policy: policy });
    return resourceArn;
  },

  async read(resourceArn, { dynamodb }, { confirmRemoveSelfResourceAccess = false }) {
    const live = await unless(notFound, dynamodb.getResourcePolicy({ ResourceArn: resourceArn }));
    return live && { resourceArn, policy: live.Policy, revisionId: live.RevisionId, confirmRemoveSelfResourceAccess };
  },

  async update(resourceArn, { policy }, _old, { dynamodb }) {
    await dynamodb.putResourcePolicy({ ResourceArn: resourceArn, Policy: policy });
  },

  async delete(resourceArn, { dynamodb }) {
    await unless(notFound, dynamodb.deleteResourcePolicy({ ResourceArn: resourceArn }));
  },
});
