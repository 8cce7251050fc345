import type { TopicPolicy as TopicPolicyResource, TopicPolicyArgs } from "@pulumi/aws/sns/topicPolicy";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { notFound } from "./attributes";

/** The policy of a topic as a resource of its own: its id is the topic's ARN. */
export const TopicPolicy = resourceType<TopicPolicyArgs, TopicPolicyResource>({
  token: "aws:sns/topicPolicy:TopicPolicy",
  identity: ["arn"],
  properties: { arn: { required: true, replace: true }, policy: { required: true, document: "policy" } },
  outputs: { owner: "stable" },

  async create({ arn, policy }, { sns }) {
    await sns.setTopicAttributes({ TopicArn: arn, AttributeName: "Policy", AttributeValue: policy });
    return arn;
  },

  async read(arn, { sns }) {
    const answer = await unless(notFound, sns.getTopicAttributes({ TopicArn: arn }));
    return answer?.Attributes && { arn, policy: answer.Attributes.Policy, owner: answer.Attributes.Owner };
  },

  async update(arn, { policy }, _old, { sns }) {
    await sns.setTopicAttributes({ TopicArn: arn, AttributeName: "Policy", AttributeValue: policy });
  },

  /** A topic always has a policy: without this resource it is the one that a new topic has, for its owner only. */
  async delete(arn, { sns }, { owner }) {
    const policy = {
      Version: "2008-10-17",
      Id: "__default_policy_ID",
      Statement: [
        {
          Sid: "__default_statement_ID",
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: ["GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic"]
            .concat(["Subscribe", "ListSubscriptionsByTopic", "Publish"])
            .map((action) => `SNS:${action}`),
          Resource: arn,
          Condition: { StringEquals: { "AWS:SourceOwner": owner } },
        },
      ],
    };
    const AttributeValue = JSON.stringify(policy);
    await unless(notFound, sns.setTopicAttributes({ TopicArn: arn, AttributeName: "Policy", AttributeValue }));
  },
});
