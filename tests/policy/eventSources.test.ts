import { cases, resource, unknown } from "./expectations";

const fn = (more: Record<string, unknown> = {}) => resource("function", "work", { arn: "arn:f", name: "f", ...more });
const queue = (more: Record<string, unknown> = {}) => resource("queue", "orders", { arn: "arn:q", url: "u", ...more });
const mapping = (more: Record<string, unknown> = {}, links: Parameters<typeof resource>[3] = {}) =>
  resource("eventSourceMapping", "m", { eventSourceArn: "arn:q", functionName: "arn:f", ...more }, links);
const sqs = "arn:aws:sqs:eu-west-1:1:orders";
const kinesis = "arn:aws:kinesis:eu-west-1:1:stream/s";

cases("lambda-queue-batch", {
  holds: {
    "10 messages": [mapping({ eventSourceArn: sqs, batchSize: 10 })],
    "10,000 with a window": [mapping({ eventSourceArn: sqs, batchSize: 10_000, maximumBatchingWindowInSeconds: 1 })],
    "10 of a FIFO queue": [queue({ fifoQueue: true }), mapping({ batchSize: 10, maximumBatchingWindowInSeconds: 0 })],
    "100 records of a stream": [mapping({ eventSourceArn: kinesis, batchSize: 100 })],
    "a source that is unknown, with few messages": [mapping({ eventSourceArn: unknown, batchSize: 10 })],
  },
  violates: {
    "11 without a window": [["batchSize is 11 with no window"], mapping({ eventSourceArn: sqs, batchSize: 11 })],
    "11 of a FIFO queue": [
      ["batchSize is 11 messages; AWS allows 1 to 10 messages of a FIFO queue"],
      queue({ fifoQueue: true }),
      mapping({ batchSize: 11 }),
    ],
    "11 of a FIFO queue of another stack": [
      ["of a FIFO queue"],
      mapping({ eventSourceArn: `${sqs}.fifo`, batchSize: 11 }),
    ],
    "a window of a FIFO queue by link": [
      ["maximumBatchingWindowInSeconds is 1; AWS takes none"],
      queue({ arn: unknown, fifoQueue: true }),
      mapping({ eventSourceArn: unknown, maximumBatchingWindowInSeconds: 1 }, { eventSourceArn: ["queue:orders"] }),
    ],
  },
  open: {
    "a source that is unknown": [["eventSourceArn"], mapping({ eventSourceArn: unknown, batchSize: 11 })],
    "a size that is unknown": [["batchSize"], mapping({ eventSourceArn: sqs, batchSize: unknown })],
    "a window that is unknown": [
      ["maximumBatchingWindowInSeconds"],
      mapping({ eventSourceArn: sqs, batchSize: 11, maximumBatchingWindowInSeconds: unknown }),
    ],
  },
});

for (const [rule, factor, says] of [
  ["lambda-queue-visibility", 1, "Lambda refuses the mapping"],
  ["lambda-queue-visibility-margin", 6, "arrives twice"],
] as const) {
  cases(rule, {
    holds: {
      [`${factor} times the timeout`]: [
        fn({ timeout: 20 }),
        queue({ visibilityTimeoutSeconds: factor * 20 }),
        mapping(),
      ],
      "defaults as SQS and Lambda have them": [fn(), queue(), mapping()],
      "a queue of another stack": [fn({ timeout: 900 }), mapping({ eventSourceArn: sqs })],
    },
    violates: {
      "one second less": [
        [
          `has a visibility timeout of ${factor * 20 - 1} s`,
          "a timeout of 20 s",
          says,
          `Set visibilityTimeoutSeconds to ${factor * 20}`,
        ],
        fn({ timeout: 20 }),
        queue({ visibilityTimeoutSeconds: factor * 20 - 1 }),
        mapping(),
      ],
      "one second less by link": [
        [says],
        fn({ arn: unknown, timeout: 20 }),
        queue({ arn: unknown, visibilityTimeoutSeconds: factor * 20 - 1 }),
        mapping(
          { eventSourceArn: unknown, functionName: unknown },
          { eventSourceArn: ["queue:orders"], functionName: ["function:work"] },
        ),
      ],
    },
    open: { "a timeout that is unknown": [["timeouts"], fn({ timeout: unknown }), queue(), mapping()] },
  });
}

const share = (maximumConcurrency: unknown, name = "m") =>
  resource("eventSourceMapping", name, { functionName: "arn:f", scalingConfig: { maximumConcurrency } });
cases("lambda-queue-concurrency-sum", {
  holds: {
    "as much as is reserved": [fn({ reservedConcurrentExecutions: 10 }), share(4), share(6, "n")],
    "a function that reserves none": [fn(), share(1_000)],
    "a function without the limit": [fn({ reservedConcurrentExecutions: -1 }), share(10)],
    "mappings that say nothing": [fn({ reservedConcurrentExecutions: 1 }), mapping()],
  },
  violates: {
    "one more": [
      ["may use 11 executions at once, and it reserves 10"],
      fn({ reservedConcurrentExecutions: 10 }),
      share(5),
      share(6, "n"),
    ],
    "one more through an alias": [
      ["may use 11"],
      fn({ reservedConcurrentExecutions: 10 }),
      resource("alias", "live", { arn: "arn:f:live", functionName: "f" }),
      resource("eventSourceMapping", "m", { functionName: "arn:f:live", scalingConfig: { maximumConcurrency: 11 } }),
    ],
  },
  open: {
    "a share that is unknown": [["maximumConcurrency"], fn({ reservedConcurrentExecutions: 10 }), share(unknown)],
    "a reservation that is unknown": [["reserved"], fn({ reservedConcurrentExecutions: unknown }), share(5)],
  },
});

cases("lambda-stream-position", {
  holds: {
    "a position": [mapping({ eventSourceArn: kinesis, startingPosition: "LATEST" })],
    "a queue": [mapping({ eventSourceArn: sqs })],
  },
  violates: {
    none: [["AWS refuses the mapping of a stream"], mapping({ eventSourceArn: kinesis })],
    "none of a table of this stack": [
      ["startingPosition is not set"],
      resource("table", "users", { streamArn: unknown }),
      mapping({ eventSourceArn: unknown }, { eventSourceArn: ["table:users"] }),
    ],
  },
  open: { "a source that is unknown": [["eventSourceArn"], mapping({ eventSourceArn: unknown })] },
});

const failure = { destinationConfig: { onFailure: { destinationArn: unknown } } };
cases("lambda-stream-failures", {
  holds: {
    "a destination": [mapping({ eventSourceArn: kinesis, ...failure })],
    "a queue, which has dead letters of its own": [mapping({ eventSourceArn: sqs })],
  },
  violates: { none: [["records are lost after the last retry"], mapping({ eventSourceArn: kinesis })] },
  open: { "a source that is unknown": [["eventSourceArn"], mapping({ eventSourceArn: unknown })] },
});

const redrive = (deadLetterTargetArn = "arn:d") => JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 3 });
const dead = (more: Record<string, unknown> = {}) => resource("queue", "dead", { arn: "arn:d", url: "d", ...more });
cases("sqs-dead-letters", {
  holds: {
    "a queue with one, and the one": [queue({ redrivePolicy: redrive() }), dead()],
    "by link": [
      queue({ redrivePolicy: unknown }),
      dead({ arn: unknown }),
      resource("queue", "other", { redrivePolicy: unknown }, { redrivePolicy: ["queue:dead", "queue:orders"] }),
      resource("topicSubscription", "s", { redrivePolicy: redrive("arn:q") }),
    ],
    "by a resource that stands for the argument": [
      queue(),
      dead(),
      resource("queueRedrivePolicy", "r", { queueUrl: "u", redrivePolicy: redrive() }),
    ],
    "a destination of a function": [
      dead(),
      resource("functionEventInvokeConfig", "c", { destinationConfig: { onFailure: { destination: "arn:d" } } }),
    ],
    "a destination of a stream": [dead(), mapping({ destinationConfig: { onFailure: { destinationArn: "arn:d" } } })],
    "what a rule gives up": [dead(), resource("eventTarget", "t", { deadLetterConfig: { arn: "arn:d" } })],
    "what a schedule gives up": [dead(), resource("schedule", "s", { target: { deadLetterConfig: { arn: "arn:d" } } })],
  },
  violates: {
    "a queue without": [["is received again until it expires"], queue()],
    "an empty policy": [["is received again"], queue({ redrivePolicy: "" })],
    "an argument that is left out, which a preview does not know": [
      ["is received again"],
      queue({ redrivePolicy: unknown }),
      resource("eventTarget", "t", { deadLetterConfig: { arn: unknown } }),
      resource("queueRedrivePolicy", "r", { queueUrl: [], redrivePolicy: redrive("arn:other") }),
    ],
  },
  open: {
    "a queue that something unknown may use": [
      ["whether it takes dead letters"],
      queue(),
      resource("parameter", "other", {}),
      resource("eventTarget", "t", { deadLetterConfig: { arn: unknown } }, { deadLetterConfig: ["parameter:other"] }),
    ],
  },
});

cases("sqs-dead-letter-type", {
  holds: {
    "FIFO for FIFO": [queue({ fifoQueue: true, redrivePolicy: redrive() }), dead({ fifoQueue: true })],
    "standard for standard": [queue({ redrivePolicy: redrive() }), dead()],
    "a queue of another stack": [queue({ redrivePolicy: redrive("arn:x") })],
  },
  violates: {
    "standard for FIFO": [["it is a FIFO queue"], queue({ fifoQueue: true, redrivePolicy: redrive() }), dead()],
    "FIFO for standard": [["it is a standard queue"], queue({ redrivePolicy: redrive() }), dead({ fifoQueue: true })],
  },
  open: {
    "a type that is unknown": [["fifoQueue"], queue({ redrivePolicy: redrive() }), dead({ fifoQueue: unknown })],
  },
});

const denial = (Action: string) =>
  JSON.stringify({
    Statement: {
      Effect: "Deny",
      Principal: "*",
      Action,
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  });
for (const [rule, kind, policyKind, property, action] of [
  ["sqs-tls-only", "queue", "queuePolicy", "queueUrl", "sqs:*"],
  ["sns-tls-only", "topic", "topicPolicy", "arn", "sns:Publish"],
] as const) {
  const subject = resource(kind, "subject", { arn: "subject", url: "subject" });
  cases(rule, {
    holds: {
      "a policy that denies plain text": [
        subject,
        resource(policyKind, "p", { [property]: "subject", policy: denial(action) }),
      ],
      "a policy of its own": [resource(kind, "subject", { policy: denial(action) })],
    },
    violates: {
      "no policy": [["does not deny requests without TLS"], subject],
      "a policy that denies something else": [
        ["does not deny"],
        subject,
        resource(policyKind, "p", { [property]: "subject", policy: denial("sqs:PurgeQueue") }),
      ],
    },
    open: {
      "a policy that is unknown": [
        ["policy"],
        subject,
        resource(policyKind, "p", { [property]: "subject", policy: unknown }),
      ],
    },
  });
}

cases("sns-encryption", {
  holds: {
    "a key": [resource("topic", "t", { kmsMasterKeyId: "alias/aws/sns" })],
    unknown: [resource("topic", "t", { kmsMasterKeyId: unknown })],
  },
  violates: { "no key": [["waiting messages are stored unencrypted"], resource("topic", "t", {})] },
});
cases("sns-redrive", {
  holds: {
    "dead letters": [resource("topicSubscription", "s", { protocol: "lambda", redrivePolicy: unknown })],
    "an e-mail": [resource("topicSubscription", "s", { protocol: "email" })],
  },
  violates: { "a function without": [["is lost"], resource("topicSubscription", "s", { protocol: "lambda" })] },
  open: { "a protocol that is unknown": [["protocol"], resource("topicSubscription", "s", { protocol: unknown })] },
});

const rules = (count: number, more = {}) =>
  Array.from({ length: count }, (_, index) => resource("eventRule", `r${index}`, { region: "eu-west-1", ...more }));
cases("eventbridge-rules", {
  holds: {
    "300": rules(300),
    "301 on two buses": [...rules(300), resource("eventRule", "other", { region: "eu-west-1", eventBusName: "shop" })],
  },
  violates: { "301": [["event bus default is 301 rules", "at most 300"], ...rules(301)] },
});
cases("eventbridge-public-policy", {
  holds: {
    "an account": [
      resource("eventBusPolicy", "p", {
        policy: JSON.stringify({ Statement: { Effect: "Allow", Principal: { AWS: "1" }, Action: "events:PutEvents" } }),
      }),
    ],
  },
  violates: {
    everybody: [
      ["is public: it allows"],
      resource("eventBusPolicy", "p", {
        policy: JSON.stringify({ Statement: { Effect: "Allow", Principal: "*", Action: "events:PutEvents" } }),
      }),
    ],
  },
});

const snap = (more: Record<string, unknown> = {}) =>
  fn({ snapStart: { applyOn: "PublishedVersions" }, runtime: "python3.14", publish: true, ...more });
cases("lambda-snapstart", {
  holds: {
    "Python with versions": [snap()],
    "/tmp of 512 MB": [snap({ ephemeralStorage: { size: 512 } })],
    none: [fn({ runtime: "nodejs24.x" })],
    "one that is switched off": [fn({ runtime: "nodejs24.x", snapStart: { applyOn: "None" } })],
  },
  violates: {
    Node: [["is not supported with the runtime nodejs24.x"], snap({ runtime: "nodejs24.x" })],
    "a file system": [["a file system"], snap({ fileSystemConfig: { arn: "arn:efs" } })],
    "/tmp of 513 MB": [["/tmp of 513 MB"], snap({ ephemeralStorage: { size: 513 } })],
    "an image": [["a container image"], snap({ packageType: "Image", runtime: undefined })],
    "provisioned concurrency": [
      ["provisioned concurrency"],
      snap(),
      resource("provisionedConcurrency", "p", { functionName: "f" }),
    ],
    "no versions": [["only published versions have a snapshot"], snap({ publish: undefined })],
  },
  open: {
    "a runtime that is unknown": [["runtime"], snap({ runtime: unknown })],
    "a switch that is unknown": [["snapStart.applyOn"], snap({ snapStart: { applyOn: unknown } })],
  },
});

cases("lambda-latest-runtime", {
  holds: {
    "the latest": [fn({ runtime: "nodejs24.x" })],
    "one that has ended, which other rules tell": [fn({ runtime: "nodejs18.x" })],
    "an image": [fn({ packageType: "Image" })],
  },
  violates: { "an older one": [["runtime is python3.12; the latest is python3.14"], fn({ runtime: "python3.12" })] },
  open: { "a runtime that is unknown": [["runtime"], fn({ runtime: unknown })] },
});

const permission = (action: unknown, name = "p") =>
  resource("permission", name, { function: "f", principal: "123456789012", action });
cases("lambda-url-permission", {
  holds: {
    both: [fn(), permission("lambda:InvokeFunctionUrl"), permission("lambda:InvokeFunction", "q")],
    "a function without URL": [fn(), permission("lambda:InvokeFunction")],
  },
  violates: { "one of them": [["its calls of the URL get 403"], fn(), permission("lambda:InvokeFunctionUrl")] },
  open: {
    "another permission that is unknown": [
      ["permissions"],
      fn(),
      permission("lambda:InvokeFunctionUrl"),
      permission(unknown, "q"),
    ],
  },
});
const ofS3 = (more: Record<string, unknown> = {}) =>
  resource("permission", "p", { principal: "s3.amazonaws.com", ...more });
cases("lambda-permission-account", {
  holds: {
    "an account": [ofS3({ sourceAccount: "1" })],
    "an account that is unknown": [ofS3({ sourceAccount: unknown })],
    "another service": [ofS3({ principal: "sns.amazonaws.com" })],
  },
  violates: { none: [["sourceAccount is not set"], ofS3()] },
  open: { "a principal that is unknown": [["principal"], ofS3({ principal: unknown })] },
});
cases("iam-managed-policies", {
  holds: {
    "a policy of its own": [resource("rolePolicyAttachment", "a", { policyArn: "arn:aws:iam::1:policy/own" })],
    "one by link": [
      resource("policy", "own", {}),
      resource("rolePolicyAttachment", "a", { policyArn: unknown }, { policyArn: ["policy:own"] }),
    ],
  },
  violates: {
    "one of AWS": [
      ["its managed policies allow more than it needs"],
      resource("rolePolicyAttachment", "a", { policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" }),
    ],
  },
  open: { "one that is unknown": [["policyArn"], resource("rolePolicyAttachment", "a", { policyArn: unknown })] },
});
