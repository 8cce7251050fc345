import { isUnknown, list, member, oneOrMore, plainProperties } from "../frame/plain";
import { type Join, refuse, text } from "./join";

const accountOf = (arn: unknown): string | undefined =>
  typeof arn === "string" && !isUnknown(arn) ? /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(arn)?.[1] : undefined;

/** Makes the check that ARNs at some places are of one account. */
const oneAccount =
  (path: string, find: (values: Readonly<Record<string, unknown>>) => readonly unknown[]): Join =>
  (resource, found) => {
    const accounts = new Set(find(plainProperties(resource)).flatMap((arn) => accountOf(arn) ?? []));
    if (accounts.size < 2) return;
    const is = `is of other accounts than one: ${[...accounts].join(" and ")}`;
    refuse(found, { path, is, takes: "what is of one account", fix: "Name what is of the same account." });
  };

export const secretsAccount = oneAccount("secretArnLists", (values) => [
  values["clusterArn"],
  ...list(values["secretArnLists"]),
]);

export const replicatorAccount = oneAccount("kafkaClusters", (values) => [
  values["serviceExecutionRoleArn"],
  ...list(values["kafkaClusters"]).map((each) => member(member(each, "amazonMskCluster"), "mskClusterArn")),
]);

/** The policy of a cluster is about the cluster. */
export const policyOfCluster: Join = (policy, found) => {
  const [own, document] = ["clusterArn", "policy"].map((name) => text(policy, name, found));
  if (own === undefined || document === undefined || !own.startsWith("arn:")) return;
  const resources = parse(document).flatMap((statement) => oneOrMore(member(statement, "Resource")));
  const arns = resources.filter((each) => typeof each === "string");
  const other = arns.find((each) => /:cluster\/[^*?]+$/.test(each) && each !== own);
  if (other === undefined) return;
  const takes = "the ARN of its own cluster";
  refuse(found, { path: "policy", is: `is about ${other}`, takes, fix: `Name ${own} as the Resource.` });
};

function parse(document: string): readonly unknown[] {
  try {
    return oneOrMore(member(JSON.parse(document), "Statement"));
  } catch {
    return [];
  }
}
