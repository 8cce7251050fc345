import type * as pulumi from "@pulumi/pulumi";
import { type Statement } from "../../core/permissions";

/**
 * A call that API Gateway itself makes to an AWS service: no function, no cold start. Made by {@link getItem},
 * {@link queryItems}, {@link putItem}, {@link putRecord} or {@link putRecords}.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export interface DirectIntegration {
  /** Service in the integration's address, for example dynamodb. */
  service: string;
  /** Action of the service's API, for example GetItem. */
  action: string;
  /** Media type of the service's API. */
  contentType: string;
  /** Rights of the role that API Gateway assumes for the call. */
  statements: Statement[];
  /** Velocity template that turns the caller's request into the service's. */
  requestTemplate: pulumi.Input<string>;
  /** The caller's response for each kind of answer of the service. */
  responses: DirectResponse[];
}

/** The caller's response for one kind of answer of the service. */
export interface DirectResponse {
  statusCode: string;
  /** Regular expression on the service's status. Default: every status without another response. */
  selectionPattern?: string;
  contentType: string;
  /** Velocity template of the body. */
  template: string;
}

/**
 * Escapes a caller's text for JSON. escapeJavaScript alone would leave \', which is not valid JSON. Templates must
 * insert caller input through this only, or callers could inject requests.
 */
export const escaped = (expression: string): string => `$util.escapeJavaScript(${expression}).replaceAll("\\\\'", "'")`;

export const parameter = (name: string): string => `$input.params('${name}')`;

/** A problem in the form of RFC 9457, without details of the service behind. */
export const problemTemplate = (status: number, title: string): string =>
  `#set($context.responseOverride.status = ${status}){"type":"about:blank","title":"${title}","status":${status},"requestId":"$context.requestId"}`;

/** The service accepted the request: 202, in JSON. */
export const accepted = (template: string): DirectResponse => ({
  statusCode: "202",
  contentType: "application/json",
  template,
});

/** Responses to errors of the service: those that the caller can act on, throttling, and all others. */
export function errorResponses(own: Record<string, { status: number; title: string }> = {}): DirectResponse[] {
  const type = "#set($type = $input.path('$.__type'))";
  const cases = Object.entries({
    ...own,
    Throughput: { status: 503, title: "The service is busy: try again later" },
    Throttling: { status: 503, title: "The service is busy: try again later" },
  }).map(([name, { status, title }]) => `if($type.contains("${name}"))${problemTemplate(status, title)}`);
  const rest = problemTemplate(500, "The service has a problem: try again later");
  const contentType = "application/problem+json";
  return [
    {
      statusCode: "400",
      selectionPattern: "4\\d{2}",
      contentType,
      template: `${type}#${cases.join("#else")}#else${rest}#end`,
    },
    { statusCode: "500", selectionPattern: "5\\d{2}", contentType, template: rest },
  ];
}
