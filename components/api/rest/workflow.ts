import * as pulumi from "@pulumi/pulumi";
import { accepted, type DirectIntegration, errorResponses, escaped } from "./direct";

/** A Standard workflow, for example a {@link Workflow}. */
export interface DirectWorkflow {
  startArn: pulumi.Input<string>;
}

/** Arguments of {@link startExecution}. */
export interface StartExecutionArgs {
  /**
   * Member of the body that names the execution (at most 80 letters, digits, `-` and `_`): the same name never starts
   * twice. Give the route a `body` schema that requires it.
   */
  executionName: string;
}

/** Starts an execution with the body as its input: 202, with its ARN. A name with another body is 409. */
export function startExecution(workflow: DirectWorkflow, { executionName }: StartExecutionArgs): DirectIntegration {
  const input = escaped("$input.json('$')");
  const name = escaped(`$input.path('$').${executionName}`);
  return {
    service: "states",
    action: "StartExecution",
    contentType: "application/x-amz-json-1.0",
    statements: [{ Action: "states:StartExecution", Resource: workflow.startArn }],
    requestTemplate: pulumi.interpolate`{"stateMachineArn":"${workflow.startArn}","name":"${name}","input":"${input}"}`,
    responses: [
      accepted(`{"execution":"$input.path('$').executionArn"}`),
      ...errorResponses({
        ExecutionAlreadyExists: { status: 409, title: "This was started before, with another body" },
        InvalidName: { status: 400, title: `${executionName} has characters that are not allowed` },
      }),
    ],
  };
}
