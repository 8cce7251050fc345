import { type Property } from "./known";

/** The parts of a text that names a function. */
export interface FunctionName {
  readonly name: string;
  /** Version or alias; none: `$LATEST`. */
  readonly qualifier: string | undefined;
  /** The ARN without version or alias, where the text has Region and account. */
  readonly arn: string | undefined;
  /** Whether the text names no Region, so that the function is in the Region of the resource that uses it. */
  readonly inOwnRegion: boolean;
}

/** As Lambda reads it: the parts before the name may be left out, from the front. */
const partial =
  /^(?!arn:)(?:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[\w.-]+)(?::(?<qualifier>\$LATEST|[\w-]+))?$/;

const whole = /^(?<prefix>arn:[^:]+:lambda:[^:]+:[^:]+:function:)(?<name>[^:]+)(?::(?<qualifier>\$LATEST|[^:]+))?$/;

/** The integration URI of API Gateway, with the ARN of a function in it. */
const invocation = /^arn:[^:]+:apigateway:[^:]+:lambda:path\/[\d-]+\/functions\/(?<arn>.+)\/invocations$/;

/**
 * Reads a function's name in any form that AWS accepts: a name, a partial or full ARN, each with an optional version
 * or alias, and the invocation URI of API Gateway.
 */
export function parseFunctionName(value: string): FunctionName | undefined {
  const text = invocation.exec(value)?.groups?.["arn"] ?? value;
  const { prefix, name, qualifier, region, account } = (whole.exec(text) ?? partial.exec(text))?.groups ?? {};
  if (name === undefined) return undefined;
  const start =
    prefix ??
    (region !== undefined && account !== undefined ? `arn:aws:lambda:${region}:${account}:function:` : undefined);
  return {
    name,
    qualifier,
    arn: start === undefined ? undefined : `${start}${name}`,
    inOwnRegion: prefix === undefined && region === undefined,
  };
}

/** The version or alias in a property that names a function by its ARN, empty for none; `undefined` where it is not known. */
export function readQualifier(property: Property): string | undefined {
  const text = property.text();
  if (text.state !== "known" || !text.value.startsWith("arn:")) return undefined;
  const named = parseFunctionName(text.value);
  return named && (named.qualifier ?? "");
}
