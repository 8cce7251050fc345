import { type Message } from "@aws-sdk/client-sqs";

/** An event that was not processed: a dead letter. */
export interface Letter {
  id: string;
  /** When it was put in the queue: ISO 8601, UTC. */
  time: string;
  /** ARN of the function that failed; undefined if the message does not contain it. */
  function?: string;
  /** Why it became a dead letter. */
  error: string;
  /** The objects in the event, or its first part. */
  about: string;
  /** The function's input; undefined for an event of a stream, of which the message has only the position. */
  event?: unknown;
  inStream?: true;
}

/** Attributes with the reason, from Scheduler, EventBridge and readers of queues. */
export const reasonAttributes = ["ERROR_CODE", "ERROR_MESSAGE", "ErrorCode", "ErrorMessage"];

/** What Lambda sends to a destination for failures. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
interface FailureRecord {
  requestContext?: { functionArn?: string; condition?: string; approximateInvokeCount?: number };
  requestPayload?: unknown;
  responsePayload?: { errorMessage?: string; errorType?: string } | null;
  [batch: string]: unknown;
}

/** Reads a message of Lambda's, of EventBridge Scheduler's (the event, with the reason in attributes), or of anything else. */
export function parseLetter({
  MessageId: id = "",
  Body: body = "",
  Attributes = {},
  MessageAttributes = {},
}: Message): Letter {
  const time = new Date(Number(Attributes.SentTimestamp)).toISOString();
  const attribute = (name: string): string | undefined => MessageAttributes[name]?.StringValue;
  const content = parsed(body);
  const { requestContext, requestPayload, responsePayload, ...rest } = isRecord(content) ? content : {};
  if (!requestContext) {
    const code = attribute("ERROR_CODE") ?? attribute("ErrorCode");
    const error = [code, attribute("ERROR_MESSAGE") ?? attribute("ErrorMessage")].filter(Boolean).join(": ");
    const target = attribute("TARGET_ARN");
    return {
      id,
      time,
      ...(target?.includes(":function:") && { function: target }),
      error: error || "the message gives no reason",
      about: describeEvent(content),
      event: content,
    };
  }
  const { functionArn, condition = "not processed", approximateInvokeCount: attempts } = requestContext;
  const cause = responsePayload?.errorMessage ?? responsePayload?.errorType;
  const inStream = Object.entries(rest).find(([name]) => name.endsWith("BatchInfo"))?.[1];
  return {
    id,
    time,
    ...(functionArn && { function: functionArn }),
    error: `${cause ? `${cause} ` : ""}(${condition}${attempts ? `, ${attempts} attempts` : ""})`,
    about: describeEvent(inStream ?? requestPayload),
    ...(inStream === undefined ? { event: requestPayload } : { inStream: true }),
  };
}

const isRecord = (value: unknown): value is FailureRecord => typeof value === "object" && value !== null;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

const shownCharacters = 120;

function describeEvent(event: unknown): string {
  const { Records: records } = (isRecord(event) ? event : {}) as { Records?: unknown };
  const objects = (Array.isArray(records) ? records : []).map(findObject).filter((object) => object !== undefined);
  if (objects.length > 0) return objects.join(", ");
  const text = JSON.stringify(event) ?? "";
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

/** The object of a record of S3's. */
function findObject(record: unknown): string | undefined {
  const { s3 } = (isRecord(record) ? record : {}) as {
    s3?: { bucket?: { name?: string }; object?: { key?: unknown } };
  };
  const key = s3?.object?.key;
  return typeof key === "string" ? `s3://${s3?.bucket?.name}/${decoded(key)}` : undefined;
}

/** Keys are encoded as in a query string: `+` is a space. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return key; // not from S3
  }
}
