import { unknownReference, unknownText } from "../frame/unknownReference";
import { type Properties } from "../frame/values";
import { type Kind, readProperties, type SchemaProperties } from "./notation";
import { findResultShape, sourceSchema } from "./table";

/** An unknown list, long enough for programs that use the first two or three, such as zones; they may name resources by them. */
const listTexts = [unknownText, `${unknownText}-2`, `${unknownText}-3`];
const deepest = 4;

/** The one data source of the package awsx. */
const defaultVpc = "awsx:ec2:getDefaultVpc";
const defaultVpcSchema = readProperties("vpcId:s! privateSubnetIds:[s]! publicSubnetIds:[s]! isolatedSubnetIds:[s]!");

/**
 * The form of unknown values in a response: `unknown` as elements of lists, `whole` in place of lists, or `marked` as
 * usable values of the right type.
 */
export type PlaceholderForm = "unknown" | "whole" | "marked";

/**
 * What a data source of the AWS provider would return, every value of it a placeholder; none for one that it does not have.
 * @param known What is known of it: its arguments, and its Region.
 */
export function placeholderResult(token: string, known: Properties, form: PlaceholderForm): Properties | undefined {
  const schema = token === defaultVpc ? defaultVpcSchema : sourceSchema(token);
  if (!schema) return undefined;
  const whole = form === "whole";
  const result = whole
    ? Object.fromEntries(alwaysGiven(schema).map(([name]) => [name, unknownReference]))
    : placeholders(schema, 0, form);
  const texts = token === parameter && !whole ? parameterTexts(known.name) : {};
  return { ...result, ...texts, ...Object.fromEntries(Object.entries(known).filter(([name]) => schema.has(name))) };
}

const parameter = "aws:ssm/getParameter:getParameter";

/** AWS's parameter for the ECS image is a document, which programs parse. */
function parameterTexts(name: unknown): Properties {
  if (!/^\/aws\/service\/ecs\/.*\/recommended$/.test(String(name))) return {};
  const keys = ["image_id", "image_name", "ecs_agent_version", "ecs_runtime_version", "os"];
  const value = JSON.stringify(Object.fromEntries(keys.map((key) => [key, unknownText])));
  return { value, insecureValue: value, type: "String" };
}

const alwaysGiven = (properties: SchemaProperties) => [...properties].filter(([, { required }]) => required);

function placeholders(properties: SchemaProperties, depth: number, form: PlaceholderForm): Properties {
  return Object.fromEntries(alwaysGiven(properties).map(([name, { kind }]) => [name, placeholder(kind, depth, form)]));
}

/** A value of the right type, for real resources. */
const marks = { number: 1, truth: true, anything: unknownText };

function placeholder(kind: Kind, depth: number, form: PlaceholderForm): unknown {
  switch (kind.is) {
    case "text":
      return unknownText;
    case "list":
      return kind.of.is === "text" ? listTexts : [placeholder(kind.of, depth, form)];
    case "map":
      return {};
    case "shape":
      return depth < deepest ? placeholders(findResultShape(kind.name), depth + 1, form) : {};
    case "number":
    case "truth":
    case "anything":
      return form === "marked" ? marks[kind.is] : unknownReference;
  }
}
