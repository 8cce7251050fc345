import assert from "node:assert/strict";
import {
  ArgumentError,
  type BranchArgs,
  type Function,
  type MapArgs,
  OrderWorkflow,
  publishMessage,
  runExpressWorkflow,
  runWorkflow,
  type StateArgs,
  Topic,
  Workflow,
  type WorkflowArgs,
  WorkflowLogLevel,
  WorkflowType,
} from "../../components";
import { declare, type Declared, one, statements } from "./deploy";

const machine = "aws:sfn/stateMachine:StateMachine";
const policy = "aws:iam/rolePolicy:RolePolicy";
const pause: StateArgs = { wait: { seconds: 1 } };
const invoked = { invokeTargetArn: "arn:aws:lambda:eu-west-1:123456789012:function:work" } as unknown as Function;
const work: StateArgs = { invoke: { function: invoked } };
const actions = (document: unknown): unknown[] => statements(document).flatMap(({ Action }) => Action);

interface Asl {
  States: Record<string, Record<string, unknown>>;
  [name: string]: unknown;
}
const findDefinition = (declared: Declared[], name: string): Asl =>
  JSON.parse(String(one(declared, machine, name).definition)) as Asl;

describe("a workflow", () => {
  let declared: Declared[];

  before(async () => {
    declared = await declare(() => {
      const news = new Topic("news");
      const bucket = { bucket: "files", arn: "arn:aws:s3:::files" };
      const each: BranchArgs = { startAt: "Work", states: { Work: work } };
      const again: BranchArgs = { startAt: "Again", states: { Again: work } };
      const express = new Workflow("quick", { type: WorkflowType.Express, startAt: "Work", states: { Work: work } });
      new Workflow("plain", {
        startAt: "All",
        states: {
          All: { map: { ...each, items: "{% $states.input.items %}", maxConcurrency: 5 }, next: "Both" },
          Both: {
            parallel: [again, { startAt: "Tell", states: { Tell: { call: publishMessage(news, "done") } } }],
            next: "Child",
          },
          Child: { call: runWorkflow(express, { wait: true }) },
        },
        alias: {
          canary: { versionArn: "arn:aws:states:eu-west-1:123456789012:stateMachine:plain:3", weightPercent: 10 },
        },
      });
      new Workflow("many", {
        startAt: "Files",
        states: {
          Files: {
            map: {
              ...each,
              distributed: true,
              maxConcurrency: 100,
              toleratedFailurePercent: 5,
              source: { bucket, prefix: "in/" },
            },
          },
        },
        logLevel: WorkflowLogLevel.Off,
        tracing: false,
        alarms: { enabled: false },
      });
    });
  });

  it("is logged, traced and watched, and its own log group keeps for 30 days", () => {
    const { loggingConfiguration, tracingConfiguration, type } = one(declared, machine, "plain");
    assert.deepEqual(loggingConfiguration, {
      level: "ERROR",
      includeExecutionData: false,
      logDestination: "arn:aws:cloudwatch:eu-west-1:123456789012:plain-logs:*",
    });
    assert.deepEqual([tracingConfiguration, type], [{ enabled: true }, "STANDARD"]);
    const group = one(declared, "aws:cloudwatch/logGroup:LogGroup", "plain-logs");
    assert.deepEqual([group.namePrefix, group.retentionInDays], ["/aws/vendedlogs/states/plain-", 30]);
    const alarms = declared.filter(({ type: of, name }) => of.endsWith("MetricAlarm") && name.startsWith("plain-"));
    assert.deepEqual(alarms.map(({ inputs }) => inputs.metricName).sort(), [
      "ExecutionThrottled",
      "ExecutionsFailed",
      "ExecutionsTimedOut",
    ]);
  });

  it("may call what its states call, wherever they are, and nothing else", () => {
    const rights = statements(one(declared, policy, "plain-calls").policy);
    assert.deepEqual(actions(one(declared, policy, "plain-calls").policy), [
      "lambda:InvokeFunction",
      "sns:Publish",
      "states:StartExecution",
      "states:DescribeExecution",
      "states:StopExecution",
      "events:PutTargets",
      "events:PutRule",
      "events:DescribeRule",
    ]);
    assert.deepEqual(rights[0]?.Resource, ["arn:aws:lambda:eu-west-1:123456789012:function:work"]);
    assert.ok(!rights.some(({ Resource }) => Resource === "*"));
    const trust = one(declared, "aws:iam/role:Role", "plain-role").assumeRolePolicy;
    assert.deepEqual(statements(trust)[0]?.Condition, { StringEquals: { "aws:SourceAccount": "123456789012" } });
  });

  it("has tasks that end: sixty seconds where nobody says, and the whole in an hour", () => {
    const { TimeoutSeconds, QueryLanguage, States } = findDefinition(declared, "plain");
    assert.deepEqual([TimeoutSeconds, QueryLanguage], [3_600, "JSONata"]);
    assert.equal(States.Child?.TimeoutSeconds, 60);
    assert.equal(findDefinition(declared, "quick").TimeoutSeconds, 300);
  });

  it("starts through an alias that gives a part of the executions to another version", () => {
    assert.equal(one(declared, machine, "plain").publish, true);
    const { routingConfigurations, name } = one(declared, "aws:sfn/alias:Alias");
    assert.deepEqual(
      [name, (routingConfigurations as { weight: number }[]).map(({ weight }) => weight)],
      ["live", [90, 10]],
    );
  });

  it("that works on many items may start and watch its own executions, and list the objects below its prefix", () => {
    assert.deepEqual(actions(one(declared, policy, "many-items").policy), [
      "states:StartExecution",
      "states:DescribeExecution",
      "states:StopExecution",
    ]);
    const [, list] = statements(one(declared, policy, "many-calls").policy);
    assert.deepEqual([list?.Action, list?.Condition], ["s3:ListBucket", { StringLike: { "s3:prefix": "in/*" } }]);
    assert.ok(!declared.some(({ name }) => name === "many-own" || name === "many-failed"));
    assert.deepEqual(one(declared, machine, "many").loggingConfiguration, {
      level: "OFF",
      includeExecutionData: false,
    });
  });

  it("of an order undoes what it took, whichever step fails", async () => {
    const found = await declare(() => new OrderWorkflow("order"));
    const { States } = findDefinition(found, "order");
    const caught = Object.entries(States).map(([name, { Catch }]) => [
      name,
      (Catch as { Next: string }[] | undefined)?.[0]?.Next,
    ]);
    assert.deepEqual(
      caught.filter(([, next]) => next !== undefined),
      [
        ["Charge", "Refund"],
        ["Reserve", "Release"],
        ["Notify", "Release"],
      ],
    );
    assert.equal(States.Release?.Next, "Refund");
    assert.deepEqual(actions(one(found, policy, "order-calls").policy), ["lambda:InvokeFunction", "sns:Publish"]);
    assert.deepEqual(actions(one(found, policy, "order-start-links").policy), [
      "states:StartExecution",
      "states:DescribeExecution",
    ]);
  });
});

describe("a workflow that cannot work is refused before anything is made:", () => {
  const states = (more: Record<string, StateArgs>, args: Partial<WorkflowArgs> = {}): WorkflowArgs => ({
    startAt: "First",
    states: more,
    ...args,
  });
  const map = (more: Partial<MapArgs>) => ({ startAt: "Work", states: { Work: work }, ...more }) as MapArgs;
  const express = { type: WorkflowType.Express };
  const child = {
    arn: "arn:aws:states:eu-west-1:1:stateMachine:c",
    startArn: "arn:aws:states:eu-west-1:1:stateMachine:c",
  };
  const attempts: [what: string, args: WorkflowArgs, ...parts: string[]][] = [
    ["a state that no other leads to", states({ First: pause, Lost: pause }), "states.Lost", "no state leads to it"],
    [
      "a state within a map that no other leads to",
      states({ First: { map: map({ maxConcurrency: 1, states: { Work: work, Lost: pause } }) } }),
      "states.First.map.states.Lost",
      "unreachable",
    ],
    [
      "a way to nowhere",
      states({ First: { ...pause, next: "Second" } }),
      'states.First.next is "Second"',
      "there is no such state: First",
    ],
    ["a beginning that is not there", states({ Other: pause }), 'startAt is "First"'],
    [
      "a map without a limit",
      states({ First: { map: map({}) } }),
      "states.First.map.maxConcurrency is missing",
      "give 1 to 40",
    ],
    ["a map of 41 at once", states({ First: { map: map({ maxConcurrency: 41 }) } }), "maxConcurrency is 41", "1 to 40"],
    [
      "a distributed map that does not say how many may fail",
      states({ First: { map: map({ distributed: true, maxConcurrency: 1 }) } }),
      "toleratedFailurePercent",
    ],
    [
      "a choice without a way for the rest",
      states({ First: { choices: [{ condition: "{% true %}", next: "Done" }] }, Done: { succeed: true } }),
      "states.First.otherwise is missing",
    ],
    [
      "a state that does two things",
      states({ First: { ...pause, succeed: true } }),
      'states.First is ["wait","succeed"]',
      "exactly one of",
    ],
    ["a state that does nothing", states({ First: {} }), "states.First is []"],
    [
      "an expression that is none",
      states({ First: { pass: true, output: "{% $sum( %}" } }),
      "states.First.output",
      "JSONata does not understand it",
    ],
    [
      "an expression that does not end",
      states({ First: { pass: true, output: "{% 1" } }),
      "an expression ends with %}",
    ],
    [
      "Express that waits for what it starts",
      states({ First: { call: runWorkflow(child, { wait: true }) } }, express),
      "states.First.call",
      "take a Standard workflow",
    ],
    [
      "Express with a task of six minutes",
      states({ First: { ...work, timeoutSeconds: 360 } }, express),
      "timeoutSeconds is 360",
      "300 s",
    ],
    [
      "Express for an hour",
      states({ First: pause }, { ...express, timeoutSeconds: 3_600 }),
      "timeoutSeconds is 3600",
      "1 to 300",
    ],
    [
      "a state's name of 81 characters",
      states({ First: { ...pause, next: "x".repeat(81) }, ["x".repeat(81)]: pause }),
      "names of 80 characters",
    ],
    [
      "a definition of more than a megabyte",
      states({ First: { pass: true, output: "x".repeat(1_100_000) } }),
      "AWS allows 1048576 bytes",
    ],
    ["a wait for nothing", states({ First: { wait: {} } }), "states.First.wait", "give seconds or timestamp"],
    [
      "a retry of what cannot fail",
      states({ First: { ...pause, retry: [{}] } }),
      "only tasks, map and parallel can fail",
    ],
    ["a wait of less than nothing", states({ First: { wait: { seconds: -1 } } }), 'Workflow "it": states is'],
  ];
  for (const [what, args, ...parts] of attempts) {
    it(what, async () => {
      const declared: Declared[] = [];
      await assert.rejects(
        async () => declared.push(...(await declare(() => new Workflow("it", args)))),
        (error: unknown) => {
          assert.ok(error instanceof ArgumentError, String(error));
          for (const part of parts) assert.ok(error.message.includes(part), `${part} in: ${error.message}`);
          return true;
        },
      );
      assert.deepEqual(declared, []);
    });
  }

  it("a Standard workflow that is to answer at once", async () => {
    await assert.rejects(
      declare(() => runExpressWorkflow(new Workflow("slow", states({ First: pause })))),
      /Workflow "slow": type is STANDARD; only an Express workflow answers at once/,
    );
  });
});
