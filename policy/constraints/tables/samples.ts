export const target = {
  arn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
  roleArn: "arn:aws:iam::111122223333:role/s",
};

export const queueArn = "arn:aws:sqs:eu-west-1:111122223333:orders";

export const streamArn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders";

export const document = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
