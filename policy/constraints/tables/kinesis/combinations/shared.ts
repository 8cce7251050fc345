import { page } from "../../pages";

export const guide = (name: string) => page(`firehose/latest/dev/${name}`);
export const role = "arn:aws:iam::111122223333:role/r";
export const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f:1";
export const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
export const bucket = { roleArn: role, bucketArn: "arn:aws:s3:::logs" };
export const parameter = (parameterName: string, parameterValue: string) => ({ parameterName, parameterValue });
