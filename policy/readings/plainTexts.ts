import { isUnknown, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";
import { isSent } from "./assets";

/** A text among the arguments of a resource that whoever may describe the resource can read. */
export interface PlainText {
  readonly path: string;
  /** None while it is not known. */
  readonly text: string | undefined;
  /** The name of the variable, parameter or option whose value it is. */
  readonly variable?: string;
  /** Whether a program reads it: the value of a variable, or the script of a machine. */
  readonly isRead: boolean;
}

/**
 * Arguments whose keys the program chooses: variables, parameters and options of what runs. A test goes over the SDK's
 * types for more of them.
 */
export const chosenKeys: ReadonlySet<string> = new Set(
  `advancedOptions airflowConfigurationOptions arguments athenaProperties clientProperties collectionParameters
  commandLineArguments configuration connectionProperties connectorConfiguration containerEnvironmentVariables customParameters
  customProperties defaultArguments defaultRunProperties dynamicParameters env environment environmentVariables globalParameters
  headerParameters hookParameters hyperParameters hyperparameters nonOverridableArguments options parameterOverrides parameters
  profileProperties profilingParameters properties propertyMap providerDetails queryStringParameters requestParameters
  responseParameters ruleParameters runtimeEnvironmentVariables signingParameters stageVariables staticHyperParameters
  staticQueryParameters taskProperties tokenUrlCustomProperties tokenUrlParametersMap variables`.split(/\s+/),
);

/** Arguments that AWS encrypts and shows to nobody; a test compares them with those that the SDK keeps secret. */
export const kept =
  /pass(word|phrase)|secret|token|credential|private_?key|plaintext|keyMaterial|preshared|(api|access|host|shared|customer)Key|^key$|^serviceJson$/i;

const scripts = /^(userData\w*|base64|content\w*|script\w*|buildspec|definition|bootstrap\w*)$/i;

type Members = Readonly<Record<string, unknown>>;

/** The texts of a resource's arguments, those in JSON texts among them. */
export function plainTexts(resource: Resource): readonly PlainText[] {
  const before = readBefore.get(resource) ?? readTexts(resource);
  readBefore.set(resource, before);
  return before;
}

const readBefore = new WeakMap<Resource, readonly PlainText[]>();

function readTexts(resource: Resource): readonly PlainText[] {
  const texts: PlainText[] = [];
  const open: (readonly [value: unknown, path: string, key: string])[] = Object.entries(plainProperties(resource))
    .filter(([key]) => !kept.test(key))
    .map(([key, value]) => [value, key, key]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path, key] = next;
    const json = typeof value === "string" && /^\s*[[{]/.test(value) ? parsed(value) : undefined;
    if (json !== undefined) open.push([json, path, key]);
    else if (typeof value === "string") texts.push({ path, ...textOf(value), isRead: scripts.test(key) });
    else if (Array.isArray(value)) {
      // The keys of what is listed are the service's, not the program's.
      value.forEach((each, index) => open.push([each, `${path}[${index}]`, isMembers(each) ? "" : key]));
    }
    if (!isMembers(value)) continue;
    const pair = named(value);
    if (pair) texts.push({ path: `${path}.value`, ...textOf(pair.value), variable: pair.name, isRead: true });
    for (const [name, member] of Object.entries(value)) {
      const below = `${path}.${name}`;
      if (chosenKeys.has(key) && typeof member === "string") {
        texts.push({ path: below, ...textOf(member), variable: name, isRead: true });
      } else if (!kept.test(name) && !(name === "value" && namesOf(value) !== undefined)) {
        open.push([member, below, name]);
      }
    }
  }
  return texts;
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isSent(value);

/** What is in Base64, as user data of a launch template, counts as what it says. */
const textOf = (value: string): { readonly text: string | undefined } => ({
  text: isUnknown(value) ? undefined : decoded(value),
});

const base64 = /^[A-Za-z0-9+/\s]{24,}={0,2}\s*$/;

/** User data as the machine gets it: in a launch template, and in `userDataBase64`, it is written in Base64. */
export function decoded(text: string): string {
  return base64.test(text) ? `${text}\n${Buffer.from(text, "base64").toString("utf8")}` : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a script may begin like that
  }
}

/** The name in an element of a list of variables or options, of which each service has its own word. */
function namesOf(members: Members): string | undefined {
  return ["name", "Name", "key", "parameterName", "parameterKey"]
    .map((word) => members[word])
    .find((name): name is string => typeof name === "string");
}

/** A variable of a list; not one that only says where its value is kept, or whose value AWS keeps secret. */
function named(members: Members): { readonly name: string; readonly value: string } | undefined {
  const name = namesOf(members);
  const value = members["value"] ?? members["Value"] ?? members["parameterValue"];
  const elsewhere = /^(PARAMETER_STORE|SECRETS_MANAGER)$/.test(String(members["type"]));
  if (name === undefined || typeof value !== "string" || elsewhere || members["isValueSecret"] === true)
    return undefined;
  return { name, value };
}
