import { type TypeRows } from "../../schema";
import { apart, at, bars, narrows, needs, says, takes } from "../given";
import { api, page } from "../pages";

const runner = { source: api("apprunner", "ImageRepository") };
const image = "sourceConfiguration.imageRepository";
const code = "sourceConfiguration.codeRepository";
const values = `${code}.codeConfiguration`;
const reserved = { propertyNames: { not: { pattern: "^AWSAPPRUNNER" } } };
const instance = "instanceConfiguration";
const sizes = { source: page("apprunner/latest/dg/manage-configure") };
const memory = (...gigabytes: number[]) => ({ enum: gigabytes.flatMap((gb) => [`${gb * 1_024}`, `${gb} GB`]) });
const network = "networkConfiguration.egressConfiguration";
const connector = "arn:aws:apprunner:eu-west-1:111122223333:vpcconnector/c/1/1";
const observed = "observabilityConfiguration";
const observation = "arn:aws:apprunner:eu-west-1:111122223333:observabilityconfiguration/o/1/1";
const role = "arn:aws:iam::111122223333:role/r";

/** App Runner and Amplify. */
export const apprunner: readonly TypeRows[] = [
  {
    type: "aws:apprunner/service:Service",
    source: api("apprunner", "CreateService"),
    rows: [
      says(
        "a service is of an image or of code",
        { requiredXor: [image, code], source: api("apprunner", "SourceConfiguration") },
        { [image]: { imageIdentifier: "public.ecr.aws/a/b:1" } },
        { "sourceConfiguration.autoDeploymentsEnabled": false },
      ),
      needs(
        "a private image is pulled by a role",
        { [`${image}.imageRepositoryType`]: "ECR" },
        { "sourceConfiguration.authenticationConfiguration.accessRoleArn": role },
        { source: api("apprunner", "AuthenticationConfiguration") },
      ),
      takes(
        "code of GitHub is read by a connection",
        { [`${code}.repositoryUrl`]: "https://github.com/a/b" },
        {
          "sourceConfiguration.authenticationConfiguration.connectionArn":
            "arn:aws:apprunner:eu-west-1:111122223333:connection/c/1",
        },
        { source: api("apprunner", "AuthenticationConfiguration") },
      ),
      narrows(
        "a public image lies at public.ecr.aws",
        { [`${image}.imageRepositoryType`]: "ECR_PUBLIC" },
        `${image}.imageIdentifier`,
        { pattern: "^public\\.ecr\\.aws/" },
        ["public.ecr.aws/a/b:1", "111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:1"],
        runner,
      ),
      narrows(
        "a private image lies in ECR",
        { [`${image}.imageRepositoryType`]: "ECR" },
        `${image}.imageIdentifier`,
        { pattern: "^[0-9]{12}\\.dkr\\.ecr\\." },
        ["111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:1", "public.ecr.aws/a/b:1"],
        runner,
      ),
      needs(
        "a configuration by API has its values",
        { [`${values}.configurationSource`]: "API" },
        { [`${values}.codeConfigurationValues.runtime`]: "PYTHON_3" },
        { source: api("apprunner", "CodeConfiguration") },
      ),
      at(
        `${image}.imageConfiguration.runtimeEnvironmentVariables`,
        "names that begin with AWSAPPRUNNER are reserved",
        { ...reserved, source: api("apprunner", "ImageConfiguration") },
        { A: "1" },
        { AWSAPPRUNNER_A: "1" },
      ),
      at(
        `${values}.codeConfigurationValues.runtimeEnvironmentVariables`,
        "names that begin with AWSAPPRUNNER are reserved",
        { ...reserved, source: api("apprunner", "CodeConfigurationValues") },
        { A: "1" },
        { AWSAPPRUNNER_A: "1" },
      ),
      needs(
        "what leaves through a VPC has a connector",
        { [`${network}.egressType`]: "VPC" },
        { [`${network}.vpcConnectorArn`]: connector },
        { source: api("apprunner", "EgressConfiguration") },
      ),
      bars(
        "a connector is of what leaves through a VPC",
        { [`${network}.egressType`]: "DEFAULT" },
        { [`${network}.vpcConnectorArn`]: connector },
        { source: api("apprunner", "EgressConfiguration") },
      ),
      needs(
        "what is observed has a configuration",
        { [`${observed}.observabilityEnabled`]: true },
        { [`${observed}.observabilityConfigurationArn`]: observation },
        { source: api("apprunner", "ServiceObservabilityConfiguration") },
      ),
      narrows(
        "a quarter of a processor has 0.5 or 1 GB",
        { [`${instance}.cpu`]: ["256", "0.25 vCPU"] },
        `${instance}.memory`,
        { enum: ["512", "0.5 GB", "1024", "1 GB"] },
        ["512", "2048"],
        sizes,
      ),
      narrows(
        "half a processor has 1 GB",
        { [`${instance}.cpu`]: ["512", "0.5 vCPU"] },
        `${instance}.memory`,
        memory(1),
        ["1024", "2048"],
        sizes,
      ),
      narrows(
        "one processor has 2, 3 or 4 GB",
        { [`${instance}.cpu`]: ["1024", "1 vCPU"] },
        `${instance}.memory`,
        memory(2, 3, 4),
        ["2048", "6144"],
        sizes,
      ),
      narrows(
        "two processors have 4 or 6 GB",
        { [`${instance}.cpu`]: ["2048", "2 vCPU"] },
        `${instance}.memory`,
        memory(4, 6),
        ["4096", "2048"],
        sizes,
      ),
      narrows(
        "four processors have 8, 10 or 12 GB",
        { [`${instance}.cpu`]: ["4096", "4 vCPU"] },
        `${instance}.memory`,
        memory(8, 10, 12),
        ["8192", "4096"],
        sizes,
      ),
      at(
        "healthCheckConfiguration.interval",
        "a check is made every 1 to 20 seconds",
        { minimum: 1, maximum: 20, source: api("apprunner", "HealthCheckConfiguration") },
        20,
        21,
      ),
      at(
        "healthCheckConfiguration.timeout",
        "a check waits 1 to 20 seconds",
        { minimum: 1, maximum: 20, source: api("apprunner", "HealthCheckConfiguration") },
        20,
        21,
      ),
      at(
        "healthCheckConfiguration.healthyThreshold",
        "a service is healthy after 1 to 20 checks",
        { minimum: 1, maximum: 20, source: api("apprunner", "HealthCheckConfiguration") },
        20,
        21,
      ),
    ],
  },
  {
    type: "aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion",
    source: api("apprunner", "CreateAutoScalingConfiguration"),
    rows: [
      says(
        "minSize is not above maxSize",
        { ordered: [["minSize", "<=", "maxSize"]] },
        { minSize: 2, maxSize: 2 },
        { minSize: 3, maxSize: 2 },
      ),
      at("maxConcurrency", "an instance serves 1 to 200 requests", { minimum: 1, maximum: 200 }, 200, 201),
      at(
        "autoScalingConfigurationName",
        "a configuration is not called DefaultConfiguration",
        { not: { const: "DefaultConfiguration" } },
        "orders",
        "DefaultConfiguration",
      ),
    ],
  },
  {
    type: "aws:amplify/app:App",
    source: api("amplify", "CreateApp"),
    rows: [
      needs(
        "basic authentication has its credentials",
        { enableBasicAuth: true },
        { basicAuthCredentials: "dXNlcjpwYXNzd29yZA==" },
      ),
      narrows(
        "branches have basic authentication with credentials",
        { "autoBranchCreationConfig.enableBasicAuth": true },
        "autoBranchCreationConfig",
        { required: ["basicAuthCredentials"] },
        [{ enableBasicAuth: true, basicAuthCredentials: "dXNlcjpwYXNzd29yZA==" }, { enableBasicAuth: true }],
        { source: api("amplify", "AutoBranchCreationConfig") },
      ),
      apart("a repository is read with one token", { accessToken: "t" }, { oauthToken: "t" }),
      at(
        "platform",
        "a platform is WEB, WEB_DYNAMIC or WEB_COMPUTE",
        { enum: ["WEB", "WEB_DYNAMIC", "WEB_COMPUTE"] },
        "WEB",
        "MOBILE",
      ),
      at(
        "customRules[].status",
        "a rule rewrites, redirects or is not found",
        { enum: ["200", "301", "302", "404", "404-200"], source: api("amplify", "CustomRule") },
        "404-200",
        "500",
      ),
    ],
  },
  {
    type: "aws:amplify/branch:Branch",
    source: api("amplify", "CreateBranch"),
    rows: [
      needs(
        "basic authentication has its credentials",
        { enableBasicAuth: true },
        { basicAuthCredentials: "dXNlcjpwYXNzd29yZA==" },
      ),
      at(
        "stage",
        "a stage is one of Amplify's",
        { enum: ["PRODUCTION", "BETA", "DEVELOPMENT", "EXPERIMENTAL", "PULL_REQUEST"] },
        "BETA",
        "STAGING",
      ),
    ],
  },
  {
    type: "aws:amplify/domainAssociation:DomainAssociation",
    source: api("amplify", "CreateDomainAssociation"),
    rows: [
      narrows(
        "a certificate of one's own is named",
        { "certificateSettings.type": "CUSTOM" },
        "certificateSettings",
        { required: ["customCertificateArn"] },
        [
          { type: "CUSTOM", customCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1" },
          { type: "CUSTOM" },
        ],
        { source: api("amplify", "CertificateSettings") },
      ),
      narrows(
        "Amplify's own certificate is not named",
        { "certificateSettings.type": "AMPLIFY_MANAGED" },
        "certificateSettings",
        { excluded: ["customCertificateArn"] },
        [
          { type: "AMPLIFY_MANAGED" },
          { type: "AMPLIFY_MANAGED", customCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1" },
        ],
        { source: api("amplify", "CertificateSettings") },
      ),
    ],
  },
];
