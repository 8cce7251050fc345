import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const functionArn = `arn:aws:lambda:eu-west-1:${account}:function:orders`;
const type = "aws:sfn/stateMachine:StateMachine";
const both = { name: "orders", roleArn: `arn:aws:iam::${account}:role/r` };
const machine = on(type, both);
const defined = (States: Arguments, more: Arguments = { StartAt: "First" }) => ({
  definition: JSON.stringify({ ...more, States }),
});
const task = (more: Arguments) => defined({ First: { Type: "Task", Resource: functionArn, End: true, ...more } });
const map = (Parameters: unknown) =>
  defined({
    First: {
      ...{ Type: "Map", ItemsPath: "$.Messages", Parameters, End: true },
      Iterator: { StartAt: "Send", States: { Send: { Type: "Task", Resource: functionArn, End: true } } },
    },
  });
const passes = (Next: string) => defined({ First: { Type: "Pass", Next }, Second: { Type: "Pass", End: true } });
const logs = `arn:aws:logs:eu-west-1:${account}:log-group:/aws/vendedlogs/states/orders`;
const logged = (logDestination: string) => ({
  loggingConfiguration: { level: "ALL", includeExecutionData: true, logDestination },
});

export const states: FactsByName = {
  "task-name": machine("a task names what it calls by an ARN", task({ Resource: "createToken" }), task({})),
  "starts-at": machine(
    "a machine has a StartAt",
    defined({ First: { Type: "Pass", End: true } }, { StartsAt: "First" }),
    defined({ First: { Type: "Pass", End: true } }),
  ),
  "next-missing": machine("what is next is a state", passes("Third"), passes("Second")),
  "state-unreached": machine(
    "each state is reached",
    defined({ First: { Type: "Pass", End: true }, Second: { Type: "Pass", End: true } }),
    passes("Second"),
  ),
  "log-destination": on(type, { ...both, ...task({}) })(
    "the ARN of a log group ends with :*",
    logged(logs),
    logged(`${logs}:*`),
  ),
  "parameters-list": machine(
    "parameters have names",
    map([{ "Message.$": "$$.Map.Item.Value" }]),
    map({ "Message.$": "$$.Map.Item.Value" }),
  ),
};
