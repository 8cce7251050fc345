import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like } from "../together";

const fn = "arn:aws:lambda:eu-west-1:111122223333:function:f:1";

/** Firehose: how times are read, which zones it has, and how records are processed. */
export const firehoseRefusals: readonly TypeRows[] = [
  {
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    source: api("firehose", "CreateDeliveryStream"),
    rows: [
      {
        at: "extendedS3Configuration.customTimeZone",
        fact: "a time zone is UTC or has its name of old: Asia/Calcutta and Europe/Kiev",
        not: { anyOf: [{ pattern: "^(?!UTC$)[A-Z]{3}$" }, { enum: ["Asia/Kolkata", "Europe/Kyiv"] }] },
        source: page("firehose/latest/dev/s3-object-name"),
        good: "Asia/Calcutta",
        bad: "Asia/Kolkata",
      },
      like(
        "icebergConfiguration.catalogArn",
        "a catalog is one of Glue",
        "^arn:[^:]*:glue:[^:]*:\\d{12}:catalog(/.*)?$",
        "arn:aws:glue:eu-west-1:111122223333:catalog",
        "arn:aws:glue:eu-west-1:111122223333:database/d",
        { source: api("firehose", "CatalogConfiguration") },
      ),
      {
        at: "extendedS3Configuration.processingConfiguration",
        fact: "processing that is enabled has one to five processors",
        when: { enabled: true },
        required: ["processors"],
        properties: { processors: { minItems: 1, maxItems: 5 } },
        source: "measured",
        good: {
          enabled: true,
          processors: [
            {
              type: "Lambda",
              parameters: [{ parameterName: "LambdaArn", parameterValue: fn }],
            },
          ],
        },
        bad: { enabled: true, processors: [] },
      },
    ],
  },
];
