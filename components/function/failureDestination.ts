import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "../core/check";
import { type Link } from "../core/permissions";

/** Each kind of destination is written to by an action of its own. */
const DESTINATION_ACTIONS: Record<string, string> = {
  sqs: "sqs:SendMessage",
  sns: "sns:Publish",
  lambda: "lambda:InvokeFunction",
  events: "events:PutEvents",
  s3: "s3:PutObject",
};

/** The right to write what was given up to a destination; throws an ArgumentError for one that Lambda does not write to. */
export function sendFailures(kind: string, name: string, destination: pulumi.Output<string>): Link {
  const service = destination.apply((arn) => arn.split(":")[2] ?? "");
  const action = service.apply((key) => {
    const known = DESTINATION_ACTIONS[key];
    if (known) return known;
    const allowed = "Lambda writes to a queue, a topic, a function, an event bus or a bucket";
    throw new ArgumentError(`${kind} "${name}": failureDestinationArn is an ARN of "${key}"; ${allowed}.`);
  });
  const resource = pulumi.all([destination, service]).apply(([arn, key]) => (key === "s3" ? `${arn}/*` : arn));
  return { statements: [{ Action: action, Resource: resource }] };
}
