import * as pulumi from "@pulumi/pulumi";
import { accepted, type DirectIntegration, errorResponses, escaped } from "./direct";

/** A Kinesis stream, for example an aws.kinesis.Stream. */
export interface DirectStream {
  name: pulumi.Input<string>;
  arn: pulumi.Input<string>;
}

/** Arguments of {@link putRecord} and {@link putRecords}. */
export interface IngestArgs {
  /** Text member of each record that selects its shard: records with the same value stay in order. */
  partitionKey: string;
}

const base = {
  service: "kinesis",
  contentType: "application/x-amz-json-1.1",
};

/** Writes the body as one record: 202, with its sequence number. */
export function putRecord(stream: DirectStream, { partitionKey }: IngestArgs): DirectIntegration {
  const partition = escaped(`$input.path('$').${partitionKey}`);
  return {
    ...base,
    action: "PutRecord",
    statements: [{ Action: "kinesis:PutRecord", Resource: stream.arn }],
    requestTemplate: pulumi.interpolate`{"StreamName":"${stream.name}","Data":"$util.base64Encode($input.json('$'))","PartitionKey":"${partition}"}`,
    responses: [accepted(`{"sequenceNumber":"$input.path('$').SequenceNumber"}`), ...errorResponses()],
  };
}

/**
 * Writes the members of `records`, at most 500: 202 if all succeed, else 207 with an outcome for each, in order, so
 * that the caller can resend the failed ones.
 */
export function putRecords(stream: DirectStream, { partitionKey }: IngestArgs): DirectIntegration {
  const partition = escaped(`$record.${partitionKey}`);
  const record = `{"Data":"$util.base64Encode($input.json("$.records[$foreach.index]"))","PartitionKey":"${partition}"}`;
  const outcome = `#if($record.ErrorCode){"accepted":false}#{else}{"accepted":true}#end`;
  return {
    ...base,
    action: "PutRecords",
    statements: [{ Action: "kinesis:PutRecords", Resource: stream.arn }],
    requestTemplate: pulumi.interpolate`{"StreamName":"${stream.name}","Records":[#foreach($record in $input.path('$').records)${record}#if($foreach.hasNext),#end#end]}`,
    responses: [
      accepted(
        `#set($answer = $input.path('$'))#if($answer.FailedRecordCount > 0)#set($context.responseOverride.status = 207)#end` +
          `{"rejected":$answer.FailedRecordCount,"records":[#foreach($record in $answer.Records)${outcome}#if($foreach.hasNext),#end#end]}`,
      ),
      ...errorResponses(),
    ],
  };
}
