import { isObject, oneOrMore } from "../../frame/plain";
import { type FormatFault, jsonFormat, written } from "./format";
import { bucketFaults } from "./bucketPolicies";
import { accountFaults, trustedFaults, valueFaults } from "./iamValues";

const keys = ["Version", "Id", "Statement"];
const statementKeys = "Sid Effect Principal NotPrincipal Action NotAction Resource NotResource Condition".split(" ");
const principals = ["AWS", "Service", "Federated", "CanonicalUser"];
const operators =
  /^(ForAllValues:|ForAnyValue:)?(String(Not)?(Equals|Like)|String(Not)?EqualsIgnoreCase|Numeric(Not)?Equals|Numeric(Less|Greater)Than(Equals)?|Date(Not)?Equals|Date(Less|Greater)Than(Equals)?|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like))(IfExists)?$|^Null$/i;

/** What every IAM document has to be. */
function documentFaults(document: unknown): readonly FormatFault[] {
  if (!isObject(document)) return [{ takes: "a JSON object with Statement" }];
  const faults: FormatFault[] = [];
  for (const key of Object.keys(document)) {
    if (!keys.includes(key))
      faults.push({ at: key, is: "is not an element of a policy", takes: keys.join(", "), fix: `Remove ${key}.` });
  }
  const version = document["Version"];
  if (version !== undefined && version !== "2012-10-17" && version !== "2008-10-17") {
    faults.push({
      at: "Version",
      is: `is ${written(version)}`,
      takes: "2012-10-17 (or the older 2008-10-17)",
      fix: "Set Version to 2012-10-17.",
    });
  }
  if (document["Statement"] === undefined)
    faults.push({ at: "Statement", is: "is not set", takes: "a policy with statements" });
  oneOrMore(document["Statement"]).forEach((statement, index) =>
    faults.push(...statementFaults(statement, `Statement[${index}]`)),
  );
  return faults;
}

function statementFaults(statement: unknown, at: string): readonly FormatFault[] {
  if (!isObject(statement)) return [{ at, is: "is not an object", takes: "an object" }];
  const faults: FormatFault[] = [];
  for (const key of Object.keys(statement)) {
    if (!statementKeys.includes(key))
      faults.push({ at: `${at}.${key}`, is: "is not an element of a statement", takes: statementKeys.join(", ") });
  }
  const effect = statement["Effect"];
  if (effect !== "Allow" && effect !== "Deny")
    faults.push({ at: `${at}.Effect`, is: `is ${String(effect)}`, takes: "Allow or Deny" });
  for (const [a, b] of [
    ["Action", "NotAction"],
    ["Resource", "NotResource"],
    ["Principal", "NotPrincipal"],
  ] as const) {
    if (a in statement && b in statement) faults.push({ at, is: `has ${a} and ${b}`, takes: `one of ${a} and ${b}` });
  }
  if (!("Action" in statement) && !("NotAction" in statement))
    faults.push({ at, is: "has no Action", takes: "a statement with Action or NotAction" });
  for (const key of ["Action", "NotAction", "Resource", "NotResource"]) {
    const value = statement[key];
    if (Array.isArray(value) && value.length === 0)
      faults.push({
        at: `${at}.${key}`,
        is: "is empty",
        takes: "one or more",
        fix: "Name one, or remove the statement.",
      });
    if (oneOrMore(value).some((each) => isObject(each)))
      faults.push({ at: `${at}.${key}`, is: "has an object", takes: "a text, or a list of texts" });
  }
  for (const action of [...oneOrMore(statement["Action"]), ...oneOrMore(statement["NotAction"])]) {
    if (typeof action === "string" && !/^(\*|[\w*?-]+:[\w*?-]+)$/.test(action)) {
      faults.push({ at: `${at}.Action`, is: `is ${action}`, takes: "service:Action, such as s3:GetObject" });
    }
  }
  for (const key of ["Principal", "NotPrincipal"]) {
    const principal = statement[key];
    const odd = Object.keys(isObject(principal) ? principal : {}).find((kind) => !principals.includes(kind));
    if (odd !== undefined) faults.push({ at: `${at}.${key}`, is: `has ${odd}`, takes: principals.join(", ") });
  }
  const condition = statement["Condition"];
  if (condition !== undefined && !isObject(condition))
    faults.push({ at: `${at}.Condition`, is: "is not an object", takes: "an object" });
  for (const [operator, values] of Object.entries(isObject(condition) ? condition : {})) {
    if (!operators.test(operator))
      faults.push({
        at: `${at}.Condition`,
        is: `has the operator ${operator}`,
        takes: "an IAM operator such as StringEquals",
      });
    else if (!isObject(values))
      faults.push({ at: `${at}.Condition.${operator}`, is: "is not an object", takes: "an object of keys and values" });
  }
  return faults;
}

const readStatements = (document: unknown): readonly unknown[] =>
  oneOrMore(isObject(document) ? document["Statement"] : undefined);

/** Whether statements have one of two keys. */
function lacking(document: unknown, key: string): readonly FormatFault[] {
  return readStatements(document).flatMap((each, index) =>
    isObject(each) && !(key in each) && !(`Not${key}` in each)
      ? [{ at: `Statement[${index}]`, is: `has no ${key}`, takes: `a statement with ${key}`, fix: `Add ${key}.` }]
      : [],
  );
}

function having(document: unknown, key: string, of: string): readonly FormatFault[] {
  return readStatements(document).flatMap((each, index) => {
    const found = isObject(each) ? [key, `Not${key}`].find((name) => name in each) : undefined;
    return found === undefined
      ? []
      : [
          {
            at: `Statement[${index}].${found}`,
            is: "is set",
            takes: `${of} without ${found}`,
            fix: `Remove ${found}.`,
          },
        ];
  });
}

/** Two statements of one document have the same Sid. */
function repeatedSids(document: unknown): readonly FormatFault[] {
  const sids = readStatements(document).flatMap((each) =>
    isObject(each) && typeof each["Sid"] === "string" && each["Sid"] !== "" ? [each["Sid"]] : [],
  );
  const repeated = sids.filter((sid, index) => sids.indexOf(sid) !== index);
  return [...new Set(repeated)].map((sid) => ({
    at: "Statement",
    is: `has the Sid ${sid} twice`,
    takes: "different Sids",
    fix: "Give each statement a Sid of its own.",
  }));
}

/** A Sid of IAM itself has letters and digits only. */
function oddSids(document: unknown): readonly FormatFault[] {
  return readStatements(document).flatMap((each, index) => {
    const sid = isObject(each) ? each["Sid"] : undefined;
    return typeof sid === "string" && !/^[A-Za-z0-9]*$/.test(sid)
      ? [{ at: `Statement[${index}].Sid`, is: `is ${sid}`, takes: "letters and digits" }]
      : [];
  });
}

/** A policy of a role, user or group. */
export const identityPolicy = jsonFormat((document) => [
  ...documentFaults(document),
  ...having(document, "Principal", "a policy of a role, user or group"),
  ...lacking(document, "Resource"),
  ...repeatedSids(document),
  ...oddSids(document),
  ...valueFaults(document),
]);

/** Characters that count: white space outside of texts does not. */
const sized = (most: number, of: string) =>
  jsonFormat((document) => {
    const count = JSON.stringify(document).length;
    const is = `has ${count.toLocaleString("en-US")} characters`;
    return count <= most
      ? []
      : [{ is, takes: `at most ${most.toLocaleString("en-US")} in all inline policies of ${of}` }];
  });

export const userPolicySize = sized(2048, "a user");
export const groupPolicySize = sized(5120, "a group");

/** Who may take on a role. */
export const trustPolicy = jsonFormat((document) => [
  ...documentFaults(document),
  ...lacking(document, "Principal"),
  ...having(document, "Resource", "a trust policy"),
  ...trustedFaults(document),
]);

/** A policy of a resource. */
export const resourcePolicy = jsonFormat((document) => [
  ...documentFaults(document),
  ...lacking(document, "Principal"),
  ...accountFaults(document),
]);

/** A policy of a resource, whose statements name what they are about as well. */
export const resourcePolicyWithResource = jsonFormat((document) => [
  ...documentFaults(document),
  ...lacking(document, "Principal"),
  ...lacking(document, "Resource"),
  ...accountFaults(document),
]);

/** Any document of IAM. */
export const policyDocument = jsonFormat(documentFaults);

/** What a trust policy allows are actions of STS, by which roles are taken on. */
export const trustActions = jsonFormat((document) =>
  readStatements(document).flatMap((each, index) =>
    oneOrMore(isObject(each) ? each["Action"] : undefined)
      .filter((action) => typeof action === "string" && !/^(sts:|\*)/i.test(action))
      .map((action) => ({
        at: `Statement[${index}].Action`,
        is: `is ${String(action)}`,
        takes: "sts:AssumeRole and the like",
        fix: "Give the right in a policy of the role.",
      })),
  ),
);

/** A policy of a stream of Kinesis: somebody is named, and actions of Kinesis, one by one. */
export const streamPolicy = jsonFormat((document) => [
  ...documentFaults(document),
  ...lacking(document, "Principal"),
  ...accountFaults(document),
  ...readStatements(document).flatMap((each, index) =>
    oneOrMore(isObject(each) ? each["Action"] : undefined)
      .filter((action) => typeof action === "string" && !/^kinesis:[A-Za-z]+$/.test(action))
      .map((action) => ({
        at: `Statement[${index}].Action`,
        is: `is ${String(action)}`,
        takes: "the full name of a Kinesis action",
      })),
  ),
]);

/** Actions of S3 on objects, which no statement on buckets alone is about. */
const onObjects =
  /^s3:(Get|Put|Delete|Restore|Abort|List)?(Object|MultipartUpload)(Acl|Version|VersionAcl|Tagging|VersionTagging|Retention|LegalHold|Attributes|Torrent|Parts)?$/i;

/** A policy of a bucket. */
export const bucketPolicy = jsonFormat((document) => [
  ...documentFaults(document),
  ...lacking(document, "Principal"),
  ...lacking(document, "Resource"),
  ...accountFaults(document),
  ...bucketFaults(document),
  ...readStatements(document).flatMap((each, index) => {
    if (!isObject(each)) return [];
    const [actions, resources] = [oneOrMore(each["Action"]), oneOrMore(each["Resource"])];
    const isKnown =
      resources.length > 0 &&
      resources.every((resource) => typeof resource === "string" && /^arn:[^:]*:s3:::[^/*]+$/.test(resource));
    if (!isKnown || actions.length === 0) return [];
    return actions
      .filter(
        (action) =>
          typeof action === "string" && onObjects.test(action) && !/^s3:List(MultipartUpload|Object)/i.test(action),
      )
      .map((action) => ({
        at: `Statement[${index}].Resource`,
        is: `has no object for ${String(action)}`,
        takes: "ARNs of objects, such as the bucket's with /* at the end",
      }));
  }),
]);
