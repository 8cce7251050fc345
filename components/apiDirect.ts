import type * as pulumi from "@pulumi/pulumi";
import { type Statement } from "./permissions";

/**
 * A call that API Gateway itself makes to an AWS service: no function, no cold start. Made by {@link getItem},
 * {@link queryItems}, {@link putItem}, {@link putRecord} or {@link putRecords}.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-create-api.html
 */
export interface DirectIntegration {
  /** Service in the integration's address, for example dynamodb. */
  service: string;
  /** Action of the service's API, for example GetItem. */
  action: string;
  /** Media type of the service's API. */
  contentType: string;
  /** Rights of the role that API Gateway takes on for the call. */
  statements: Statement[];
  /** Velocity template that makes the service's request of the caller's. */
  requestTemplate: pulumi.Input<string>;
  /** Answers: the first is the default; the others are chosen by the service's status, a regular expression. */
  responses: DirectResponse[];
}

/** What the caller gets for one kind of answer of the service. */
export interface DirectResponse {
  statusCode: string;
  /** Regular expression on the service's status. Default: every status that no other response has. */
  selectionPattern?: string;
  contentType: string;
  /** Velocity template of the body. */
  template: string;
}
