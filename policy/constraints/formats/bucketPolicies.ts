import { isObject, isUnknown, oneOrMore } from "../../frame/plain";
import { type FormatFault } from "./format";

const texts = (value: unknown): readonly string[] =>
  oneOrMore(value).filter((each): each is string => typeof each === "string" && !isUnknown(each));

/** Keys that a request to list has, and no other. */
const ofListing = /^s3:(prefix|delimiter|max-keys)$/i;
const lists = /^(\*|s3:(\*|.*\*.*|ListBucket|ListBucketVersions|ListBucketMultipartUploads))$/i;

/** What S3 asks of a bucket's policy: ARNs of S3, and conditions that some action of the statement has. */
export function bucketFaults(document: unknown): readonly FormatFault[] {
  if (!isObject(document)) return [];
  return oneOrMore(document["Statement"]).flatMap((statement, index): readonly FormatFault[] => {
    if (!isObject(statement)) return [];
    const at = `Statement[${index}]`;
    const resources = texts(statement["Resource"])
      .filter((each) => !/^(\*|arn:)|\$\{/.test(each))
      .map((each) => ({ at: `${at}.Resource`, is: `is ${each}`, takes: "an ARN such as arn:aws:s3:::bucket/*" }));
    const [raw, actions] = [oneOrMore(statement["Action"]), texts(statement["Action"])];
    const isOther = raw.length > 0 && raw.length === actions.length && !actions.some((each) => lists.test(each));
    const operators = Object.values(isObject(statement["Condition"]) ? statement["Condition"] : {});
    const keys = operators.flatMap((each) => (isObject(each) ? Object.keys(each) : []));
    const wrong = isOther ? keys.filter((key) => ofListing.test(key)) : [];
    return [
      ...resources,
      ...wrong.map((key) => ({
        at: `${at}.Condition`,
        is: `has ${key} with ${actions.join(", ")}`,
        takes: `${key} with s3:ListBucket or s3:ListBucketVersions`,
      })),
    ];
  });
}
