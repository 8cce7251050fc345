import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { Check } from "../core/check";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { Table } from "../dynamodb/table";
import { AttributeType } from "../dynamodb/args";
import { readWriteItems } from "../dynamodb/links";
import { Topic } from "../events/topic";
import { Workflow } from "../workflow/workflow";
import { type StateArgs } from "../workflow/args";
import { publishMessage } from "../workflow/calls";
import { startWorkflow } from "../workflow/links";
import { type OrderWorkflowArgs, orderWorkflowDefaults } from "./orderWorkflowArgs";
import { orderWorkflowProblems } from "./orderWorkflowCheck";

/**
 * Orders as a saga: validate, charge, reserve, notify. A failure after taking money or stock gives both back. Too
 * little money or stock is a normal outcome; an error needs an operator.
 */
@component
export class OrderWorkflow extends pulumi.ComponentResource {
  readonly workflow: Workflow;
  /** Starts an order, once for each idempotency key. */
  readonly starter: NodeFunction;
  readonly steps: NodeFunction;
  readonly ledger: Table;
  readonly accepted: Topic;

  constructor(name: string, args: OrderWorkflowArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:workflow:OrderWorkflow", name, {}, opts);
    const {
      openingBalance,
      openingStock,
      emails,
      deletionProtection = true,
      ...settings
    } = withDefaults(orderWorkflowDefaults, args);
    new Check("OrderWorkflow", name).args(args, orderWorkflowProblems).done();
    const child = { parent: this };
    const { alarms, tags } = settings;

    this.ledger = new Table(
      `${name}-ledger`,
      {
        attributes: { id: AttributeType.String, entry: AttributeType.String },
        hashKey: "id",
        rangeKey: "entry",
        deletionProtection,
        alarms,
        tags,
      },
      child,
    );
    this.accepted = new Topic(`${name}-accepted`, { emails, tags }, child);
    this.steps = new NodeFunction(
      `${name}-step`,
      {
        ...settings,
        description: "Steps of orders",
        entry: ownHandler("order-step"),
        environment: { OPENING_BALANCE: String(openingBalance), OPENING_STOCK: String(openingStock) },
        links: [readWriteItems(this.ledger, { variable: "LEDGER_TABLE" })],
      },
      child,
    );
    this.workflow = new Workflow(
      name,
      {
        comment: "An order, from validation to notification",
        startAt: "Validate",
        states: orderStates(this.steps, this.accepted),
        logRetentionDays: settings.logRetentionDays,
        alarms,
        tags,
      },
      child,
    );
    this.starter = new NodeFunction(
      `${name}-start`,
      {
        ...settings,
        description: "Starts orders",
        entry: ownHandler("start-order"),
        links: [startWorkflow(this.workflow, "WORKFLOW_ARN")],
      },
      child,
    );
    this.registerOutputs({ workflowArn: this.workflow.arn, starter: this.starter.functionName });
  }
}

function orderStates(steps: NodeFunction, accepted: Topic): Record<string, StateArgs> {
  // Money and stock belong to this execution: another one with the same order id neither uses nor returns them.
  const execution = "{% $states.context.Execution.Name %}";
  const step = (name: string, more: Record<string, string> = {}) => ({
    invoke: { function: steps, payload: { step: name, order: "{% $order %}", execution, ...more } },
    retry: [{}],
  });
  const outcome = (text: string) => ({ outcome: text });
  return {
    Validate: {
      invoke: { function: steps, payload: { step: "validate", order: "{% $states.input %}" } },
      retry: [{}],
      next: "IsValid",
    },
    IsValid: {
      choices: [
        {
          condition: "{% $states.input.valid %}",
          assign: { order: "{% $states.input.order %}", total: "{% $states.input.total %}" },
          next: "Charge",
        },
      ],
      otherwise: "Refused",
    },
    Refused: { pass: true, output: { outcome: "refused", reason: "{% $states.input.reason %}" } },

    // From here on money may have been taken, even if the response was lost.
    Charge: {
      ...step("charge", { total: "{% $total %}" }),
      catch: [{ next: "Refund", assign: outcome("failed") }],
      next: "IsCharged",
    },
    IsCharged: {
      choices: [
        { condition: "{% $states.input.done %}", next: "Reserve" },
        { condition: "{% $exists($states.input.taken) %}", next: "Taken" },
      ],
      otherwise: "Declined",
    },
    Taken: {
      pass: true,
      output: {
        outcome: "refused",
        reason: "orderId: there is another order of this id",
        orderId: "{% $order.orderId %}",
      },
    },
    Declined: { pass: true, output: { outcome: "declined", orderId: "{% $order.orderId %}" } },

    Reserve: {
      ...step("reserve"),
      catch: [{ next: "Release", assign: outcome("failed") }],
      next: "IsReserved",
    },
    IsReserved: {
      choices: [{ condition: "{% $states.input.done %}", next: "Notify" }],
      otherwise: "TooFew",
    },
    TooFew: { pass: true, assign: outcome("out of stock"), next: "Refund" },

    Notify: {
      call: publishMessage(accepted, { orderId: "{% $order.orderId %}", total: "{% $total %}" }),
      retry: [{}],
      catch: [{ next: "Release", assign: outcome("failed") }],
      next: "Accepted",
    },
    Accepted: { pass: true, output: { outcome: "accepted", orderId: "{% $order.orderId %}", total: "{% $total %}" } },

    // Retry giving back for as long as it takes: the worst outcome is an order that is neither completed nor undone.
    Release: { ...step("release"), retry: [{ maxAttempts: 10 }], next: "Refund" },
    Refund: { ...step("refund"), retry: [{ maxAttempts: 10 }], next: "IsFailed" },
    IsFailed: { choices: [{ condition: '{% $outcome = "failed" %}', next: "Failed" }], otherwise: "Undone" },
    Undone: { pass: true, output: { outcome: "{% $outcome %}", orderId: "{% $order.orderId %}" } },
    Failed: { fail: { error: "OrderFailed", cause: "A step failed; what it had taken was given back" } },
  };
}
