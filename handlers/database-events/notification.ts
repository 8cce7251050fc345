/** The events that RDS publishes. */
import { createHash } from "node:crypto";
import { z } from "zod";

import { json } from "../environment";
import { findMeaning } from "./severity";

const notificationSchema = json(
  z.object({
    "Event Source": z.string().min(1),
    "Event Time": z.string().default(""),
    "Source ID": z.string().min(1),
    "Source ARN": z.string().default(""),
    /** The address of a page, with the id behind its #. */
    "Event ID": z.string().default(""),
    "Event Message": z.string(),
  }),
);

export interface DatabaseEvent {
  /** For example RDS-EVENT-0049; empty where RDS names none, as when it tries a new subscription. */
  id: string;
  /** For example db-instance. */
  sourceType: string;
  source: string;
  sourceArn: string;
  time: string;
  message: string;
}

const delivered = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })).min(1) });

/** The messages of an SNS event. @throws Error for any other event */
export function readMessages(event: unknown): string[] {
  const { data } = delivered.safeParse(event);
  if (!data) throw new Error(`not an SNS event: ${(JSON.stringify(event) ?? "").slice(0, 500)}`);
  return data.Records.map(({ Sns }) => Sns.Message);
}

/** @throws Error for a message that is not an RDS event */
export function parseNotification(text: string): DatabaseEvent {
  const { success, data, error } = notificationSchema.safeParse(text);
  if (!success) throw new Error(`not an RDS event: ${z.prettifyError(error)}`);
  return {
    id: /RDS-EVENT-\d{4,}/.exec(data["Event ID"])?.[0] ?? "",
    sourceType: data["Event Source"],
    source: data["Source ID"],
    sourceArn: data["Source ARN"],
    time: data["Event Time"],
    message: data["Event Message"],
  };
}

/** The same for every delivery of an event, also when RDS itself publishes it again. */
export function hashEvent({ id, sourceType, source, sourceArn, time, message }: DatabaseEvent): string {
  return createHash("sha256")
    .update(JSON.stringify([id, sourceType, source, sourceArn, time, message]))
    .digest("hex");
}

/** An e-mail's subject takes 100 printable ASCII characters; the rest is for people. */
export function formatAnnouncement(event: DatabaseEvent): { subject: string; text: string } {
  const { id, sourceType, source, sourceArn, time, message } = event;
  return {
    subject: `CRITICAL ${id}: ${sourceType} ${source}`.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 100),
    text: [
      `${sourceType} ${source}: ${findMeaning(id) ?? "critical event"}.`,
      `RDS says: ${message}`,
      "",
      `Event: ${id}`,
      `Time: ${time}`,
      `ARN: ${sourceArn}`,
    ].join("\n"),
  };
}
