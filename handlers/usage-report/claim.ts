/**
 * Decides which call announces a run: one of all those that Scheduler, Lambda and people make for it, also at the
 * same time. The record is an object that is written under conditions.
 * Rights: s3:GetObject and s3:PutObject on it, s3:ListBucket.
 */
import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { z } from "zod";

import { isMissing } from "../aws";

/** Held by a call until it has announced; then it records what was announced. */
const recordSchema = z.object({
  /** Unix time in milliseconds, at which the call that holds it has ended in any case. */
  heldUntil: z.number().default(0),
  messageId: z.string().optional(),
});

export interface Place {
  Bucket: string;
  Key: string;
}

export class Claim {
  private constructor(
    private readonly s3: S3Client,
    private readonly place: Place,
    private etag: string | undefined,
  ) {}

  /**
   * Claims the announcement of a run for so many milliseconds; undefined if it was announced, or another call is
   * about to: that call's event is retried if it fails.
   */
  static async take(s3: S3Client, place: Place, milliseconds: number): Promise<Claim | undefined> {
    const found = await read(s3, place);
    if (found && (found.messageId !== undefined || found.heldUntil > Date.now())) return undefined;
    const claim = new Claim(s3, place, found?.etag);
    return (await claim.write({ heldUntil: Date.now() + milliseconds })) ? claim : undefined;
  }

  /** Notes what was announced: nobody announces it again. */
  async done(record: object): Promise<void> {
    if (!(await this.write(record))) throw new Error(`${this.place.Key} was written by another call meanwhile`);
  }

  /** Releases the claim after a failure, so that the next attempt can take it at once. */
  async release(): Promise<void> {
    await this.write({ heldUntil: 0 });
  }

  /** False where another call was first. */
  private async write(record: object): Promise<boolean> {
    const condition = this.etag === undefined ? { IfNoneMatch: "*" } : { IfMatch: this.etag };
    const Body = JSON.stringify(record, undefined, 2);
    try {
      const put = new PutObjectCommand({ ...this.place, ...condition, Body, ContentType: "application/json" });
      const { ETag } = await this.s3.send(put);
      this.etag = ETag;
      return true;
    } catch (error) {
      const lost = ["PreconditionFailed", "ConditionalRequestConflict"];
      if (error instanceof S3ServiceException && lost.includes(error.name)) return false;
      throw error;
    }
  }
}

async function read(s3: S3Client, place: Place) {
  try {
    const { Body, ETag: etag } = await s3.send(new GetObjectCommand(place));
    return { ...recordSchema.parse(JSON.parse((await Body?.transformToString()) ?? "{}")), etag };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
