// The peer's program: about as many resources as the stack `dev`, of the same services, with their code inline, so that nothing is
// bundled. Run where its packages are installed.
import {
  App,
  CfnResource,
  Duration,
  Stack,
  Validations,
  aws_dynamodb as dynamodb,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_s3 as s3,
  aws_sqs as sqs,
} from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { Preflight } from "cdk-preflight";

const [, , functions, ...checks] = process.argv;
const app = new App();
const stack = new Stack(app, "peer");
for (let i = 0; i < Number(functions); i++) {
  const logGroup = new logs.LogGroup(stack, `Log${i}`, { retention: logs.RetentionDays.ONE_MONTH });
  const role = new iam.Role(stack, `Role${i}`, { assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com") });
  const code = lambda.Code.fromInline("exports.handler = async () => {};");
  const timeout = Duration.seconds(30);
  const runtime = lambda.Runtime.NODEJS_22_X;
  const each = new lambda.Function(stack, `Function${i}`, {
    runtime,
    handler: "index.handler",
    code,
    logGroup,
    role,
    timeout,
  });
  each.metricErrors().createAlarm(stack, `Errors${i}`, { threshold: 1, evaluationPeriods: 1 });
  each.metricThrottles().createAlarm(stack, `Throttles${i}`, { threshold: 1, evaluationPeriods: 1 });
  if (i % 4 === 0) new sqs.Queue(stack, `Queue${i}`, { enforceSSL: true }).grantConsumeMessages(each);
  if (i % 8 === 0) {
    const partitionKey = { name: "id", type: dynamodb.AttributeType.STRING };
    new dynamodb.Table(stack, `Table${i}`, { partitionKey }).grantReadWriteData(each);
  }
  if (i % 10 === 0) {
    new s3.Bucket(stack, `Bucket${i}`, { enforceSSL: true, blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });
  }
}
if (checks.includes("cdk-nag")) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
if (checks.includes("cdk-preflight")) Preflight.apply(app, { enforce: false });
try {
  app.synth();
} catch (error) {
  if (error.name !== "ValidationFailed") throw error; // that is the verdict
}
console.log(stack.node.findAll().filter((each) => CfnResource.isCfnResource(each)).length);
