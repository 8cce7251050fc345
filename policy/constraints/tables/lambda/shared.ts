export const queue = "arn:aws:sqs:eu-west-1:111122223333:orders";

export const stream = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders";

export const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
