import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

const account = "111122223333";
const buffered = (bufferingSize: number) => ({
  extendedS3Configuration: {
    ...{ roleArn: `arn:aws:iam::${account}:role/r`, bucketArn: "arn:aws:s3:::orders", bufferingSize },
    ...{ bufferingInterval: 60, dynamicPartitioningConfiguration: { enabled: true } },
    ...{ prefix: "year=!{partitionKeyFromLambda:year}/", errorOutputPrefix: "errors/" },
    processingConfiguration: {
      enabled: true,
      processors: [
        {
          type: "Lambda",
          parameters: [
            {
              parameterName: "LambdaArn",
              parameterValue: `arn:aws:lambda:eu-west-1:${account}:function:keys:$LATEST`,
            },
          ],
        },
      ],
    },
  },
});

export const firehose: FactsByName = {
  "partitioning-buffer": on("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", {
    ...{ name: "orders", destination: "extended_s3", serverSideEncryption: { enabled: true } },
  })("a buffer that is partitioned has 64 MB", buffered(5), buffered(64)),
};

export const kinesis: FactsByName = {
  "on-demand-shards": on("aws:kinesis/stream:Stream", {
    ...{ name: "orders", encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
    streamModeDetails: { streamMode: "ON_DEMAND" },
  })("a stream on demand has as many shards as it needs", { shardCount: 1 }, {}),
};
