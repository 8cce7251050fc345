import { limits } from "../../limits";
import { isNamed, naming } from "../../limits/naming";
import { backupProblems } from "./backupPlanCheck";
import { type Problem, Problems } from "../core/check";
import { type CapacityArgs, type GlobalIndexArgs, Projection, type TableArgs } from "./args";

const PAGE = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html";

/** Problems with a table's arguments. */
export function tableProblems(args: TableArgs): Problem[] {
  const problems = new Problems();
  const { globalIndexes = [], localIndexes = [] } = args;
  if (args.tableName !== undefined) checkName(problems, "tableName", args.tableName);
  checkKeys(problems, args);
  checkIndexes(problems, args);
  problems
    .that(
      localIndexes.length <= limits.dynamodb.localIndexes.max,
      "localIndexes",
      localIndexes.length,
      `DynamoDB allows ${limits.dynamodb.localIndexes.max} a table (${limits.dynamodb.localIndexes.page})`,
    )
    .that(
      localIndexes.length === 0 || args.rangeKey !== undefined,
      "localIndexes",
      localIndexes.map(({ name }) => name),
      "a local index needs a table with a rangeKey: give one, or make it a global index",
    );
  if (args.recoveryDays !== 0) problems.range("recoveryDays", args.recoveryDays, limits.dynamodb.recoveryDays);
  if (args.capacity) checkCapacity(problems, "capacity", args.capacity);
  for (const key of ["maxReadRequestUnits", "maxWriteRequestUnits"] as const) {
    problems
      .that(
        args[key] === undefined || args.capacity === undefined,
        key,
        args[key],
        "it cannot be combined with capacity",
      )
      .that(args[key] === undefined || args[key] >= 1, key, args[key], "give 1 or more");
  }
  for (const [index, { capacity }] of globalIndexes.entries()) {
    if (!capacity) continue;
    const property = `globalIndexes[${index}].capacity`;
    problems.that(
      args.capacity !== undefined,
      property,
      capacity,
      "the table has no capacity: give the table capacity too",
    );
    checkCapacity(problems, property, capacity);
  }
  if (args.backup) problems.all(backupProblems(args.backup), (property) => `backup.${property}`);
  return problems.list;
}

function checkName(problems: Problems, property: string, name: string): void {
  problems.that(
    isNamed(naming.dynamodb, name),
    property,
    name,
    `DynamoDB allows 3 to 255 letters, digits, underscores, hyphens and dots (${PAGE})`,
  );
}

/** DynamoDB needs every key attribute declared, and no other. */
function checkKeys(problems: Problems, args: TableArgs): void {
  const { attributes, hashKey, rangeKey, globalIndexes = [], localIndexes = [] } = args;
  const keys: [property: string, attribute: string | undefined][] = [
    ["hashKey", hashKey],
    ["rangeKey", rangeKey],
    ...globalIndexes.flatMap(({ hashKeys, rangeKeys = [] }, index) => [
      ...hashKeys.map((key): [string, string] => [`globalIndexes[${index}].hashKeys`, key]),
      ...rangeKeys.map((key): [string, string] => [`globalIndexes[${index}].rangeKeys`, key]),
    ]),
    ...localIndexes.map(({ rangeKey: key }, index): [string, string] => [`localIndexes[${index}].rangeKey`, key]),
  ];
  const declared = Object.keys(attributes);
  for (const [property, attribute] of keys) {
    if (attribute === undefined) continue;
    problems.that(
      declared.includes(attribute),
      property,
      attribute,
      `it is not declared (attributes has ${declared.join(", ")}): add it to attributes, with its type`,
    );
  }
  const used = keys.map(([, attribute]) => attribute);
  for (const attribute of declared) {
    problems.that(
      used.includes(attribute),
      "attributes",
      attribute,
      "no key uses it, and DynamoDB accepts key attributes only: remove it; items may still have it",
    );
  }
  problems
    .that(rangeKey !== hashKey, "rangeKey", rangeKey, "it is the hashKey already: give another attribute, or none")
    .that(
      args.timeToLiveAttribute === undefined ||
        (args.timeToLiveAttribute.length > 0 && args.timeToLiveAttribute.length <= 255),
      "timeToLiveAttribute",
      args.timeToLiveAttribute,
      `DynamoDB allows names of 1 to 255 characters (${PAGE})`,
    )
    .that(
      typeof args.kmsKeyArn !== "string" || /^arn:[^:]+:kms:[^:]+:\d{12}:(key|alias)\/\S+$/.test(args.kmsKeyArn),
      "kmsKeyArn",
      args.kmsKeyArn,
      "give the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    )
    .that(
      args.timeToLiveAttribute === undefined || !used.includes(args.timeToLiveAttribute),
      "timeToLiveAttribute",
      args.timeToLiveAttribute,
      "it is a key: time to live needs an attribute that is not a key",
    );
}

function checkIndexes(problems: Problems, { globalIndexes = [], localIndexes = [] }: TableArgs): void {
  const { globalIndexes: most } = limits.dynamodb;
  problems.that(
    globalIndexes.length <= most.max,
    "globalIndexes",
    globalIndexes.length,
    `DynamoDB allows ${most.max} a table (${most.page}); AWS raises it on request`,
  );
  for (const [index, args] of globalIndexes.entries()) checkIndexKeys(problems, `globalIndexes[${index}]`, args);
  const names = [...globalIndexes, ...localIndexes].map(({ name }) => name);
  for (const [property, indexes] of Object.entries({ globalIndexes, localIndexes })) {
    for (const [index, { name, projection, nonKeyAttributes = [] }] of indexes.entries()) {
      checkName(problems, `${property}[${index}].name`, name);
      problems
        .that(
          names.indexOf(name) === names.lastIndexOf(name),
          `${property}[${index}].name`,
          name,
          "two indexes have this name: give each another",
        )
        .that(
          (projection === Projection.Include) === nonKeyAttributes.length > 0,
          `${property}[${index}].nonKeyAttributes`,
          nonKeyAttributes,
          "give them with projection Include only",
        );
    }
  }
}

function checkIndexKeys(problems: Problems, property: string, { hashKeys, rangeKeys = [] }: GlobalIndexArgs): void {
  const { max, page } = limits.dynamodb.indexKeyAttributes;
  const allowed = `DynamoDB allows ${max} (${page})`;
  problems
    .that(hashKeys.length >= 1 && hashKeys.length <= max, `${property}.hashKeys`, hashKeys, `1 is needed, ${allowed}`)
    .that(rangeKeys.length <= max, `${property}.rangeKeys`, rangeKeys, allowed)
    .that(
      new Set([...hashKeys, ...rangeKeys]).size === hashKeys.length + rangeKeys.length,
      `${property}.hashKeys`,
      [...hashKeys, ...rangeKeys],
      "an attribute can be a key of an index once",
    );
}

function checkCapacity(problems: Problems, property: string, capacity: CapacityArgs): void {
  const { readCapacity, writeCapacity, targetUtilization } = limits.dynamodb;
  problems
    .range(`${property}.read`, capacity.read, readCapacity)
    .range(`${property}.write`, capacity.write, writeCapacity)
    .range(`${property}.maxRead`, capacity.maxRead, readCapacity)
    .range(`${property}.maxWrite`, capacity.maxWrite, writeCapacity)
    .range(`${property}.targetUtilization`, capacity.targetUtilization, targetUtilization)
    .that(
      (capacity.maxRead ?? capacity.read) >= capacity.read,
      `${property}.maxRead`,
      capacity.maxRead,
      "it is below read",
    )
    .that(
      (capacity.maxWrite ?? capacity.write) >= capacity.write,
      `${property}.maxWrite`,
      capacity.maxWrite,
      "it is below write",
    );
}
