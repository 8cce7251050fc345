import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api } from "../pages";

const serializer = "extendedS3Configuration.dataFormatConversionConfiguration.outputFormatConfiguration.serializer";
const domain = "arn:aws:es:eu-west-1:111122223333:domain/orders";
const mebi = 1024 * 1024;
const conversion = (bufferingSize: number) => ({
  extendedS3Configuration: { bufferingSize, dataFormatConversionConfiguration: { enabled: true } },
});

/** What sentences of the API models say of delivery streams. */
export const deliverySentences: readonly TypeRows[] = [
  {
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    source: api("firehose", "ParquetSerDe"),
    rows: [
      { at: `${serializer}.parquetSerDe.blockSizeBytes`, minimum: 64 * mebi, good: 64 * mebi, bad: mebi },
      { at: `${serializer}.parquetSerDe.pageSizeBytes`, minimum: 64 * 1024, good: 64 * 1024, bad: 1024 },
      {
        at: `${serializer}.orcSerDe.stripeSizeBytes`,
        minimum: 8 * mebi,
        source: api("firehose", "OrcSerDe"),
        good: 8 * mebi,
        bad: mebi,
      },
      ...["paddingTolerance", "bloomFilterFalsePositiveProbability"].map((name) => ({
        at: `${serializer}.orcSerDe.${name}`,
        minimum: 0,
        maximum: 1,
        source: api("firehose", "OrcSerDe"),
        good: 0.05,
        bad: 2,
      })),
      says(
        "a conversion of formats buffers at least 64 MiB",
        {
          if: {
            required: ["extendedS3Configuration.dataFormatConversionConfiguration"],
            not: {
              required: ["extendedS3Configuration.dataFormatConversionConfiguration.enabled"],
              properties: { "extendedS3Configuration.dataFormatConversionConfiguration.enabled": { const: false } },
            },
          },
          then: { properties: { "extendedS3Configuration.bufferingSize": { minimum: 64 } } },
          source: api("firehose", "ExtendedS3DestinationConfiguration"),
        },
        conversion(64),
        conversion(63),
      ),
      at(
        "elasticsearchConfiguration",
        "a destination has a domainArn or a clusterEndpoint",
        {
          requiredOr: ["domainArn", "clusterEndpoint"],
          source: api("firehose", "ElasticsearchDestinationConfiguration"),
        },
        { domainArn: domain },
        {},
      ),
    ],
  },
];
