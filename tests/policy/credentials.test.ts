import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chosenKeys, kept } from "../../policy/readings/plainTexts";
import { run } from "./expectations";
import { sent } from "./judgement/judge";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const token = `github_pat_${"a1B2".repeat(8)}`;

/** A variable of what runs, by its name and value, in every way in which a type of the SDK takes one. */
const variables: Readonly<
  Record<string, readonly [type: string, properties: (name: string, value: string) => Record<string, unknown>]>
> = {
  "App Runner": [
    "aws:apprunner/service:Service",
    (name, value) => ({
      sourceConfiguration: {
        imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: { [name]: value } } },
      },
    }),
  ],
  "an app of Amplify": ["aws:amplify/app:App", (name, value) => ({ environmentVariables: { [name]: value } })],
  "a branch of Amplify": ["aws:amplify/branch:Branch", (name, value) => ({ environmentVariables: { [name]: value } })],
  "a job of Batch": [
    "aws:batch/jobDefinition:JobDefinition",
    (name, value) => ({ containerProperties: JSON.stringify({ environment: [{ name, value }] }) }),
  ],
  "a job of Batch over nodes": [
    "aws:batch/jobDefinition:JobDefinition",
    (name, value) => ({
      nodeProperties: JSON.stringify({ nodeRangeProperties: [{ container: { environment: [{ name, value }] } }] }),
    }),
  ],
  "a job of Batch on EKS": [
    "aws:batch/jobDefinition:JobDefinition",
    (name, value) => ({ eksProperties: { podProperties: { containers: [{ env: { [name]: value } }] } } }),
  ],
  CodeBuild: [
    "aws:codebuild/project:Project",
    (name, value) => ({ environment: { environmentVariables: [{ name, value }] } }),
  ],
  "Elastic Beanstalk": [
    "aws:elasticbeanstalk/environment:Environment",
    (name, value) => ({ settings: [{ namespace: "aws:elasticbeanstalk:application:environment", name, value }] }),
  ],
  "Lightsail containers": [
    "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
    (name, value) => ({ containers: [{ containerName: "web", environment: { [name]: value } }] }),
  ],
  "SageMaker models": [
    "aws:sagemaker/model:Model",
    (name, value) => ({ primaryContainer: { image: "i", environment: { [name]: value } } }),
  ],
  "a container of ECS": [
    "aws:ecs/taskDefinition:TaskDefinition",
    (name, value) => ({ containerDefinitions: JSON.stringify([{ name: "web", environment: [{ name, value }] }]) }),
  ],
  Airflow: ["aws:mwaa/environment:Environment", (name, value) => ({ airflowConfigurationOptions: { [name]: value } })],
};

/** Texts with a credential of a form of its own, where nothing is named. */
const texts: Readonly<Record<string, readonly [type: string, properties: (text: string) => Record<string, unknown>]>> =
  {
    "user data of Lightsail": ["aws:lightsail/instance:Instance", (userData) => ({ userData })],
    "user data of a launch configuration": [
      "aws:ec2/launchConfiguration:LaunchConfiguration",
      (text) => ({ userDataBase64: base64(text) }),
    ],
    "user data of a request for spot instances": [
      "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
      (userData) => ({ userData }),
    ],
    "user data of a fleet": [
      "aws:ec2/spotFleetRequest:SpotFleetRequest",
      (text) => ({ launchSpecifications: [{ userData: base64(text) }] }),
    ],
    "an argument of a job of Glue": ["aws:glue/job:Job", (text) => ({ defaultArguments: { "--token": text } })],
    "a connection of Glue": [
      "aws:glue/connection:Connection",
      (text) => ({ connectionProperties: { JDBC_CONNECTION_URL: text } }),
    ],
    "a description of a connection of DMS": [
      "aws:dms/endpoint:Endpoint",
      (text) => ({ extraConnectionAttributes: text }),
    ],
    "a build specification": ["aws:codebuild/project:Project", (buildspec) => ({ source: { buildspec } })],
    "a parameter of a stack of CloudFormation": [
      "aws:cloudformation/stack:Stack",
      (text) => ({ parameters: { Url: text } }),
    ],
    "a document of Systems Manager": ["aws:ssm/document:Document", (content) => ({ content })],
    "a header that EventBridge sends": [
      "aws:cloudwatch/eventConnection:EventConnection",
      (value) => ({ authParameters: { invocationHttpParameters: { headers: [{ key: "X", value }] } } }),
    ],
    "a header that CloudFront sends": [
      "aws:cloudfront/distribution:Distribution",
      (value) => ({ origins: [{ customHeaders: [{ name: "X", value }] }] }),
    ],
    "a parameter of a pipeline": [
      "aws:datapipeline/pipelineDefinition:PipelineDefinition",
      (stringValue) => ({ parameterValues: [{ id: "a", stringValue }] }),
    ],
    "the definition of a state machine": [
      "aws:sfn/stateMachine:StateMachine",
      (text) => ({ definition: JSON.stringify({ States: { A: { Type: "Pass", Result: { Url: text } } } }) }),
    ],
    "a tag": ["aws:sqs/queue:Queue", (text) => ({ tags: { note: text } })],
  };

async function found(type: string, properties: Record<string, unknown>): Promise<readonly string[]> {
  const { violations } = await run(sent(type, "x", properties));
  return violations
    .filter(({ rule, mandatory }) => mandatory && /secret-values/.test(rule))
    .map((each) => each.message);
}

describe("a credential in plain text", () => {
  for (const [where, [type, properties]] of Object.entries(variables)) {
    for (const [name, value] of [
      ["PGPASSWORD", "hunter2"],
      ["CACHE", "rediss://:hunter2@cache.example.com:6379"],
      ["DATABASE", "Server=db.example.com;User Id=app;Password=hunter2;"],
      ["KEY", `AKIA${"ABCD".repeat(4)}`],
      ["GH", token],
    ] as const) {
      it(`stops as the variable ${name} of ${where}, and is not printed`, async () => {
        const messages = await found(type, properties(name, value));
        assert.equal(messages.length, 1, messages.join("\n"));
        assert.ok(!messages[0]?.includes(value));
      });
    }
    it(`is none in a variable of ${where} that says where it is`, async () => {
      for (const [name, value] of [
        ["PGPASSWORD", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"],
        ["DATABASE", "postgres://${USER}:${PASSWORD}@db.example.com/app"],
        ["CSRF_TOKEN", "X-CSRF-Token"],
        ["QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"],
      ] as const) {
        assert.deepEqual(await found(type, properties(name, value)), []);
      }
    });
  }

  for (const [where, [type, properties]] of Object.entries(texts)) {
    it(`stops in ${where}`, async () => {
      for (const text of [token, "postgres://app:hunter2@db.example.com/app", "jdbc:mysql://app:hunter2@db/app"]) {
        assert.equal((await found(type, properties(text))).length, 1, text);
      }
    });
  }

  it("is none in what AWS keeps secret, and none in a variable that is read from a store", async () => {
    for (const [type, properties] of [
      ["aws:secretsmanager/secretVersion:SecretVersion", { secretString: token }],
      ["aws:dms/endpoint:Endpoint", { password: token }],
      ["aws:mq/broker:Broker", { users: [{ username: "a", password: token }] }],
      ["aws:amplify/app:App", { oauthToken: token, accessToken: token }],
      ["aws:acm/certificate:Certificate", { privateKey: "-----BEGIN PRIVATE KEY-----" }],
      [
        "aws:codebuild/project:Project",
        { environment: { environmentVariables: [{ name: "PGPASSWORD", value: "/db", type: "PARAMETER_STORE" }] } },
      ],
      [
        "aws:cloudwatch/eventConnection:EventConnection",
        { authParameters: { apiKey: { key: "X-Key", value: token }, basic: { username: "a", password: token } } },
      ],
    ] as const) {
      assert.deepEqual(await found(type, properties), [], type);
    }
  });

  it("is advice where the name alone says so", async () => {
    for (const [type, properties] of Object.values(variables)) {
      const { violations } = await run(sent(type, "x", properties("DB_PASSWORD", "correct horse")));
      const said = violations.filter(({ rule }) => rule === "governance-secret-names");
      assert.deepEqual(
        said.map(({ mandatory }) => mandatory),
        [false],
        type,
      );
    }
  });
});

describe("the arguments of the SDK", () => {
  const sdk = path.dirname(require.resolve("@pulumi/aws/package.json"));
  const modules = readdirSync(sdk, { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name !== "node_modules")
    .flatMap(({ name }) => readdirSync(path.join(sdk, name)).map((file) => path.join(sdk, name, file)));

  it("that it keeps secret are not looked at, but for those that others can read", () => {
    const readable = new Set(
      `athenaProperties clientId adminUsername bundleId teamId certificate certificateChain certificatePem caPem caCertificatePem
      verificationCertificatePem certificateWallet publicKey tokenSigningPublicKeys connectionProperties environmentVariables
      airflowConfigurationOptions content notes schema kmsKeyId kmsEncryptionContext customerGatewayConfiguration
      preAuthenticationLoginBanner postAuthenticationLoginBanner platformPrincipal value valueWo sesSmtpPasswordV4
      sharedSecret`.split(/\s+/),
    );
    const secrets = modules
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => {
        const list = /additionalSecretOutputs: \[([^\]]*)\]/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
        return Array.from(list.matchAll(/"(\w+)"/g), ([, name = ""]) => name);
      });
    assert.ok(secrets.length > 50);
    assert.deepEqual([...new Set(secrets.filter((name) => !kept.test(name) && !readable.has(name)))], []);
  });

  it("that are maps of variables, parameters or options are looked at by their keys", () => {
    const types = readFileSync(path.join(sdk, "types/input.d.ts"), "utf8");
    const args = modules.filter((file) => /\/(?!get)\w+\.d\.ts$/.test(file)).map((file) => readFileSync(file, "utf8"));
    const maps = [types, ...args].flatMap((text) =>
      Array.from(
        text.matchAll(/^ +(?:readonly )?(\w+)\??: pulumi\.Input<\{\s*\[key: string\]: pulumi\.Input<string>;/gm),
        ([, name = ""]) => name,
      ),
    );
    const programs = /^(env|.*(environment|variables|arguments|propert|parameters|options|configuration).*)$/i;
    const others = ["runtimeEnvironmentSecrets", "videoCodecOptions", "backupOptions"];
    const missing = new Set(
      maps.filter((name) => programs.test(name) && !chosenKeys.has(name) && !others.includes(name)),
    );
    assert.deepEqual([...missing].sort(), []);
  });
});
