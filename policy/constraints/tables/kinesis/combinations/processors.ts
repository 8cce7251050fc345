import { measured, type Row } from "../../../schema";
import { api } from "../../pages";
import { guide, lambda, parameter, role } from "./shared";

/** A parameter of a processor, found by its name: its value is of some form. */
export const parameterValue = (
  at: string,
  type: string,
  name: string,
  takes: string,
  pattern: string,
  good: string,
  bad: string,
): Row => ({
  at: `${at}.processingConfiguration.processors[]`,
  fact: `${name} of ${type} is ${takes}`,
  when: { type },
  properties: {
    parameters: { items: { when: { parameterName: name }, properties: { parameterValue: { pattern } } } },
  },
  source: api("firehose", "ProcessorParameter"),
  good: { type, parameters: [parameter("LambdaArn", lambda), parameter(name, good)] },
  bad: { type, parameters: [parameter("LambdaArn", lambda), parameter(name, bad)] },
});

/** A processor cannot do without a parameter. */
export const parameterNeeded = (
  at: string,
  type: string,
  name: string,
  value: string,
  others: readonly object[] = [],
): Row => ({
  at: `${at}.processingConfiguration.processors[]`,
  fact: `a processor of ${type} has the parameter ${name}`,
  when: { type },
  required: ["parameters[]"],
  properties: {
    parameters: { contains: { properties: { parameterName: { const: name } }, required: ["parameterName"] } },
  },
  source: api("firehose", "ProcessorParameter"),
  good: { type, parameters: [...others, parameter(name, value)] },
  bad: { type, parameters: [...others, parameter("RoleArn", role)] },
});

export const processors = (at: string): readonly Row[] => [
  parameterNeeded(at, "Lambda", "LambdaArn", lambda),
  parameterValue(at, "Lambda", "NumberOfRetries", "0 to 300", "^([0-9]|[1-9][0-9]|[12][0-9][0-9]|300)$", "3", "301"),
  parameterValue(at, "Lambda", "BufferSizeInMBs", "0.2 to 3", "^(0\\.[2-9]\\d*|[12](\\.\\d+)?|3(\\.0+)?)$", "3", "4"),
  parameterValue(at, "Lambda", "BufferIntervalInSeconds", "0 to 900", "^(\\d{1,2}|[1-8]\\d\\d|900)$", "60", "901"),
  parameterValue(
    at,
    "CloudWatchLogProcessing",
    "DataMessageExtraction",
    "true or false",
    "^([Tt]rue|[Ff]alse|TRUE|FALSE)$",
    "true",
    "yes",
  ),
  {
    at: `${at}.processingConfiguration.processors[]`,
    fact: "the buffer of a function has a size and an interval, or neither",
    when: { type: "Lambda" },
    join: "bufferHints",
    good: {
      type: "Lambda",
      parameters: [
        parameter("LambdaArn", lambda),
        parameter("BufferSizeInMBs", "1"),
        parameter("BufferIntervalInSeconds", "60"),
      ],
    },
    bad: { type: "Lambda", parameters: [parameter("LambdaArn", lambda), parameter("BufferSizeInMBs", "1")] },
  },
  {
    at: `${at}.processingConfiguration.processors`,
    fact: "a destination has one processor of Lambda",
    contains: { properties: { type: { const: "Lambda" } }, required: ["type"] },
    minContains: 0,
    maxContains: 1,
    source: measured,
    good: [{ type: "Lambda", parameters: [parameter("LambdaArn", lambda)] }],
    bad: [
      { type: "Lambda", parameters: [parameter("LambdaArn", lambda)] },
      { type: "Lambda", parameters: [parameter("LambdaArn", lambda)] },
    ],
  },
  {
    at: `${at}.processingConfiguration.processors`,
    fact: "CloudWatchLogProcessing comes with Decompression",
    if: { contains: { properties: { type: { const: "CloudWatchLogProcessing" } }, required: ["type"] } },
    then: { contains: { properties: { type: { const: "Decompression" } }, required: ["type"] } },
    source: guide("Message_extraction"),
    good: [
      { type: "Decompression", parameters: [parameter("CompressionFormat", "GZIP")] },
      { type: "CloudWatchLogProcessing", parameters: [parameter("DataMessageExtraction", "true")] },
    ],
    bad: [{ type: "CloudWatchLogProcessing", parameters: [parameter("DataMessageExtraction", "true")] }],
  },
  {
    at: `${at}.processingConfiguration.processors`,
    maxItems: 5,
    source: measured,
    good: [{ type: "Lambda", parameters: [parameter("LambdaArn", lambda)] }],
    bad: Array.from({ length: 6 }, () => ({ type: "Decompression" })),
  },
  {
    at: `${at}.cloudwatchLoggingOptions`,
    fact: "logs that are on have a logGroupName and a logStreamName",
    when: { enabled: true },
    required: ["logGroupName", "logStreamName"],
    source: api("firehose", "CloudWatchLoggingOptions"),
    good: { enabled: true, logGroupName: "g", logStreamName: "s" },
    bad: { enabled: true },
  },
];
