import { type Row } from "../schema";

export const target = {
  arn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
  roleArn: "arn:aws:iam::111122223333:role/s",
};

export const queueArn = "arn:aws:sqs:eu-west-1:111122223333:orders";

export const streamArn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders";

export const document = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

/** The policy of a queue or topic, and the same without a Principal. */
export const resourcePolicy = (what: string, action: string, resource: string): Row => ({
  at: "policy",
  format: "resourcePolicy",
  fact: `a policy of ${what} is an IAM policy document whose statements name a Principal`,
  good: document({ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: action, Resource: resource }),
  bad: document({ Effect: "Allow", Action: action, Resource: resource }),
});
