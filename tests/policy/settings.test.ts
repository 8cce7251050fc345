import { type types } from "../../policy/frame/resource";
import { holds, nest, open, resource, unknown, violates } from "./expectations";

/** Every rule that one setting has one of certain values. */
interface Setting {
  readonly rule: string;
  readonly kind: keyof typeof types;
  readonly path: readonly string[];
  readonly takes: readonly unknown[];
  readonly refuses: readonly unknown[];
  /** Whether leaving it out is a violation. */
  readonly needed: boolean;
  /** What makes the rule apply. */
  readonly more?: Record<string, unknown>;
}

const settings: readonly Setting[] = [
  {
    rule: "states-tracing",
    kind: "stateMachine",
    path: ["tracingConfiguration", "enabled"],
    takes: [true],
    refuses: [false],
    needed: true,
  },
  {
    rule: "states-logging",
    kind: "stateMachine",
    path: ["loggingConfiguration", "level"],
    takes: ["ALL", "ERROR", "FATAL"],
    refuses: ["OFF"],
    needed: true,
  },
  { rule: "appsync-tracing", kind: "graphqlApi", path: ["xrayEnabled"], takes: [true], refuses: [false], needed: true },
  {
    rule: "rds-instance-encryption",
    kind: "dbInstance",
    path: ["storageEncrypted"],
    takes: [true, "true"],
    refuses: [false],
    needed: true,
  },
  {
    rule: "rds-instance-deletion-protection",
    kind: "dbInstance",
    path: ["deletionProtection"],
    takes: [true, "true"],
    refuses: [false],
    needed: true,
  },
  {
    rule: "rds-instance-iam-authentication",
    kind: "dbInstance",
    path: ["iamDatabaseAuthenticationEnabled"],
    takes: [true, "true"],
    refuses: [false],
    needed: true,
  },
  {
    rule: "rds-cluster-encryption",
    kind: "dbCluster",
    path: ["storageEncrypted"],
    takes: [true, "true"],
    refuses: [false],
    needed: true,
  },
  {
    rule: "rds-cluster-deletion-protection",
    kind: "dbCluster",
    path: ["deletionProtection"],
    takes: [true, "true"],
    refuses: [false],
    needed: true,
  },
  {
    rule: "rds-cluster-iam-authentication",
    kind: "dbCluster",
    path: ["iamDatabaseAuthenticationEnabled"],
    takes: [true, "true"],
    refuses: [false],
    needed: true,
  },
  { rule: "rds-proxy-tls", kind: "dbProxy", path: ["requireTls"], takes: [true], refuses: [false], needed: true },
  {
    rule: "elasticache-transit-encryption",
    kind: "replicationGroup",
    path: ["transitEncryptionEnabled"],
    takes: [true],
    refuses: [false],
    needed: true,
  },
  {
    rule: "elasticache-encryption",
    kind: "replicationGroup",
    path: ["atRestEncryptionEnabled"],
    takes: [true],
    refuses: [false],
    needed: true,
  },
  {
    rule: "elasticache-passwords",
    kind: "cacheUser",
    path: ["noPasswordRequired"],
    takes: [false],
    refuses: [true],
    needed: false,
  },
  {
    rule: "cloudfront-function-runtime",
    kind: "edgeFunction",
    path: ["runtime"],
    takes: ["cloudfront-js-2.0"],
    refuses: ["cloudfront-js-1.0"],
    needed: false,
  },
  {
    rule: "sqs-encryption",
    kind: "queue",
    path: ["sqsManagedSseEnabled"],
    takes: [true],
    refuses: [false],
    needed: false,
  },
  {
    rule: "dynamodb-recovery",
    kind: "table",
    path: ["pointInTimeRecovery", "enabled"],
    takes: [true, "true"],
    refuses: [false],
    needed: true,
  },
  {
    rule: "dynamodb-deletion-protection",
    kind: "table",
    path: ["deletionProtectionEnabled"],
    takes: [true],
    refuses: [false],
    needed: true,
  },
  {
    rule: "dax-encryption",
    kind: "daxCluster",
    path: ["serverSideEncryption", "enabled"],
    takes: [true],
    refuses: [false],
    needed: true,
  },
  {
    rule: "dax-tls",
    kind: "daxCluster",
    path: ["clusterEndpointEncryptionType"],
    takes: ["TLS"],
    refuses: ["NONE"],
    needed: true,
  },
  {
    rule: "kinesis-encryption",
    kind: "stream",
    path: ["encryptionType"],
    takes: ["KMS"],
    refuses: ["NONE"],
    needed: true,
  },
  { rule: "kms-rotation", kind: "key", path: ["enableKeyRotation"], takes: [true], refuses: [false], needed: true },
  {
    rule: "waf-metrics",
    kind: "webAcl",
    path: ["visibilityConfig", "cloudwatchMetricsEnabled"],
    takes: [true],
    refuses: [false],
    needed: false,
  },
  {
    rule: "acm-key",
    kind: "certificate",
    path: ["keyAlgorithm"],
    takes: ["RSA_2048", "EC_prime256v1"],
    refuses: ["RSA_1024"],
    needed: false,
  },
  {
    rule: "acm-validation",
    kind: "certificate",
    path: ["validationMethod"],
    takes: ["DNS"],
    refuses: ["EMAIL"],
    needed: false,
  },
  {
    rule: "apigateway-tracing",
    kind: "apiStage",
    path: ["xrayTracingEnabled"],
    takes: [true],
    refuses: [false],
    needed: true,
  },
  {
    rule: "apigateway-cache-encryption",
    kind: "apiMethodSettings",
    path: ["settings", "cacheDataEncrypted"],
    takes: [true],
    refuses: [false],
    needed: true,
    more: { cachingEnabled: true },
  },
  {
    rule: "apigateway-data-trace",
    kind: "apiMethodSettings",
    path: ["settings", "dataTraceEnabled"],
    takes: [false],
    refuses: [true],
    needed: false,
  },
  {
    rule: "apigateway-tls",
    kind: "apiDomain",
    path: ["securityPolicy"],
    takes: ["TLS_1_2", "SecurityPolicy_TLS13_1_3_2025_09"],
    refuses: ["TLS_1_0"],
    needed: false,
  },
  {
    rule: "cognito-mfa",
    kind: "userPool",
    path: ["mfaConfiguration"],
    takes: ["ON", "OPTIONAL"],
    refuses: ["OFF"],
    needed: true,
  },
  {
    rule: "cognito-threat-protection",
    kind: "userPool",
    path: ["userPoolAddOns", "advancedSecurityMode"],
    takes: ["ENFORCED"],
    refuses: ["AUDIT", "OFF"],
    needed: true,
  },
  {
    rule: "cognito-deletion-protection",
    kind: "userPool",
    path: ["deletionProtection"],
    takes: ["ACTIVE"],
    refuses: ["INACTIVE"],
    needed: true,
  },
  {
    rule: "cognito-user-existence",
    kind: "userPoolClient",
    path: ["preventUserExistenceErrors"],
    takes: ["ENABLED"],
    refuses: ["LEGACY"],
    needed: true,
  },
  {
    rule: "cognito-guests",
    kind: "identityPool",
    path: ["allowUnauthenticatedIdentities"],
    takes: [false],
    refuses: [true, "true"],
    needed: false,
  },
  {
    rule: "cognito-classic-flow",
    kind: "identityPool",
    path: ["allowClassicFlow"],
    takes: [false],
    refuses: [true],
    needed: false,
  },
];

describe("settings that are one of certain values", () => {
  for (const { rule, kind, path, takes, refuses, needed, more = {} } of settings) {
    const property = path.join(".");
    const [top = ""] = path;
    const set = (value: unknown) => {
      const properties = nest(path, value);
      const merged =
        path.length > 1 ? { [top]: { ...(properties[top] as object), ...more } } : { ...properties, ...more };
      return resource(kind, "subject", merged);
    };

    describe(rule, () => {
      it(`takes ${takes.join(", ")}`, async () => {
        for (const value of takes) await holds(rule, set(value));
      });
      it(`refuses ${refuses.join(", ")}, naming resource, property and value`, async () => {
        for (const value of refuses)
          await violates(rule, [`"subject": ${property} is ${String(value)}: `, "Fix: "], set(value));
      });
      it(needed ? "refuses a property that is left out" : "says nothing when the property is left out", () =>
        needed ? violates(rule, [property, "when left out"], set(undefined)) : holds(rule, set(undefined)),
      );
      it("is not evaluated while the value is unknown", () => open(rule, [`subject (${property})`], set(unknown)));
      it("is not evaluated on something else", () => open(rule, ["neither a text nor a boolean"], set(5)));
    });
  }

  it("leave alone what they are not about", async () => {
    const key = (more: Record<string, unknown>) => resource("key", "k", { enableKeyRotation: false, ...more });
    await holds("kms-rotation", key({ customerMasterKeySpec: "RSA_4096" }), key({ customKeyStoreId: "store" }));
    await open("kms-rotation", ["enableKeyRotation"], key({ customerMasterKeySpec: unknown }));
    const imported = resource("certificate", "c", { validationMethod: "NONE", certificateBody: "x", privateKey: "y" });
    await holds("acm-validation", imported);
    const cache = (cachingEnabled: unknown) => resource("apiMethodSettings", "m", { settings: { cachingEnabled } });
    await holds("apigateway-cache-encryption", cache(false), cache(undefined));
    await open("apigateway-cache-encryption", ["whether settings.cacheDataEncrypted matters"], cache(unknown));
  });
});

/** Every rule that a property is set. */
const required: readonly (readonly [
  rule: string,
  kind: keyof typeof types,
  path: readonly string[],
  value: unknown,
])[] = [
  [
    "apigateway-access-logs",
    "apiStage",
    ["accessLogSettings", "destinationArn"],
    "arn:aws:logs:eu-west-1:1:log-group:api",
  ],
  [
    "apigateway-http-access-logs",
    "httpStage",
    ["accessLogSettings", "destinationArn"],
    "arn:aws:logs:eu-west-1:1:log-group:api",
  ],
  ["apigateway-http-throttling", "httpStage", ["defaultRouteSettings", "throttlingRateLimit"], 100],
  ["apigateway-redeploy", "apiDeployment", ["triggers"], { hash: "x" }],
];

describe("properties that must be set", () => {
  for (const [rule, kind, path, value] of required) {
    it(`${rule} takes ${path.join(".")}, known or not, and refuses its absence`, async () => {
      await holds(rule, resource(kind, "subject", nest(path, value)));
      await holds(rule, resource(kind, "subject", nest(path, unknown)));
      await violates(rule, [`"subject": ${path.join(".")} is not set`, "Fix: "], resource(kind, "subject", {}));
      await violates(rule, ["is not set"], resource(kind, "subject", nest(path, "")));
    });
  }
});
