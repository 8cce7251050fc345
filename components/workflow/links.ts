import { type Link } from "../core/permissions";
import { type Workflow } from "./workflow";
import { WorkflowType } from "./args";
import { ArgumentError } from "../core/check";
import { executionsArn } from "./calls";

/** Start executions of a workflow and read their results. The environment variable gets the ARN to start. */
export function startWorkflow(workflow: Workflow, variable?: string): Link {
  return {
    statements: [
      { Action: "states:StartExecution", Resource: workflow.startArn },
      ...(workflow.type === WorkflowType.Standard
        ? [{ Action: "states:DescribeExecution", Resource: executionsArn(workflow.arn) }]
        : []),
    ],
    ...(variable && { environment: { [variable]: workflow.startArn } }),
  };
}

/** Run an Express workflow and wait for its result. The environment variable gets the ARN to start. */
export function runExpressWorkflow(workflow: Workflow, variable?: string): Link {
  if (workflow.type !== WorkflowType.Express) {
    throw new ArgumentError(
      `Workflow "${workflow.name}": type is ${workflow.type}; only an Express workflow answers at once: set its type, or use startWorkflow.`,
    );
  }
  return {
    statements: [{ Action: "states:StartSyncExecution", Resource: workflow.startArn }],
    ...(variable && { environment: { [variable]: workflow.startArn } }),
  };
}
