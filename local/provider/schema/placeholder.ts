import { unknownReference, unknownText } from "../frame/unknownReference";
import { type Properties } from "../frame/values";
import { type Kind, readProperties, type SchemaProperties } from "./notation";
import { findResultShape, sourceSchema } from "./table";

/** As many elements stand for a list: programs that take the first two or three of something, such as zones, find them. */
const listLength = 3;
const deepest = 4;

/** The one data source of the package awsx. */
const defaultVpc = "awsx:ec2:getDefaultVpc";
const defaultVpcSchema = readProperties("vpcId:s! privateSubnetIds:[s]! publicSubnetIds:[s]! isolatedSubnetIds:[s]!");

/**
 * What a data source of the AWS provider would return, every value of it unknown; none for one that it does not have.
 * @param known What is known of it: its arguments, and its Region.
 * @param whole Whether a list is unknown as a whole, not in its elements.
 */
export function placeholderResult(token: string, known: Properties, whole: boolean): Properties | undefined {
  const schema = token === defaultVpc ? defaultVpcSchema : sourceSchema(token);
  if (!schema) return undefined;
  const result = whole
    ? Object.fromEntries(alwaysGiven(schema).map(([name]) => [name, unknownReference]))
    : placeholders(schema, 0);
  const texts = token === parameter && !whole ? parameterTexts(known.name) : {};
  return { ...result, ...texts, ...Object.fromEntries(Object.entries(known).filter(([name]) => schema.has(name))) };
}

const parameter = "aws:ssm/getParameter:getParameter";

/** The parameter that AWS keeps of the image of ECS is a document, which programs take apart. */
function parameterTexts(name: unknown): Properties {
  if (!/^\/aws\/service\/ecs\/.*\/recommended$/.test(String(name))) return {};
  const keys = ["image_id", "image_name", "ecs_agent_version", "ecs_runtime_version", "os"];
  const value = JSON.stringify(Object.fromEntries(keys.map((key) => [key, unknownText])));
  return { value, insecureValue: value, type: "String" };
}

const alwaysGiven = (properties: SchemaProperties) => [...properties].filter(([, { required }]) => required);

function placeholders(properties: SchemaProperties, depth: number): Properties {
  return Object.fromEntries(alwaysGiven(properties).map(([name, { kind }]) => [name, placeholder(kind, depth)]));
}

function placeholder(kind: Kind, depth: number): unknown {
  switch (kind.is) {
    case "text":
      return unknownText;
    case "list":
      return Array<unknown>(kind.of.is === "text" ? listLength : 1).fill(placeholder(kind.of, depth));
    case "map":
      return {};
    case "shape":
      return depth < deepest ? placeholders(findResultShape(kind.name), depth + 1) : {};
    case "number":
    case "truth":
    case "anything":
      return unknownReference;
  }
}
