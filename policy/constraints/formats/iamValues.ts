import { isObject, isUnknown, oneOrMore } from "../../frame/plain";
import { type FormatFault, written } from "./format";

/** Texts that are known and have no variable in them. */
const texts = (value: unknown): readonly string[] =>
  oneOrMore(value).filter((each): each is string => typeof each === "string" && !isUnknown(each));

const isFixed = (text: string): boolean => !text.includes("${");

const baseOperator = (operator: string): string =>
  operator.replace(/^ForA(ny|ll)Values?:/i, "").replace(/IfExists$/i, "");

/** What the values of each kind of operator look like. */
const kinds: readonly (readonly [operator: RegExp, value: RegExp, takes: string])[] = [
  [/^Numeric/i, /^-?\d+(\.\d+)?$/, "a number"],
  [
    /^Date/i,
    /^(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?|\d{6,})$/,
    "a time in ISO 8601 or in seconds",
  ],
  [
    /^(Not)?IpAddress/i,
    /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}(\/(3[0-2]|[12]?\d))?|[\da-fA-F:.]*:[\da-fA-F:.]*(\/\d{1,3})?)$/,
    "an address or a block of addresses",
  ],
  [/^Arn/i, /^(arn:|\*|[^:]*\*)/, "an ARN"],
  [/^BinaryEquals/i, /^[A-Za-z0-9+/]*={0,2}$/, "text in base64"],
];

function conditionFaults(condition: unknown, at: string): readonly FormatFault[] {
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]): readonly FormatFault[] => {
    const where = `${at}.Condition.${operator}`;
    if (/^NullIfExists$/i.test(operator)) return [{ at: where, is: "is set", takes: "Null" }];
    const own = baseOperator(operator);
    const [, form, takes = ""] = kinds.find(([name]) => name.test(own)) ?? [];
    return Object.entries(isObject(keys) ? keys : {}).flatMap(([key, value]): readonly FormatFault[] => {
      const odd = oneOrMore(value).find((each) => isObject(each) || Array.isArray(each));
      if (odd !== undefined)
        return [{ at: `${where}.${key}`, is: `is ${written(odd)}`, takes: "a text or a list of texts" }];
      const wrong = form && texts(value).find((text) => isFixed(text) && !form.test(text));
      return wrong === undefined ? [] : [{ at: `${where}.${key}`, is: `is ${written(wrong)}`, takes }];
    });
  });
}

function actionFault(action: string): string | undefined {
  if (action === "*") return undefined;
  const [service = "", ...names] = action.split(":");
  if (names.length !== 1) return "service:Action with one colon";
  return /[*?]/.test(service) ? "a service without wildcard" : undefined;
}

/** Kinds of resources of S3 that lie in a Region. */
const regional = /^(accesspoint|job|storage-lens|access-grants|async-request|objectlambda|\*)/;

function resourceFault(resource: string): string | undefined {
  if (resource === "*" || !isFixed(resource)) return undefined;
  const [prefix, , service = "", region = "", account = "", ...rest] = resource.split(":");
  if (prefix !== "arn") return /^(\*|arn?\*|a\*)/.test(resource) ? undefined : "an ARN or *";
  if (/[*?]/.test(service)) return "an ARN whose service has no wildcard";
  if (rest.length === 0)
    return resource.includes("*") ? undefined : "an ARN of six parts: arn:partition:service:region:account:resource";
  if (service === "iam" && region !== "") return "an IAM ARN without Region";
  if (service === "route53" && region + account !== "") return "an ARN of Route 53 without Region and account";
  if (service === "s3" && region !== "" && !regional.test(rest.join(":")))
    return "an ARN of S3 without Region and account";
  return undefined;
}

/** What IAM itself asks of the actions, resources and conditions of a statement. */
export function valueFaults(document: unknown): readonly FormatFault[] {
  if (!isObject(document)) return [];
  const statements = oneOrMore(document["Statement"]);
  const empty: FormatFault[] =
    document["Statement"] !== undefined && statements.length === 0
      ? [{ at: "Statement", is: "is empty", takes: "one or more statements" }]
      : [];
  const faults = statements.flatMap((statement, index): readonly FormatFault[] => {
    if (!isObject(statement)) return [];
    const at = `Statement[${index}]`;
    const of = (keys: readonly string[], check: (text: string) => string | undefined) =>
      keys.flatMap((key) =>
        texts(statement[key]).flatMap((text): readonly FormatFault[] => {
          const takes = check(text);
          return takes === undefined ? [] : [{ at: `${at}.${key}`, is: `is ${text}`, takes }];
        }),
      );
    return [
      ...of(["Action", "NotAction"], actionFault),
      ...of(["Resource", "NotResource"], resourceFault),
      ...conditionFaults(statement["Condition"], at),
    ];
  });
  return [...empty, ...faults];
}

/** The accounts and ARNs that a document names under AWS. */
export function accountFaults(document: unknown): readonly FormatFault[] {
  if (!isObject(document)) return [];
  return oneOrMore(document["Statement"]).flatMap((statement, index) => {
    const principal = isObject(statement) ? statement["Principal"] : undefined;
    const named = texts(isObject(principal) ? principal["AWS"] : undefined);
    return named
      .filter((each) => !/^(\*$|\d{12}$|arn:[^:]*:(iam|sts):|A[A-Z0-9]{15,}$)/.test(each) && isFixed(each))
      .map((each) => ({
        at: `Statement[${index}].Principal.AWS`,
        is: `is ${each}`,
        takes: "an account of twelve digits or an IAM ARN",
      }));
  });
}

/** Who is named in a trust policy. */
export function trustedFaults(document: unknown): readonly FormatFault[] {
  if (!isObject(document)) return [];
  const others = oneOrMore(document["Statement"]).flatMap((statement, index): readonly FormatFault[] => {
    if (!isObject(statement)) return [];
    const at = `Statement[${index}].Principal`;
    const principal = statement["Principal"];
    if (principal === "*") {
      const fix = 'Name who may take on the role, {"AWS": "arn:…"} or {"Service": "…"}.';
      return [{ at, is: "is *", takes: "a principal with its kind", fix }];
    }
    if (!isObject(principal)) return [];
    if (Object.values(principal).every((each) => Array.isArray(each) && each.length === 0))
      return [{ at, is: "names nobody", takes: "one or more principals" }];
    const services = texts(principal["Service"]).filter(
      (service) => !/^[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal|aws)$/i.test(service),
    );
    const federated = texts(principal["Federated"]);
    const isOpen = federated.includes("cognito-identity.amazonaws.com") && !isObject(statement["Condition"]);
    return [
      ...services.map((service) => ({
        at: `${at}.Service`,
        is: `is ${service}`,
        takes: "a service such as lambda.amazonaws.com",
      })),
      ...(isOpen
        ? [
            {
              at,
              is: "is cognito-identity.amazonaws.com without a Condition",
              takes: "a Condition on cognito-identity.amazonaws.com:aud",
            },
          ]
        : []),
    ];
  });
  return [...accountFaults(document), ...others];
}
