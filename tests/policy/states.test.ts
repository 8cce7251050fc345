import { cases, resource, unknown } from "./expectations";

const machine = (more: Record<string, unknown>, links: Parameters<typeof resource>[3] = {}) =>
  resource("stateMachine", "orders", more, links);

cases("states-log-destination", {
  holds: {
    "a log group": [machine({ loggingConfiguration: { level: "ALL", logDestination: unknown } })],
    "no log": [machine({ loggingConfiguration: { level: "OFF" } })],
    nothing: [machine({})],
  },
  violates: { "a log to nowhere": [["AWS refuses that"], machine({ loggingConfiguration: { level: "ERROR" } })] },
  open: { "a level that is unknown": [["level"], machine({ loggingConfiguration: { level: unknown } })] },
});

const express = (state: Record<string, unknown>) =>
  machine({ type: "EXPRESS", definition: JSON.stringify({ StartAt: "A", States: { A: { Type: "Task", ...state } } }) });
cases("states-express", {
  holds: {
    "a task of five minutes": [express({ Resource: "arn:aws:states:::lambda:invoke", TimeoutSeconds: 300 })],
    "a wait of five minutes": [express({ Seconds: 300 })],
    "a Standard workflow that waits": [
      machine({ type: "STANDARD", definition: JSON.stringify({ States: { A: { Resource: "arn:x.sync" } } }) }),
    ],
  },
  violates: {
    "a task of one second more": [['the state "A" may last 301 s'], express({ TimeoutSeconds: 301 })],
    "a task that waits for its service": [
      ["which Express has not"],
      express({ Resource: "arn:aws:states:::ecs:runTask.sync" }),
    ],
    "a task that waits for a token, deep in a map": [
      ["waitForTaskToken"],
      express({ ItemProcessor: { States: { B: { Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken" } } } }),
    ],
    "a slow function by link": [
      ['Function "work" may take longer'],
      resource("function", "work", { timeout: 301 }),
      machine({ type: "EXPRESS", definition: unknown }, { definition: ["function:work"] }),
    ],
  },
  open: {
    "a definition that is unknown": [["definition"], machine({ type: "EXPRESS", definition: unknown })],
    "a type that is unknown": [["type"], machine({ type: unknown })],
  },
});

const api = (logConfig: unknown) => resource("graphqlApi", "api", { logConfig });
cases("appsync-logging", {
  holds: { errors: [api({ fieldLogLevel: "ERROR" })] },
  violates: { nothing: [["leaves no log"], resource("graphqlApi", "api", {})] },
});
