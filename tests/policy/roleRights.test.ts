import { types } from "../../policy/frame/resource";
import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

type Properties = Record<string, unknown>;

const account = "123456789012";
const document = (...Statement: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:${account}:${rest}`;
const role = (service: string, more: Properties = {}) =>
  resource("role", "r", {
    name: "r",
    arn: `arn:aws:iam::${account}:role/r`,
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { Service: `${service}.amazonaws.com` },
      Action: "sts:AssumeRole",
    }),
    ...more,
  });
const roleArn = `arn:aws:iam::${account}:role/r`;
const rights = (Resource: unknown, ...Action: string[]) =>
  resource("rolePolicy", "p", { role: "r", policy: document({ Effect: "Allow", Action, Resource }) });
const ofAws = (name: string) => ({ managedPolicyArns: [`arn:aws:iam::aws:policy/${name}`] });

const states = role("states");
const fnArn = arn("lambda", "function:f");
const fn = resource("function", "f", { name: "f", arn: fnArn });
const machine = (definition: unknown, more: Properties = {}) =>
  resource("stateMachine", "m", {
    name: "m",
    roleArn,
    definition: definition === unknown ? unknown : JSON.stringify(definition),
    ...more,
  });
const tasks = (...all: (readonly [resource: string, parameters: Properties])[]) =>
  machine({
    StartAt: "A0",
    States: Object.fromEntries(
      all.map(([Resource, Parameters], index) => [
        `A${index}`,
        { Type: "Task", Resource: `arn:aws:states:::${Resource}`, Parameters, End: true },
      ]),
    ),
  });
const invoke = (FunctionName: string, more: Properties = {}) => tasks(["lambda:invoke", { FunctionName, ...more }]);

cases("states-task-rights", {
  holds: {
    "the function that a task names": [states, rights(fnArn, "lambda:InvokeFunction"), fn, invoke(fnArn)],
    "one by its name": [states, rights(fnArn, "lambda:Invoke*"), fn, invoke("f")],
    "one as the task's resource": [
      states,
      rights([fnArn, `${fnArn}:*`], "lambda:InvokeFunction"),
      machine({ StartAt: "A", States: { A: { Type: "Task", Resource: fnArn, End: true } } }),
    ],
    "an alias": [states, rights(`${fnArn}:live`, "lambda:InvokeFunction"), fn, invoke("f:live")],
    "an alias by Qualifier": [
      states,
      rights(`${fnArn}:live`, "lambda:InvokeFunction"),
      fn,
      invoke("f", { Qualifier: "live" }),
    ],
    "everything on everything": [states, rights("*", "*"), fn, invoke(fnArn)],
    "a policy of AWS": [role("states", ofAws("service-role/AWSLambdaRole")), fn, invoke(fnArn)],
    "a role of another stack": [fn, invoke(fnArn)],
    "a call that IAM has no right for": [states, tasks(["aws-sdk:dynamodb:transactWriteItems", { TransactItems: [] }])],
    "a call that nobody knows": [states, tasks(["aws-sdk:nowhere:doNothing", {}])],
    "a message to a telephone": [states, tasks(["sns:publish", { PhoneNumber: "+41", Message: "x" }])],
    "an activity": [
      states,
      machine({ StartAt: "A", States: { A: { Type: "Task", Resource: arn("states", "activity:a"), End: true } } }),
    ],
    "data that looks like a task": [
      states,
      machine({
        StartAt: "A",
        States: { A: { Type: "Pass", Result: { States: { B: { Type: "Task", Resource: fnArn } } }, End: true } },
      }),
    ],
    "an item of a table": [
      states,
      rights(arn("dynamodb", "table/t"), "dynamodb:PutItem"),
      resource("table", "t", { name: "t", arn: arn("dynamodb", "table/t"), hashKey: "id" }),
      tasks(["dynamodb:putItem", { TableName: "t" }]),
    ],
  },
  violates: {
    "calls of the SDK, by the rights that IAM has for them": [
      [
        "s3:ListBucket",
        "sqs:SendMessage",
        "cognito-idp:AdminGetUser",
        "rds-data:ExecuteStatement",
        "ses:SendEmail",
        "textract:DetectDocumentText",
      ],
      states,
      rights("*", "lambda:InvokeFunction"),
      tasks(
        ["aws-sdk:s3:listObjectsV2", { Bucket: "b" }],
        ["aws-sdk:sqs:sendMessageBatch", { QueueUrl: "q" }],
        ["aws-sdk:cognitoidentityprovider:adminGetUser", {}],
        ["aws-sdk:rdsdata:executeStatement", {}],
        ["aws-sdk:sesv2:sendEmail", {}],
        ["aws-sdk:textract:detectDocumentText", {}],
      ),
    ],
    "a role without rights": [
      ['the state "A0" needs lambda:InvokeFunction, which Role "r" may not do'],
      states,
      fn,
      invoke(fnArn),
    ],
    "rights on another function": [
      ["lambda:InvokeFunction"],
      states,
      rights(`${fnArn}2`, "lambda:InvokeFunction"),
      fn,
      invoke("f"),
    ],
    "one name of five services, in one finding": [
      ["sqs:SendMessage", "sns:Publish", "dynamodb:UpdateItem", "events:PutEvents", "states:StartExecution"],
      states,
      rights("*", "lambda:InvokeFunction"),
      tasks(
        ["sqs:sendMessage.waitForTaskToken", { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/1/q" }],
        ["sns:publish", { TopicArn: arn("sns", "t") }],
        ["aws-sdk:dynamodb:updateItem", { TableName: "t" }],
        ["aws-sdk:eventbridge:putEvents", { Entries: [] }],
        ["aws-sdk:sfn:startExecution", { StateMachineArn: arn("states", "stateMachine:x") }],
      ),
    ],
    "a task in a map": [
      ['the state "B"'],
      states,
      machine({
        StartAt: "A",
        States: {
          A: {
            Type: "Map",
            ItemProcessor: { StartAt: "B", States: { B: { Type: "Task", Resource: fnArn, End: true } } },
            End: true,
          },
        },
      }),
    ],
    JSONata: [
      ["sns:Publish"],
      states,
      machine({
        QueryLanguage: "JSONata",
        StartAt: "A",
        States: {
          A: { Type: "Task", Resource: "arn:aws:states:::sns:publish", Arguments: { TopicArn: "{% $x %}" }, End: true },
        },
      }),
    ],
  },
  open: {
    "a definition that is unknown": [["definition"], states, machine(unknown)],
    "a policy that is unknown": [
      ['what Role "r" may do'],
      states,
      resource("rolePolicy", "p", { role: "r", policy: unknown }),
      fn,
      invoke(fnArn),
    ],
    "a policy of AWS that the pack does not know": [['Role "r"'], role("states", ofAws("Other")), fn, invoke(fnArn)],
    "a function that is found when it runs": [
      ['Role "r"'],
      states,
      rights(fnArn, "lambda:InvokeFunction"),
      tasks(["lambda:invoke", { "FunctionName.$": "$.name" }]),
    ],
  },
});

const distributed = (more: Properties = {}) =>
  machine({
    StartAt: "A",
    States: {
      A: {
        Type: "Map",
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "B",
          States: { B: { Type: "Pass", End: true } },
        },
        ...more,
        End: true,
      },
    },
  });
const reads = { ItemReader: { Resource: "arn:aws:states:::s3:getObject", Parameters: { Bucket: "b", Key: "k" } } };
const writes = { ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Parameters: { Bucket: "b" } } };
cases("states-map-rights", {
  holds: {
    "a role that may start the parts": [states, rights("*", "states:StartExecution"), distributed()],
    "one that may read and write the files": [
      states,
      rights("*", "states:StartExecution", "s3:GetObject", "s3:PutObject"),
      distributed({ ...reads, ...writes }),
    ],
    "a Map in the machine itself": [
      states,
      machine({ StartAt: "A", States: { A: { Type: "Map", ItemProcessor: { StartAt: "B", States: {} }, End: true } } }),
    ],
  },
  violates: {
    "a role that may start nothing": [['the state "A" needs states:StartExecution'], states, distributed()],
    "a role that may not write the results": [
      ["needs s3:PutObject, which"],
      states,
      rights("*", "states:StartExecution", "s3:GetObject"),
      distributed({ ...reads, ...writes }),
    ],
  },
  open: { "a definition that is unknown": [["definition"], states, machine(unknown)] },
});

const nested = tasks(["states:startExecution.sync:2", { StateMachineArn: arn("states", "stateMachine:x") }]);
const managed = arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
const ruleActions = ["events:PutTargets", "events:PutRule", "events:DescribeRule"];
cases("states-sync-rights", {
  holds: {
    "the rights on the rule": [states, rights(managed, ...ruleActions), nested],
    "a machine that does not wait": [
      states,
      tasks(["states:startExecution", { StateMachineArn: arn("states", "stateMachine:x") }]),
    ],
  },
  violates: {
    "a role without them": [["events:PutRule", "Step Functions refuses such a machine"], states, nested],
    "a part of them": [
      ["needs events:DescribeRule, which"],
      states,
      rights(managed, ...ruleActions.slice(0, 2)),
      nested,
    ],
  },
  open: { "a definition that is unknown": [["definition"], states, machine(unknown)] },
});

const logged = (level: unknown) =>
  machine(
    { StartAt: "A", States: { A: { Type: "Succeed" } } },
    { loggingConfiguration: { level, logDestination: `${arn("logs", "log-group:/a")}:*` } },
  );
const delivery = ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:ListLogDeliveries"];
cases("states-logging-rights", {
  holds: {
    "the rights of a delivery": [states, rights("*", ...delivery), logged("ALL")],
    "all of CloudWatch Logs": [role("states", ofAws("CloudWatchLogsFullAccess")), logged("ERROR")],
    "no log": [states, logged("OFF")],
  },
  violates: { "a role without them": [["logs:CreateLogDelivery"], states, logged("ALL")] },
  open: {
    "a policy that is unknown": [
      ['Role "r"'],
      states,
      resource("rolePolicy", "p", { role: "r", policy: unknown }),
      logged("ALL"),
    ],
  },
});

const bucket = resource("bucket", "b", { bucket: "source", arn: "arn:aws:s3:::source" });
const replication = resource("bucketReplication", "c", {
  bucket: "source",
  role: roleArn,
  rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copies" } }],
});
const copying = (destination: string): Sent =>
  resource("rolePolicy", "p", {
    role: "r",
    policy: document(
      { Effect: "Allow", Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource: "arn:aws:s3:::source" },
      { Effect: "Allow", Action: "s3:GetObjectVersionForReplication", Resource: "arn:aws:s3:::source/*" },
      { Effect: "Allow", Action: ["s3:ReplicateObject", "s3:ReplicateDelete"], Resource: destination },
    ),
  });
cases("s3-replication-role-rights", {
  holds: {
    "what AWS's page names": [role("s3"), copying("arn:aws:s3:::copies/*"), bucket, replication],
    "all of S3": [role("s3", ofAws("AmazonS3FullAccess")), bucket, replication],
    "a bucket without replication": [role("s3"), bucket],
  },
  violates: {
    "a role without rights, once": [
      ["bucket needs s3:GetReplicationConfiguration, s3:ListBucket", "s3:ReplicateObject", "nothing is replicated"],
      role("s3"),
      bucket,
      replication,
    ],
    "rights on another destination": [
      ["rules[0].destination.bucket needs s3:ReplicateObject, which"],
      role("s3"),
      copying("arn:aws:s3:::others/*"),
      bucket,
      replication,
    ],
    "a replication in the bucket's own arguments": [
      ['Bucket "b"', "s3:ReplicateObject"],
      role("s3"),
      resource("bucket", "b", {
        bucket: "source",
        replicationConfiguration: { role: roleArn, rules: [{ destination: { bucket: "arn:aws:s3:::copies" } }] },
      }),
    ],
  },
  open: {
    "a policy that is unknown": [
      ['Role "r"'],
      role("s3"),
      resource("rolePolicy", "p", { role: "r", policy: unknown }),
      bucket,
      replication,
    ],
  },
});

const stream = (more: Properties = {}, configuration: Properties = {}): Sent => ({
  type: types.firehose,
  name: "d",
  properties: {
    name: "d",
    destination: "extended_s3",
    extendedS3Configuration: { roleArn, bucketArn: "arn:aws:s3:::records", ...configuration },
    ...more,
  },
  links: {},
});
cases("firehose-role-rights", {
  holds: {
    "a role that may write": [role("firehose"), rights("arn:aws:s3:::records/*", "s3:PutObject"), stream()],
    "all of S3": [role("firehose", ofAws("AmazonS3FullAccess")), stream()],
    "a prefix of the bucket": [role("firehose"), rights("arn:aws:s3:::records/2026/*", "s3:PutObject"), stream()],
  },
  violates: {
    "a role without rights": [["extendedS3Configuration.bucketArn needs s3:PutObject"], role("firehose"), stream()],
    "rights on another bucket": [
      ["s3:PutObject"],
      role("firehose"),
      rights("arn:aws:s3:::others/*", "s3:PutObject"),
      stream(),
    ],
    "a source that it may not read": [
      ["kinesis:GetRecords"],
      role("firehose"),
      rights("*", "s3:PutObject"),
      stream({ kinesisSourceConfiguration: { roleArn, kinesisStreamArn: arn("kinesis", "stream/s") } }),
    ],
    "a function that it may not invoke": [
      ["lambda:InvokeFunction"],
      role("firehose"),
      rights("*", "s3:PutObject"),
      stream(
        {},
        {
          processingConfiguration: {
            processors: [{ type: "Lambda", parameters: [{ parameterName: "LambdaArn", parameterValue: fnArn }] }],
          },
        },
      ),
    ],
    "the bucket of another destination": [
      ["httpEndpointConfiguration.s3Configuration.bucketArn needs s3:PutObject"],
      role("firehose"),
      {
        type: types.firehose,
        name: "d",
        properties: {
          destination: "http_endpoint",
          httpEndpointConfiguration: { s3Configuration: { roleArn, bucketArn: "arn:aws:s3:::records" } },
        },
        links: {},
      },
    ],
  },
  open: {
    "a policy that is unknown": [
      ['Role "r"'],
      role("firehose"),
      resource("rolePolicy", "p", { role: "r", policy: unknown }),
      stream(),
    ],
  },
});

const pipe = (source: string, target: string) => resource("pipe", "pipe", { roleArn, source, target });
const eventTarget = (to: string) => resource("eventTarget", "t", { rule: "e", roleArn, arn: to });
const destination = arn("events", "api-destination/d/1");
cases("pipes-role-rights", {
  holds: {
    "source and target": [
      role("pipes"),
      rights("*", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "firehose:PutRecordBatch"),
      pipe(arn("sqs", "q"), arn("firehose", "deliverystream/d")),
    ],
    "a machine that answers at once": [
      role("pipes"),
      rights("*", "kinesis:Get*", "states:StartSyncExecution"),
      pipe(arn("kinesis", "stream/s"), arn("states", "stateMachine:m")),
    ],
  },
  violates: {
    "a target alone": [
      ["source needs sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes, which"],
      role("pipes"),
      rights("*", "lambda:InvokeFunction"),
      pipe(arn("sqs", "q"), fnArn),
    ],
    neither: [
      ["source needs sqs:ReceiveMessage", "target needs firehose:PutRecord or firehose:PutRecordBatch"],
      role("pipes"),
      pipe(arn("sqs", "q"), arn("firehose", "deliverystream/d")),
    ],
  },
  open: {
    "a policy that is unknown": [
      ['Role "r"'],
      role("pipes"),
      resource("rolePolicy", "p", { role: "r", policy: unknown }),
      pipe(arn("sqs", "q"), fnArn),
    ],
  },
});

cases("eventbridge-target-rights", {
  holds: {
    "an API destination": [role("events"), rights("*", "events:InvokeApiDestination"), eventTarget(destination)],
    "another bus": [role("events"), rights("*", "events:PutEvents"), eventTarget(arn("events", "event-bus/b"))],
  },
  violates: {
    "an API destination by the right of a bus": [
      ["events:InvokeApiDestination"],
      role("events"),
      rights("*", "events:PutEvents"),
      eventTarget(destination),
    ],
  },
});
