import { type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { reference, referencedId } from "../monitor";
import { askKnown } from "./ask";
import { exactlyOne } from "./given";

/** Makes what an attachment of awsx makes: itself, and for a function the permission that the load balancer needs. */
export async function constructTargetGroupAttachment(
  name: string,
  given: Properties,
  { monitor }: Asking,
): Promise<Constructed> {
  exactlyOne(given, "targetGroup", "targetGroupArn");
  exactlyOne(given, "instance", "instanceId", "lambda", "lambdaArn");
  const parts = new Children(await monitor.component(), monitor);
  const targetGroupArn = given.targetGroupArn ?? (await parts.readOutput(given.targetGroup, "arn"));
  const called = referencedId(given.lambda) ?? given.lambdaArn;
  const permission =
    called === undefined
      ? undefined
      : await parts.make("aws:lambda/permission:Permission", name, {
          action: "lambda:InvokeFunction",
          function: called,
          principal: "elasticloadbalancing.amazonaws.com",
          sourceArn: targetGroupArn,
        });
  const target = permission
    ? { targetId: given.lambdaArn ?? (await parts.readOutput(given.lambda, "arn")) }
    : await findInstance(parts, given);
  const attachment = await parts.make(
    "aws:lb/targetGroupAttachment:TargetGroupAttachment",
    name,
    { ...target, targetGroupArn },
    { dependsOn: permission && [permission] },
  );
  const made = { targetGroupAttachment: attachment, ...(permission && { lambdaPermission: permission }) };
  const state = Object.fromEntries(Object.entries(made).map(([key, each]) => [key, reference(each)]));
  await parts.finish(state);
  const dependencies = Object.fromEntries(Object.entries(made).map(([key, { urn }]) => [key, [urn]]));
  return { urn: parts.component.urn, state, dependencies };
}

/** An instance as its group takes it: by its id, or by its address. */
async function findInstance(parts: Children, given: Properties): Promise<Properties> {
  const { instance, instanceId, targetGroup, targetGroupArn } = given;
  const targetType =
    targetGroup === undefined
      ? await askKnown(parts, "aws:lb/getTargetGroup:getTargetGroup", { arn: targetGroupArn }, "targetType")
      : await parts.readOutput(targetGroup, "targetType");
  const read = async (output: string): Promise<unknown> =>
    instance === undefined
      ? await askKnown(parts, "aws:ec2/getInstance:getInstance", { instanceId }, output)
      : await parts.readOutput(instance, output);
  const id = instanceId ?? referencedId(instance);
  const byAddress = targetType === undefined || targetType === unknownValue ? unknownValue : await read("privateIp");
  return {
    targetId: targetType === "instance" ? id : (byAddress ?? unknownValue),
    availabilityZone: (await read("availabilityZone")) ?? unknownValue,
  };
}
