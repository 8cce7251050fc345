import { type Botocore } from "./botocore";
import { type CloudFormation } from "./cloudFormation";
import { elsewhere } from "./elsewhere";
import { merge, type Model, normal } from "./model";

/** Modules of the AWS provider whose services have another name in CloudFormation or in the API models. */
const cloudFormationServices: Readonly<Record<string, readonly string[]>> = {
  vpc: ["ec2"],
  ec2transitgateway: ["ec2"],
  ec2clientvpn: ["ec2"],
  ebs: ["ec2"],
  lb: ["elasticloadbalancingv2"],
  alb: ["elasticloadbalancingv2"],
  elb: ["elasticloadbalancing"],
  cloudwatch: ["cloudwatch", "logs", "events"],
  sfn: ["stepfunctions"],
  amp: ["aps"],
  cfg: ["config"],
  acmpca: ["acmpca"],
  acm: ["certificatemanager"],
  s3control: ["s3", "s3outposts"],
  mskconnect: ["kafkaconnect"],
  msk: ["msk"],
  dms: ["dms"],
  docdb: ["docdb"],
  efs: ["efs"],
  elasticache: ["elasticache"],
  elasticsearch: ["elasticsearch"],
  opensearch: ["opensearchservice", "opensearchserverless"],
  appautoscaling: ["applicationautoscaling"],
  autoscaling: ["autoscaling"],
  bedrock: ["bedrock"],
  ses: ["ses"],
  sesv2: ["ses"],
  cognito: ["cognito"],
  glue: ["glue"],
  route53: ["route53"],
  kinesis: ["kinesis", "kinesisfirehose"],
  networkmanager: ["networkmanager"],
  pinpoint: ["pinpoint"],
  codestarconnections: ["codestarconnections"],
  servicediscovery: ["servicediscovery"],
  directoryservice: ["directoryservice"],
  verifiedaccess: ["ec2"],
  vpclattice: ["vpclattice"],
  applicationloadbalancing: ["elasticloadbalancingv2"],
  emr: ["emr"],
  emrserverless: ["emrserverless"],
  emrcontainers: ["emrcontainers"],
  keyspaces: ["cassandra"],
  serverlessrepository: ["serverless"],
  timestreamwrite: ["timestream"],
  timestreaminfluxdb: ["timestream"],
  transfer: ["transfer"],
  synthetics: ["synthetics"],
  kinesisanalyticsv2: ["kinesisanalyticsv2"],
  kinesisanalytics: ["kinesisanalytics"],
  appconfig: ["appconfig"],
  dax: ["dax"],
  neptune: ["neptune"],
  redshift: ["redshift"],
  redshiftserverless: ["redshiftserverless"],
  mq: ["amazonmq"],
  imagebuilder: ["imagebuilder"],
};

const apiServices: Readonly<Record<string, readonly string[]>> = {
  vpc: ["ec2"],
  ec2transitgateway: ["ec2"],
  ec2clientvpn: ["ec2"],
  ebs: ["ec2"],
  verifiedaccess: ["ec2"],
  lb: ["elbv2"],
  alb: ["elbv2"],
  cloudwatch: ["cloudwatch", "logs", "events"],
  sfn: ["stepfunctions"],
  cfg: ["config"],
  acmpca: ["acm-pca"],
  msk: ["kafka"],
  mskconnect: ["kafkaconnect"],
  cognito: ["cognito-idp", "cognito-identity"],
  elasticsearch: ["es"],
  opensearch: ["opensearch", "opensearchserverless"],
  appautoscaling: ["application-autoscaling"],
  bedrock: ["bedrock", "bedrock-agent"],
  ses: ["ses"],
  sesv2: ["sesv2"],
  kinesis: ["kinesis", "firehose"],
  directoryservice: ["ds"],
  vpclattice: ["vpc-lattice"],
  emrserverless: ["emr-serverless"],
  emrcontainers: ["emr-containers"],
  timestreamwrite: ["timestream-write"],
  timestreaminfluxdb: ["timestream-influxdb"],
  codestarconnections: ["codestar-connections"],
  redshiftserverless: ["redshift-serverless"],
  networkfirewall: ["network-firewall"],
  licensemanager: ["license-manager"],
  resourcegroups: ["resource-groups"],
  ssmcontacts: ["ssm-contacts"],
  ssmincidents: ["ssm-incidents"],
  codegurureviewer: ["codeguru-reviewer"],
  applicationinsights: ["application-insights"],
  costexplorer: ["ce"],
  devopsguru: ["devops-guru"],
  ssoadmin: ["sso-admin"],
  route53recoverycontrol: ["route53-recovery-control-config"],
  route53recoveryreadiness: ["route53-recovery-readiness"],
  iot: ["iot"],
  amp: ["amp"],
  lex: ["lexv2-models"],
  inspector2: ["inspector2"],
  s3control: ["s3control"],
  s3tables: ["s3tables"],
  s3outposts: ["s3outposts"],
};

/** Words that stand before the name of a type in one of the two only. */
const prefixes = [
  "",
  "db",
  "cache",
  "vpc",
  "delivery",
  "domain",
  "rest",
  "graphql",
  "userpool",
  "event",
  "log",
  "pull",
  "loadbalancer",
];
const verbs = [
  "create",
  "put",
  "register",
  "add",
  "allocate",
  "set",
  "enable",
  "associate",
  "attach",
  "start",
  "run",
  "import",
  "publish",
  "modify",
  "update",
];

/** Finds what AWS's data has on a type of the AWS provider. */
export class Counterparts {
  private readonly byName = new Map<string, string>();

  constructor(
    private readonly cloudFormation: CloudFormation,
    private readonly botocore: Botocore,
  ) {
    for (const name of cloudFormation.names)
      this.byName.set(normal(name.slice("AWS::".length).replace("::", "/").replace("/", "zzslash")), name);
  }

  /** The model, and AWS's page on it. */
  of(token: string): { readonly model: Model; readonly source: string } | undefined {
    const [, path = "", type = ""] = token.split(":");
    const [module = ""] = path.split("/");
    const { cloudFormation, api } = elsewhere[token] ?? {};
    const names = this.names(module, type);
    const schema = cloudFormation?.[0] ?? (api ? undefined : this.schema(module, names));
    const operation = api ? this.named(api[0]) : this.operation(module, names);
    if (!schema && !operation) return undefined;
    const models = [
      schema && inside(this.cloudFormation.model(schema), cloudFormation?.[1]),
      operation && inside(operation.model, api?.[1]),
    ].filter((each) => each !== undefined);
    const [first, second] = models;
    if (!first) return undefined;
    const source = schema ? page(schema) : (operation?.source ?? "");
    return { model: second ? merge(first, second) : first, source };
  }

  /** The properties whose change makes a new resource, without case, as far as CloudFormation has the type. */
  replacing(token: string): readonly string[] {
    const [, path = "", type = ""] = token.split(":");
    const [module = ""] = path.split("/");
    const schema = this.schema(module, this.names(module, type));
    return schema === undefined ? [] : this.cloudFormation.replacing(schema);
  }

  private names(module: string, type: string): readonly string[] {
    const own = normal(type);
    const bare = own.startsWith(normal(module)) ? own.slice(module.length) : own;
    const parts = own.replace(/^(event|log|bucket)/, "");
    return [...new Set([own, bare, parts, ...prefixes.map((prefix) => prefix + own), normal(module) + own])].filter(
      (name) => name !== "",
    );
  }

  private schema(module: string, names: readonly string[]): string | undefined {
    for (const service of cloudFormationServices[module] ?? [normal(module)]) {
      for (const name of names) {
        const found = this.byName.get(normal(`${service}zzslash${name}`));
        if (found) return found;
      }
    }
    return undefined;
  }

  /** `service operation`, which AWS's models have. */
  private named(api: string): { readonly model: Model; readonly source: string } {
    const [id = "", operation = ""] = api.split(" ");
    const service = this.botocore.service(id);
    if (!service?.operations[operation]) throw new Error(`AWS's models have no ${api}`);
    return { model: this.botocore.model(service, operation), source: operationPage(service.metadata.uid, operation) };
  }

  private operation(
    module: string,
    names: readonly string[],
  ): { readonly model: Model; readonly source: string } | undefined {
    for (const id of apiServices[module] ?? [module]) {
      const service = this.botocore.service(id);
      if (!service) continue;
      const operations = new Map(Object.keys(service.operations).map((name) => [normal(name), name]));
      for (const verb of verbs) {
        for (const name of names) {
          const operation = operations.get(verb + name);
          if (operation === undefined) continue;
          const source = operationPage(service.metadata.uid, operation);
          return { model: this.botocore.model(service, operation), source };
        }
      }
    }
    return undefined;
  }
}

const operationPage = (service: string, operation: string): string =>
  `https://docs.aws.amazon.com/goto/WebAPI/${service}/${operation}`;

/** The part of a model at a path, `Targets[]`, through the lists on the way. */
function inside(model: Model, path = ""): Model {
  return path.split(".").reduce((from, step) => {
    if (step === "") return from;
    const part = from.properties?.get(normal(step));
    const found = step.endsWith("[]") ? part?.element : part;
    if (!found) throw new Error(`AWS's data has no ${path}`);
    return found;
  }, model);
}

function page(name: string): string {
  const [, service = "", resource = ""] = name.toLowerCase().split("::");
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-${service}-${resource}.html`;
}
