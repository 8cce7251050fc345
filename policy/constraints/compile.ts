import { type Check, Findings, fits, show, type Subject } from "./fault";
import { linkWords } from "./links";
import { isAbsent, isUnknown } from "../frame/plain";
import { parsePath, type Place, placesAt } from "./place";
import { type Scalar, type Schema } from "./schema";
import { structureWords } from "./structure";
import { valueWords } from "./words";

/** Compiles a schema to one function, so that work is done once per schema. */
export function compile(schema: Schema): Check {
  const checks = [...valueWords(schema), ...structureWords(schema), ...linkWords(schema, compile), ...nested(schema)];
  const all: Check = (place, found, subject) => {
    for (const check of checks) check(place, found, subject);
  };
  return schema.when ? conditional(whenSchema(schema.when), all, undefined) : all;
}

/** `when` as an `if`: set, and with this value. */
export function whenSchema(when: NonNullable<Schema["when"]>): Schema {
  const isSchema = (value: unknown): value is Schema =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const properties = Object.entries(when).map(([path, value]): [string, Schema] => {
    if (isSchema(value)) return [path, value];
    return [path, Array.isArray(value) ? { enum: value as readonly Scalar[] } : { const: value as Scalar }];
  });
  return { required: Object.keys(when), properties: Object.fromEntries(properties) };
}

/** Three-valued: if the condition is unknown, only what holds in either case is decided. */
function conditional(condition: Schema, then: Check | undefined, otherwise: Check | undefined): Check {
  const asked = compile(condition);
  return (place, found, subject) => {
    const answer = fits(asked, place, subject);
    if (answer === "yes") then?.(place, found, subject);
    else if (answer === "no") otherwise?.(place, found, subject);
    else if ([then, otherwise].some((branch) => branch && fits(branch, place, subject) !== "yes")) {
      const why = new Findings();
      asked(place, why, subject);
      found.open.push(...why.open);
    }
  };
}

function negation(schema: Schema): Check {
  const check = compile(schema);
  return (place, found, subject) => {
    if (isAbsent(place.value)) return;
    if (isUnknown(place.value)) return void found.open.push(place.path);
    // A pattern says nothing about values that are not texts.
    if (schema.pattern !== undefined && typeof place.value !== "string") return;
    const answer = fits(check, place, subject);
    if (answer === "unknown") found.open.push(place.path);
    if (answer !== "yes") return;
    const { path, value } = place;
    const takes = schema.pattern === undefined ? "another value" : `what does not match ${schema.pattern}`;
    found.faults.push({ path, is: `is ${show(value, path)}`, takes, fix: `Set ${path} to ${takes}.` });
  };
}

function anyOf(schemas: readonly Schema[]): Check {
  const checks = schemas.map(compile);
  return (place, found, subject) => {
    if (isAbsent(place.value)) return;
    const answers = checks.map((check) => fits(check, place, subject));
    if (answers.includes("yes")) return;
    if (answers.includes("unknown")) found.open.push(place.path);
    // The message comes from the last alternative: the most common one is last.
    else checks.at(-1)?.(place, found, subject);
  };
}

function below(path: string, schema: Schema): Check {
  const [steps, check] = [parsePath(path), compile(schema)];
  return (place: Place, found: Findings, subject: Subject) => {
    for (const each of placesAt(place, steps)) check(each, found, subject);
  };
}

function names(schema: Schema): Check {
  const check = compile(schema);
  return ({ value, path }, found, subject) => {
    if (isAbsent(value) || isUnknown(value) || typeof value !== "object" || Array.isArray(value)) return;
    for (const key of Object.keys(value ?? {})) check({ value: key, path: `${path} (the key ${key})` }, found, subject);
  };
}

function elements({ items, contains, minContains = 1, maxContains = Infinity }: Schema): readonly Check[] {
  const each = items && below("[]", items);
  const one = contains && compile(contains);
  const count: Check = ({ value, path }, found, subject) => {
    if (!one || !Array.isArray(value)) return;
    const answers = value.map((element: unknown, index) =>
      fits(one, { value: element, path: `${path}[${index}]` }, subject),
    );
    const [least, unsure] = ["yes", "unknown"].map((answer) => answers.filter((given) => given === answer).length);
    const [sure, most] = [least ?? 0, (least ?? 0) + (unsure ?? 0)];
    if (sure > maxContains || most < minContains) {
      const takes = most < minContains ? `at least ${minContains} such element` : `at most ${maxContains} such element`;
      found.faults.push({ path, is: `has ${sure}`, takes, fix: `Change ${path}.` });
    } else if (most > maxContains || sure < minContains) found.open.push(path);
  };
  return [...(each ? [each] : []), ...(one ? [count] : [])];
}

function nested(schema: Schema): readonly Check[] {
  const { properties = {}, propertyNames, not, allOf = [], anyOf: alternatives, if: condition } = schema;
  const branch = (of: Schema | undefined): Check | undefined => of && compile(of);
  return [
    ...Object.entries(properties).map(([path, each]) => below(path, each)),
    ...(propertyNames ? [names(propertyNames)] : []),
    ...(not ? [negation(not)] : []),
    ...elements(schema),
    ...allOf.map(compile),
    ...(alternatives ? [anyOf(alternatives)] : []),
    ...(condition ? [conditional(condition, branch(schema.then), branch(schema.else))] : []),
  ];
}

/** Whether a schema asks what a value names: that takes the other resources of the program. */
export function needsStack(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  return Object.entries(schema).some(([word, value]) => {
    if (["good", "bad", "beside", "links"].includes(word)) return false;
    return ["arnOf", "refersTo", "nameOf", "onlyOne", "join"].includes(word) || needsStack(value);
  });
}
