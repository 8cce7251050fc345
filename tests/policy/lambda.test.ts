import { limits, reservedEnvironmentNames } from "../../limits";
import { holds, open, policyServer, resource, run, unknown, violates } from "./expectations";
import { type Sent } from "./server";

const fn = (properties: Record<string, unknown>, links: Parameters<typeof resource>[3] = {}): Sent =>
  resource("function", "orders", properties, links);
const environment = (variables: unknown): Sent => fn({ environment: { variables } });

describe("lambda-layers, lambda-vpc-subnets, lambda-vpc-security-groups", () => {
  for (const [rule, max, set] of [
    ["lambda-layers", 5, (list: unknown) => fn({ layers: list })],
    ["lambda-vpc-subnets", 16, (list: unknown) => fn({ vpcConfig: { subnetIds: list } })],
    ["lambda-vpc-security-groups", 5, (list: unknown) => fn({ vpcConfig: { securityGroupIds: list } })],
  ] as const) {
    it(`${rule} takes ${max} and refuses ${max + 1}, even while their ids are unknown`, async () => {
      await holds(rule, set(new Array(max).fill(unknown)));
      await violates(rule, [`is ${max + 1}`, `at most ${max}`], set(new Array(max + 1).fill(unknown)));
    });
    it(`${rule} is not evaluated while the list is unknown or is no list`, async () => {
      await open(rule, ["orders"], set(unknown));
      await open(rule, ["orders"], set("one"));
      await holds(rule, fn({}));
    });
  }
});

describe("lambda-image-layers", () => {
  const rule = "lambda-image-layers";
  it("refuses layers on a function from an image", async () => {
    await violates(rule, ["packageType is Image", "1 layers"], fn({ packageType: "Image", layers: ["arn"] }));
    await holds(rule, fn({ packageType: "Image", layers: [] }));
    await holds(rule, fn({ packageType: "Image" }));
    await holds(rule, fn({ packageType: "Zip", layers: ["arn"] }));
  });
  it("is not evaluated while either is unknown", async () => {
    await open(rule, ["packageType"], fn({ packageType: unknown, layers: ["arn"] }));
    await open(rule, ["layers"], fn({ packageType: "Image", layers: unknown }));
  });
});

describe("lambda-environment-size", () => {
  const rule = "lambda-environment-size";
  const overhead = JSON.stringify({ A: "" }).length;

  it("takes 4,096 bytes of JSON text and refuses 4,097", async () => {
    await holds(rule, environment({ A: "x".repeat(4096 - overhead) }));
    await violates(rule, ["4,097 bytes", "4,096 bytes"], environment({ A: "x".repeat(4097 - overhead) }));
  });
  it("counts bytes, not characters", () => violates(rule, ["environment is"], environment({ A: "é".repeat(2048) })));
  it("is not evaluated while a value is unknown, unless the known ones are too much already", async () => {
    await open(rule, ["environment.variables"], environment({ A: unknown, B: "b" }));
    await open(rule, ["environment.variables"], environment(unknown));
    await violates(
      rule,
      ["not counting values that are not known yet"],
      environment({ A: unknown, B: "b".repeat(4096) }),
    );
  });
  it("says nothing without variables", async () => {
    await holds(rule, fn({}));
    await holds(rule, environment({}));
  });
});

describe("lambda-environment-names", () => {
  const rule = "lambda-environment-names";
  it("refuses each of the 18 names that Lambda keeps", async () => {
    for (const name of reservedEnvironmentNames) await violates(rule, [name], environment({ [name]: "x" }));
  });
  it("takes names that only look like them", () => holds(rule, environment({ AWS_REGIONS: "x", _HANDLERS: "y" })));
  it("knows the names while the values are unknown", () =>
    violates(rule, ["AWS_REGION"], environment({ AWS_REGION: unknown })));
  it("is not evaluated while the variables are unknown", () => open(rule, ["environment"], environment(unknown)));
});

describe("lambda-secret-values and lambda-secret-names", () => {
  const secret = "AKIA" + "ABCDEFGHIJKLMNOP";
  it("refuses a credential by its form and never prints it", async () => {
    for (const value of [
      secret,
      "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
      "ghp_" + "a".repeat(36),
      "postgres://orders:hunter2@db.internal/orders",
    ]) {
      await violates("lambda-secret-values", ["environment variable A holds a"], environment({ A: value }));
      const found = await run(environment({ A: value, DB_PASSWORD: value }));
      for (const { message } of found.violations) {
        if (message.includes(value)) throw new Error("the message prints the secret");
      }
    }
  });
  it("takes ordinary values, and URLs without a password", () =>
    holds("lambda-secret-values", environment({ A: "orders", B: "https://user@example.com/", C: "arn:aws:s3:::x" })));
  it("points out plain text under a secret's name", () =>
    violates("lambda-secret-names", ["DB_PASSWORD"], environment({ DB_PASSWORD: "correct horse" })));
  it("takes references under a secret's name, and names that only contain the word", () =>
    holds(
      "lambda-secret-names",
      environment({
        SECRET: "arn:aws:secretsmanager:eu-west-1:1:secret:x",
        API_KEY: "/orders/api-key",
        MAX_TOKEN: "4096",
        TOKEN_TABLE: "tokens",
        PASSWORD: "",
      }),
    ));
  it("is not evaluated while a value is unknown", async () => {
    await open("lambda-secret-values", ["variable DB_PASSWORD"], environment({ DB_PASSWORD: unknown }));
    await open("lambda-secret-names", ["variable DB_PASSWORD"], environment({ DB_PASSWORD: unknown }));
    await open("lambda-secret-names", ["environment"], environment(unknown));
  });
});

describe("lambda-tracing", () => {
  const rule = "lambda-tracing";
  it("asks for active tracing", async () => {
    await holds(rule, fn({ tracingConfig: { mode: "Active" } }));
    await violates(rule, ["X-Ray tracing is off"], fn({ tracingConfig: { mode: "PassThrough" } }));
    // Left out: a preview does not know it, and nothing made it.
    await violates(rule, ["X-Ray tracing is off"], fn({ tracingConfig: unknown }));
    await violates(rule, ["X-Ray tracing is off"], fn({}));
  });
  it("is not evaluated while the mode is unknown", () =>
    open(rule, ["tracingConfig.mode"], fn({ tracingConfig: { mode: unknown } })));
});

describe("lambda-default-timeout and lambda-default-memory", () => {
  it("point out that Lambda's default is used", async () => {
    await violates("lambda-default-timeout", ["timeout is not set", "3 s"], fn({ memorySize: 512 }));
    await violates("lambda-default-memory", ["memorySize is not set", "128 MB"], fn({ timeout: 30 }));
  });
  it("take a value that is chosen, known or not, the default included", async () => {
    for (const timeout of [3, 30, unknown]) await holds("lambda-default-timeout", fn({ timeout }));
    for (const memorySize of [128, 512, unknown]) await holds("lambda-default-memory", fn({ memorySize }));
  });
});

describe("lambda-dead-letters", () => {
  const rule = "lambda-dead-letters";
  const config = (properties: Record<string, unknown>, links = {}) =>
    resource("functionEventInvokeConfig", "config", properties, links);
  const caller = resource(
    "permission",
    "p",
    { function: unknown, principal: "s3.amazonaws.com" },
    { function: ["function:orders"] },
  );
  const onFailure = { destinationConfig: { onFailure: { destination: unknown } } };

  it("takes a dead letter target, known or not", async () => {
    await holds(rule, fn({ deadLetterConfig: { targetArn: "arn:aws:sqs:eu-west-1:1:dead" } }));
    await holds(rule, fn({ deadLetterConfig: { targetArn: unknown } }));
  });
  it("takes an on-failure destination of the function, found by name or by link", async () => {
    await holds(rule, fn({ name: "orders" }), config({ functionName: "orders", ...onFailure }));
    await holds(rule, fn({}), config({ functionName: unknown, ...onFailure }, { functionName: ["function:orders"] }));
  });
  it("takes an on-failure destination that is set on the function's alias", () =>
    holds(
      rule,
      fn({ name: "orders" }),
      resource("alias", "live", { functionName: "orders" }),
      config({ functionName: unknown, ...onFailure }, { functionName: ["alias:live"] }),
    ));
  it("refuses a function with neither, and one whose configuration has no destination", async () => {
    await violates(rule, ["failed events are dropped"], fn({}), caller);
    await violates(
      rule,
      ["dropped"],
      caller,
      fn({ name: "orders" }),
      config({ functionName: "orders", maximumRetryAttempts: 0 }),
    );
    await violates(rule, ["dropped"], caller, fn({ name: "orders" }), config({ functionName: "other", ...onFailure }));
  });
  it("is not evaluated while it is unknown whose configuration it is", () =>
    open(rule, ["failure destination"], fn({}), caller, config({ functionName: unknown, ...onFailure })));
});

describe("lambda-log-group", () => {
  const rule = "lambda-log-group";
  const group = (name: unknown) => resource("logGroup", "logs", { name });

  it("takes a log group of the stack, by configuration, by link or by Lambda's own naming", async () => {
    await holds(rule, fn({ loggingConfig: { logGroup: "logs" } }), group("logs"));
    await holds(
      rule,
      fn({ loggingConfig: { logGroup: unknown } }, { loggingConfig: ["logGroup:logs"] }),
      group(unknown),
    );
    await holds(rule, fn({ name: "orders" }), group("/aws/lambda/orders"));
  });
  it("refuses a function whose log group Lambda would make, or that is of another stack", async () => {
    await violates(rule, ["/aws/lambda/orders"], fn({ name: "orders" }), group("/aws/lambda/other"));
    await violates(
      rule,
      ["log group elsewhere is not of this stack"],
      fn({ loggingConfig: { logGroup: "elsewhere" } }),
    );
  });
  const other = resource("parameter", "pet", {});
  const pet = (property: string) => ({ [property]: ["parameter:pet"] as const });
  it("is not evaluated while names that others give are unknown", async () => {
    await open(rule, ["name"], fn({ name: unknown }, pet("name")), other);
    const named = resource("logGroup", "logs", { name: unknown }, pet("name"));
    await open(rule, ["log group"], fn({ name: "orders" }), named, other);
    const configured = fn({ loggingConfig: { logGroup: unknown } }, pet("loggingConfig"));
    await open(rule, ["loggingConfig.logGroup"], configured, other);
  });
  it("decides where an argument is left out, which a preview does not know either", async () => {
    await violates(rule, ["/aws/lambda/orders"], fn({ name: "orders", loggingConfig: unknown }));
    await violates(rule, ["/aws/lambda/orders"], fn({ name: "orders" }), group(unknown));
    await violates(rule, ["/aws/lambda/orders"], fn({ name: unknown }));
    const ofFunction = resource("logGroup", "logs", { name: unknown }, { name: ["function:orders"] });
    await holds(rule, fn({ name: unknown, loggingConfig: unknown }), ofFunction);
  });
});

describe("lambda-error-alarm", () => {
  const rule = "lambda-error-alarm";
  const alarm = (functionName: unknown, metricName: unknown = "Errors", links = {}) =>
    resource("metricAlarm", "alarm", { metricName, dimensions: { FunctionName: functionName } }, links);

  it("takes an alarm on the function's errors, by name or by link", async () => {
    await holds(rule, fn({ name: "orders" }), alarm("orders"));
    await holds(rule, fn({}), alarm(unknown, "Errors", { dimensions: ["function:orders"] }));
  });
  it("refuses a function with no alarm, one on another metric, or one on another function", async () => {
    await violates(rule, ["no alarm"], fn({ name: "orders" }));
    await violates(rule, ["no alarm"], fn({ name: "orders" }), alarm("orders", "Throttles"));
    await violates(rule, ["no alarm"], fn({ name: "orders" }), alarm("other"));
  });
  it("is not evaluated while it is unknown what an alarm watches", () =>
    open(rule, ["alarms"], fn({ name: "orders" }), alarm(unknown)));
});

describe("lambda-permission-source", () => {
  const rule = "lambda-permission-source";
  const permission = (properties: Record<string, unknown>) => resource("permission", "s3", properties);

  it("refuses a service or anyone without a source", async () => {
    await violates(rule, ["s3.amazonaws.com on behalf of any account"], permission({ principal: "s3.amazonaws.com" }));
    await violates(rule, ["anyone may invoke"], permission({ principal: "*" }));
  });
  it("takes a source that is known or will be, and an account as principal", async () => {
    await holds(rule, permission({ principal: "s3.amazonaws.com", sourceArn: unknown }));
    await holds(rule, permission({ principal: "s3.amazonaws.com", sourceAccount: "123456789012" }));
    await holds(rule, permission({ principal: "123456789012" }));
    await holds(rule, permission({}));
  });
  it("is not evaluated while the principal is unknown", () =>
    open(rule, ["principal"], permission({ principal: unknown })));
});

describe("lambda-url-auth", () => {
  const rule = "lambda-url-auth";
  const url = (authorizationType: unknown) => resource("functionUrl", "url", { authorizationType });
  it("refuses a URL that is open to the internet", async () => {
    await violates(rule, ["anyone on the internet"], url("NONE"));
    await holds(rule, url("AWS_IAM"));
    await open(rule, ["authorizationType"], url(unknown));
  });
});

describe("lambda-provisioned-concurrency", () => {
  it("refuses $LATEST", () =>
    violates(
      "lambda-provisioned-concurrency",
      ["qualifier is $LATEST"],
      resource("provisionedConcurrency", "warm", { qualifier: "$LATEST", provisionedConcurrentExecutions: 1 }),
    ));
});

describe("lambda-concurrency", () => {
  const rule = "lambda-concurrency";
  const reserving = (name: string, reservedConcurrentExecutions: unknown, more = {}) =>
    resource("function", name, { name, reservedConcurrentExecutions, ...more });
  const warm = (functionName: unknown, provisionedConcurrentExecutions: unknown, links = {}) =>
    resource("provisionedConcurrency", "warm", { functionName, provisionedConcurrentExecutions }, links);
  const max = limits.lambda.concurrency.max - limits.lambda.unreservedConcurrency.min;

  it("takes 900 of 1,000 and refuses 901, summed over functions", async () => {
    await holds(rule, reserving("a", 450), reserving("b", 450));
    await violates(rule, ["2 functions reserve 901", `less 100 are ${max}`], reserving("a", 450), reserving("b", 451));
  });
  it("adds the provisioned concurrency of a function that reserves none, and not of one that does", async () => {
    await violates(rule, ["901"], reserving("a", 451), reserving("b", -1), warm("b", 450));
    await holds(rule, reserving("a", 500), reserving("b", 400), warm("b", 400));
    await violates(rule, ["901"], reserving("a", 901), reserving("b", undefined), warm("a", 10));
  });
  it("finds the function of provisioned concurrency by link, through an alias", () =>
    violates(
      rule,
      ["901"],
      reserving("a", 451),
      resource("function", "b", {}),
      resource("alias", "live", { functionName: unknown }, { functionName: ["function:b"] }),
      warm(unknown, 450, { functionName: ["alias:live"] }),
    ));
  it("counts each Region for itself", () =>
    holds(rule, reserving("a", 900, { region: "eu-west-1" }), reserving("b", 900, { region: "us-east-1" })));
  it("is not evaluated while a reservation is unknown, unless the known ones are too much already", async () => {
    await open(rule, ["b (concurrency)"], reserving("a", 450), reserving("b", unknown));
    await violates(rule, ["reserve 901"], reserving("a", 901), reserving("b", unknown));
    await open(rule, ["concurrency"], reserving("a", undefined), warm(unknown, 5));
  });
  it("uses the account's own figure when it is configured", async () => {
    const server = await policyServer();
    try {
      await server.configure({ limits: { "lambda.concurrency": 3000 } });
      await holds(rule, reserving("a", 2900));
      await violates(rule, ["3000 less 100 are 2900"], reserving("a", 2901));
    } finally {
      await server.configure({});
    }
  });
});
