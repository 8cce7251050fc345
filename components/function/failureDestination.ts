import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "../core/check";
import { type Link } from "../core/permissions";

/** The action that writes to each kind of destination. */
const DESTINATION_ACTIONS: Record<string, string> = {
  sqs: "sqs:SendMessage",
  sns: "sns:Publish",
  lambda: "lambda:InvokeFunction",
  events: "events:PutEvents",
  s3: "s3:PutObject",
};

/** The right to send discarded events to a destination; throws an ArgumentError for an unsupported one. */
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
