import { type TypeRows } from "../schema";
import { api, page } from "./pages";
import { document } from "./samples";

/** Secrets Manager. */
export const secretsmanager: readonly TypeRows[] = [
  {
    type: "aws:secretsmanager/secretRotation:SecretRotation",
    source: api("secretsmanager", "RotateSecret"),
    rows: [
      {
        at: "rotationLambdaArn",
        fact: "the function that rotates is in the secret's own Region",
        ownRegion: true,
        source: "measured",
        good: "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
        bad: "arn:aws:lambda:eu-central-1:111122223333:function:rotate",
      },
      {
        at: "rotationRules",
        fact: "rules have automaticallyAfterDays or a scheduleExpression, not both",
        atMostOne: ["automaticallyAfterDays", "scheduleExpression"],
        source: api("secretsmanager", "RotationRulesType"),
        good: { automaticallyAfterDays: 30 },
        bad: { automaticallyAfterDays: 30, scheduleExpression: "rate(30 days)" },
      },
      {
        at: "rotationRules.automaticallyAfterDays",
        minimum: 1,
        maximum: 1000,
        source: api("secretsmanager", "RotationRulesType"),
        good: 1000,
        bad: 1001,
      },
      {
        at: "rotationRules.duration",
        fact: "a duration is hours such as 3h",
        pattern: "^([1-9]|1\\d|2[0-4])h$",
        source: api("secretsmanager", "RotationRulesType"),
        good: "3h",
        bad: "180m",
      },
      {
        at: "rotationRules.scheduleExpression",
        fact: "a rate is 4 to 23 hours, or 1 to 1,000 days",
        pattern: "^(?!rate)|^rate\\((([4-9]|1\\d|2[0-3]) hours?|([1-9]|[1-9]\\d{1,2}|1000) days?)\\)$",
        good: "rate(4 hours)",
        bad: "rate(2 hours)",
      },
      {
        at: "rotationRules.scheduleExpression",
        fact: "it is cron(…) with 0 minutes, or rate(…)",
        pattern: "^(cron\\(0 .+\\)|rate\\(.+\\))$",
        source: page("secretsmanager/latest/userguide/rotate-secrets_schedule"),
        good: "cron(0 8 1 * ? *)",
        bad: "cron(30 8 1 * ? *)",
      },
      {
        at: "rotationRules.scheduleExpression",
        fact: "a cron has six fields: the year is *, and either the day of the month or that of the week is ?",
        pattern: "^rate|^cron\\(\\S+ \\S+ (\\? \\S+ [^? ]\\S*|[^? ]\\S* \\S+ \\?) \\*\\)$",
        source: page("secretsmanager/latest/userguide/rotate-secrets_schedule"),
        good: "cron(0 8 1 * ? *)",
        bad: "cron(0 8 1 * MON *)",
      },
      {
        at: "rotationLambdaArn",
        fact: "the function that rotates is named by its ARN",
        pattern: "^arn:[^:]*:lambda:",
        good: "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
        bad: "rotate",
      },
    ],
  },
  {
    type: "aws:secretsmanager/secret:Secret",
    source: api("secretsmanager", "CreateSecret"),
    rows: [
      {
        at: "name",
        fact: "the name of a secret has letters, digits and / _ + = . @ -, 512 at most",
        pattern: "^[A-Za-z0-9/_+=.@-]{1,512}$",
        good: "db/password",
        bad: "db password",
      },
      { at: "description", maxLength: 2048, good: "a", bad: "a".repeat(2049) },
      {
        at: "policy",
        format: "resourcePolicyWithResource",
        fact: "a policy is an IAM policy document whose statements name a Principal and a Resource",
        good: document({
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: "secretsmanager:GetSecretValue",
          Resource: "*",
        }),
        bad: document({ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" }),
      },
      {
        at: "replicas[].region",
        fact: "a replica is in a Region, by its name",
        pattern: "^[a-z]{2,4}(-[a-z]+)+-\\d+$",
        good: "eu-west-2",
        bad: "europe",
      },
      {
        at: "replicas",
        fact: "a Region has one replica",
        uniqueKeys: ["region"],
        good: [{ region: "eu-west-2" }],
        bad: [{ region: "eu-west-2" }, { region: "eu-west-2" }],
      },
    ],
  },
  {
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    source: api("secretsmanager", "PutSecretValue"),
    rows: [
      {
        at: "",
        fact: "a secret is a text or bytes, not both",
        atMostOne: ["secretString", "secretBinary", "secretStringWo"],
        good: { secretId: "s", secretString: "a" },
        bad: { secretId: "s", secretString: "a", secretBinary: "YQ==" },
      },
      { at: "versionStages", maxItems: 20, good: ["AWSCURRENT"], bad: Array.from({ length: 21 }, (_, i) => `s${i}`) },
    ],
  },
];
