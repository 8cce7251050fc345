import { requiredKeys, type Test, holdsWithoutKey } from "./conditions";

/** Whether a value, as an operator with or without wildcards reads it, names somebody. */
type Names = (value: string) => boolean;

const fixed: Names = (value) => value !== "" && !/[*?]/.test(value);

/** Whether an ARN or a pattern of ARNs is of one account; that of a bucket has none, and is of one by the bucket. */
export function namesOwner(arn: string): boolean {
  const [prefix, , service = "", , account = "", ...rest] = arn.split(":");
  if (prefix !== "arn") return false;
  if (account !== "") return fixed(account);
  const resource = rest.join(":");
  return fixed(service === "s3" ? (resource.split("/")[0] ?? "") : resource);
}

/** An organisation or a part of one: `o-a1b2c3d4e5/*` is everybody in it. */
const organisation: Names = (value) => fixed(value.split("/")[0] ?? "");

/** AWS takes ranges wider than /8 (IPv4) and /32 (IPv6) for everybody. */
const addresses: Names = (value) => {
  const [address = "", length] = value.split("/");
  const bits = length === undefined ? Infinity : Number(length);
  return fixed(address) && bits >= (address.includes(":") ? 32 : 8);
};

/** The unique id of a role, user or account, before the name of a session. */
const identifier: Names = (value) => fixed(value.split(":")[0] ?? "");

const yes: Names = (value) => value.toLowerCase() === "true";

/**
 * The condition keys that distinguish callers, in lower case. Tags, user names and headers are not among them: anyone
 * can have the same in another account. Neither are addresses in a VPC, which every VPC may use.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-
 * public-access-policy-status
 */
const keys: Readonly<Record<string, Names>> = {
  "aws:sourcearn": namesOwner,
  "aws:sourceaccount": fixed,
  "aws:sourceowner": fixed,
  "aws:sourceorgid": fixed,
  "aws:sourceorgpaths": organisation,
  "aws:sourceip": addresses,
  "aws:sourcevpc": fixed,
  "aws:sourcevpce": fixed,
  "aws:sourcevpcarn": namesOwner,
  "aws:vpceaccount": fixed,
  "aws:vpceorgid": fixed,
  "aws:vpceorgpaths": organisation,
  "aws:principalarn": namesOwner,
  "aws:principalaccount": fixed,
  "aws:principalorgid": fixed,
  "aws:principalorgpaths": organisation,
  "aws:principalservicename": fixed,
  "aws:principalservicenameslist": fixed,
  "aws:principalisawsservice": yes,
  "aws:userid": identifier,
  "aws:federatedprovider": namesOwner,
  "aws:ec2instancesourcevpc": fixed,
  "ec2:sourceinstancearn": namesOwner,
  "lambda:sourcefunctionarn": namesOwner,
  "kms:calleraccount": fixed,
  "s3:dataaccesspointaccount": fixed,
  "s3:dataaccesspointarn": namesOwner,
  "elasticfilesystem:accessedviamounttarget": yes,
  "elasticfilesystem:accesspointarn": namesOwner,
  "events:creatoraccount": fixed,
  "lambda:eventsourcetoken": fixed,
  "sns:endpoint": (value) => !/^[*?]*$/.test(value),
};

/** Variables that stand for the account or organisation of the resource itself. */
const own = /^\$\{aws:Resource(Account|OrgID|OrgPaths)\}(\/\*)?$/i;

const comparing = /^(string|arn|ipaddress$|bool$)/;

/**
 * Whether one test of several restricts callers to those that it names. A test that holds without its key restricts
 * nobody, unless another test requires the key; a value that is not known yet is taken to name a caller.
 */
export function bindsCallers(test: Test, all: readonly Test[], fillsVariables = true): boolean {
  const names = keys[test.key];
  if (!names || test.negated || !comparing.test(test.operator)) return false;
  if (holdsWithoutKey(test) && !requiredKeys(all).has(test.key)) return false;
  return namesOnly(test, names, fillsVariables);
}

/** Whether a denial under one test leaves only callers that the test names: `StringNotEquals aws:PrincipalOrgID`. */
export function sparesCallers(test: Test, fillsVariables = true): boolean {
  if (test.key === "aws:principalisawsservice" || test.key === "aws:viaawsservice") {
    return test.operator === "bool" && test.values.known.every((value) => value.toLowerCase() === "false");
  }
  const names = keys[test.key];
  return names !== undefined && test.negated && test.set !== "all" && namesOnly(test, names, fillsVariables);
}

function namesOnly({ values, operator }: Test, names: Names, fillsVariables: boolean): boolean {
  const literal = operator === "stringequals" || operator === "stringequalsignorecase";
  const named = (value: string): boolean => {
    if (own.test(value)) return fillsVariables;
    if (value.includes("${")) return false;
    // Without wildcards in the operator, `*` stands for itself and matches nobody.
    return (literal && names !== yes) || names(value);
  };
  return values.known.every(named) && (values.known.length > 0 || values.unknown);
}
