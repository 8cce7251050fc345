import { Aws } from "./frame/aws";
import { type Properties } from "./frame/values";
import { Function } from "./resources/lambda/function";

/** A function on the emulator. */
export interface LiveFunction {
  endpoint: string;
  region: string;
  name: string;
}

/**
 * Gives a function on the emulator another package, as a deployment does that changes nothing else. Returns the outputs
 * that this changed.
 * @param code The engine's form of an archive.
 */
export async function updateFunctionCode(
  { endpoint, region, name }: LiveFunction,
  props: Properties,
): Promise<Properties> {
  const aws = new Aws(endpoint, region);
  const changed = new Set(["code"]);
  await Function.update!(name, props, {}, aws, changed);
  const live = await Function.read(name, aws, {});
  if (!live) throw new Error(`the function ${name} is gone`);
  return Object.fromEntries(Function.changing!(changed, {}).map((output) => [output, live[output]]));
}
