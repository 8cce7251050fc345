import { SFN } from "@aws-sdk/client-sfn";
import { type Pattern } from "../pattern";
import { until } from "../until";

/** An order through its workflow: paid, reserved, announced. */
export const orders: Pattern = {
  name: "order workflow",
  needs: ["orderWorkflow"],
  open(stack) {
    const sfn = new SFN(stack.client);
    const { orderFunction, workflowArn: stateMachineArn } = stack.outputs;
    const executions = new Map<number, string>();
    return Promise.resolve({
      async send(n) {
        const lines = [{ article: `article ${n}`, quantity: 1, price: 100 }];
        const order = { orderId: `order ${n}`, customer: `customer ${n}`, lines };
        const { status, execution } = await stack.invoke(orderFunction, { idempotencyKey: `key ${n}`, order });
        if (status !== 202) throw Object.assign(new Error(), { name: `status ${String(status)}` });
        executions.set(n, String(execution));
      },
      async done(n) {
        const executionArn = executions.get(n);
        await until(`order ${n}`, async () => (await sfn.describeExecution({ executionArn })).status !== "RUNNING");
      },
      async outcomes() {
        let count = 0;
        let nextToken: string | undefined;
        do {
          const page = await sfn.listExecutions({ stateMachineArn, statusFilter: "SUCCEEDED", nextToken });
          count += page.executions?.length ?? 0;
          nextToken = page.nextToken;
        } while (nextToken);
        return count;
      },
      close: () => sfn.destroy(),
    });
  },
};
