import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import {
  type Answer,
  advised,
  everyType,
  holds,
  type ResourceRule,
  type RuleInfo,
  type Verdict,
  violated,
} from "../../frame/rule";
import { findCredential, findForm, isClientCredential, isReference, isSecretName } from "../../readings/credentials";
import { type PlainText, plainTexts } from "../../readings/plainTexts";

/** Arguments that a rule of their service looks at. */
const own: Readonly<Record<string, readonly string[]>> = {
  [types.function]: ["environment"],
  [types.taskDefinition]: ["containerDefinitions"],
  [types.instance]: ["userData", "userDataBase64"],
  [types.launchTemplate]: ["userData"],
  [types.parameter]: ["value", "insecureValue"],
  [types.apiStage]: ["variables"],
  [types.apiDeployment]: ["variables"],
  [types.httpStage]: ["stageVariables"],
};

const isLookedAt = ({ type }: Resource, path: string): boolean =>
  own[type]?.includes(/^\w*/.exec(path)?.[0] ?? "") === true;

const info = {
  scope: "resource",
  type: everyType,
  controls: [wellArchitected("SEC02-BP03")],
  page: "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html",
} as const satisfies Partial<RuleInfo> & Partial<ResourceRule>;

/** That the form of a text is not known is counted: it is so of most texts that another resource gives. */
const open = (resource: Resource, says: string): readonly Answer[] => [
  { kind: "not evaluated", resource, says, form: true },
];

function checkText(resource: Resource, { path, text }: PlainText): Verdict {
  const what = text === undefined ? undefined : findForm(text);
  return what === undefined ? holds : violated(resource, `${path} holds ${what}`);
}

async function checkRead(resource: Resource, { path, text, variable }: PlainText): Promise<Verdict> {
  if (text === undefined) return open(resource, path);
  if (variable !== undefined && isClientCredential(variable, text)) {
    return violated(resource, `${path} is what a client takes its password or key from, in plain text`);
  }
  const found = await findCredential(text);
  if (!found) return holds;
  if (!found.sendsOnly) return violated(resource, `${path} holds ${found.what}`);
  return advised(resource, `${path} holds ${found.what}: anybody who reads it can send messages by it`);
}

export const governanceSecretValues: ResourceRule = {
  ...info,
  id: "governance-secret-values",
  title: "No argument that can be read holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  fix: "Keep it in Secrets Manager and name it there; it is in the state file now, so replace it.",
  check(resource) {
    const texts = plainTexts(resource).filter(({ path }) => !isLookedAt(resource, path));
    const said = texts.filter(({ isRead }) => !isRead).flatMap((text) => checkText(resource, text));
    const read = texts.filter(({ isRead }) => isRead);
    // Most resources have none, and need not be waited for.
    if (read.length === 0) return said;
    return Promise.all(read.map((text) => checkRead(resource, text))).then((verdicts) => [...said, ...verdicts.flat()]);
  },
};

export const governanceSecretNames: ResourceRule = {
  ...info,
  id: "governance-secret-names",
  title: "No variable or option with the name of a secret holds plain text",
  severity: "high",
  level: "advisory",
  fix: "Keep it in Secrets Manager, and pass its ARN.",
  check: (resource) =>
    plainTexts(resource).flatMap(({ path, text, variable }) =>
      resource.type !== types.function &&
      variable !== undefined &&
      text !== undefined &&
      isSecretName(variable) &&
      !isReference(text) &&
      !isClientCredential(variable, text)
        ? violated(resource, `${path} is called a secret and holds plain text`)
        : holds,
    ),
};
