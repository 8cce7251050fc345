import { securityHub, wellArchitected } from "../../frame/controls";
import { type Control } from "../../frame/rule";
import { types } from "../../frame/resource";

/** A property that holds a resource policy. */
interface Holder {
  readonly type: string;
  /** Path of the policy from the resource. */
  readonly property: readonly string[];
}

/** The policies of one kind of resource, and the rule that none of them allows public access. */
export interface ResourcePolicies {
  /** The service of the rule `<service>-public-policy`. */
  readonly service: string;
  /** What the policies protect, for example `queue`. */
  readonly subject: string;
  readonly holders: readonly Holder[];
  readonly controls?: readonly Control[];
  readonly page: string;
}

const guide = "https://docs.aws.amazon.com";

function policy(type: string, ...property: readonly string[]): Holder {
  return { type, property: property.length > 0 ? property : ["policy"] };
}

/** Every resource policy that @pulumi/aws has: a test compares this table with the package. */
const rows: readonly ResourcePolicies[] = [
  {
    service: "acmpca",
    subject: "private certificate authority",
    holders: [policy("aws:acmpca/policy:Policy"), policy("aws:acmpca/permission:Permission")],
    page: `${guide}/privateca/latest/userguide/pca-rbp.html`,
  },
  {
    service: "amp",
    subject: "Prometheus workspace",
    holders: [policy("aws:amp/resourcePolicy:ResourcePolicy", "policyDocument")],
    page: `${guide}/prometheus/latest/userguide/AMP-resource-based-policies.html`,
  },
  {
    service: "backup",
    subject: "backup vault",
    holders: [policy(types.backupVaultPolicy)],
    page: `${guide}/aws-backup/latest/devguide/create-a-vault-access-policy.html`,
  },
  {
    service: "bedrock",
    subject: "Bedrock AgentCore resource",
    holders: [policy("aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy")],
    page: `${guide}/bedrock-agentcore/latest/devguide/resource-based-policies.html`,
  },
  {
    service: "cloudsearch",
    subject: "CloudSearch domain",
    holders: [policy("aws:cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy", "accessPolicy")],
    page: `${guide}/cloudsearch/latest/developerguide/configuring-access.html`,
  },
  {
    service: "codeartifact",
    subject: "CodeArtifact domain or repository",
    holders: [
      policy("aws:codeartifact/domainPermissions:DomainPermissions", "policyDocument"),
      policy("aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy", "policyDocument"),
    ],
    page: `${guide}/codeartifact/latest/ug/repo-policies.html`,
  },
  {
    service: "codebuild",
    subject: "CodeBuild project or report group",
    holders: [policy("aws:codebuild/resourcePolicy:ResourcePolicy")],
    page: `${guide}/codebuild/latest/userguide/project-sharing.html`,
  },
  {
    service: "dsql",
    subject: "Aurora DSQL cluster",
    holders: [policy("aws:dsql/clusterPolicy:ClusterPolicy")],
    page: `${guide}/aurora-dsql/latest/userguide/resource-based-policies.html`,
  },
  {
    service: "dynamodb",
    subject: "table",
    holders: [policy(types.tablePolicy)],
    page: `${guide}/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html`,
  },
  {
    service: "ecr",
    subject: "container repository or registry",
    holders: [
      policy("aws:ecr/repositoryPolicy:RepositoryPolicy"),
      policy("aws:ecr/registryPolicy:RegistryPolicy"),
      policy("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", "repositoryPolicy"),
    ],
    page: `${guide}/AmazonECR/latest/userguide/repository-policies.html`,
  },
  {
    service: "efs",
    subject: "file system",
    holders: [
      policy("aws:efs/fileSystemPolicy:FileSystemPolicy"),
      policy("aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy"),
    ],
    page: `${guide}/efs/latest/ug/access-control-block-public-access.html`,
  },
  {
    service: "eventbridge",
    subject: "event bus",
    holders: [policy(types.eventBusPolicy)],
    page: `${guide}/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html`,
  },
  {
    service: "glacier",
    subject: "Glacier vault",
    holders: [policy("aws:glacier/vault:Vault", "accessPolicy"), policy("aws:glacier/vaultLock:VaultLock")],
    page: `${guide}/amazonglacier/latest/dev/vault-access-policy.html`,
  },
  {
    service: "glue",
    subject: "Data Catalog",
    holders: [policy("aws:glue/resourcePolicy:ResourcePolicy")],
    page: `${guide}/glue/latest/dg/security_iam_service-with-iam.html`,
  },
  {
    service: "kinesis",
    subject: "stream",
    holders: [policy(types.streamPolicy)],
    page: `${guide}/streams/latest/dev/resource-based-policy-examples.html`,
  },
  {
    service: "kms",
    subject: "key",
    holders: [
      policy(types.key),
      policy(types.keyPolicy),
      policy("aws:kms/externalKey:ExternalKey"),
      policy("aws:kms/replicaKey:ReplicaKey"),
      policy("aws:kms/replicaExternalKey:ReplicaExternalKey"),
    ],
    controls: [securityHub("KMS.5", "KMS keys should not be publicly accessible")],
    page: `${guide}/kms/latest/developerguide/key-policies.html`,
  },
  {
    service: "lambda",
    subject: "function",
    holders: [policy("aws:lambda/resourcePolicy:ResourcePolicy")],
    controls: [securityHub("Lambda.1", "Lambda function policies should prohibit public access")],
    page: `${guide}/lambda/latest/dg/access-control-resource-based.html`,
  },
  {
    service: "logs",
    subject: "log group or destination",
    holders: [
      policy("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument"),
      policy("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", "accessPolicy"),
      policy("aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy", "deliveryDestinationPolicy"),
    ],
    page: `${guide}/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html`,
  },
  {
    service: "mediastore",
    subject: "media container",
    holders: [policy("aws:mediastore/containerPolicy:ContainerPolicy")],
    page: `${guide}/mediastore/latest/ug/policies.html`,
  },
  {
    service: "msk",
    subject: "Kafka cluster",
    holders: [policy("aws:msk/clusterPolicy:ClusterPolicy")],
    page: `${guide}/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html`,
  },
  {
    service: "networkfirewall",
    subject: "firewall policy or rule group",
    holders: [policy("aws:networkfirewall/resourcePolicy:ResourcePolicy")],
    page: `${guide}/network-firewall/latest/developerguide/sharing.html`,
  },
  {
    service: "oam",
    subject: "observability sink",
    holders: [policy("aws:oam/sinkPolicy:SinkPolicy")],
    page: `${guide}/OAM/latest/APIReference/API_PutSinkPolicy.html`,
  },
  {
    service: "opensearch",
    subject: "OpenSearch domain",
    holders: [
      policy("aws:opensearch/domain:Domain", "accessPolicies"),
      policy("aws:opensearch/domainPolicy:DomainPolicy", "accessPolicies"),
      policy("aws:elasticsearch/domain:Domain", "accessPolicies"),
      policy("aws:elasticsearch/domainPolicy:DomainPolicy", "accessPolicies"),
    ],
    controls: [securityHub("Opensearch.2", "OpenSearch domains should not be publicly accessible")],
    page: `${guide}/opensearch-service/latest/developerguide/ac.html`,
  },
  {
    service: "opensearchingest",
    subject: "ingestion pipeline",
    holders: [policy("aws:opensearchingest/resourcePolicy:ResourcePolicy")],
    page: `${guide}/opensearch-service/latest/developerguide/configure-client-cross-account.html`,
  },
  {
    service: "pinpoint",
    subject: "SMS resource",
    holders: [policy("aws:pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy")],
    page: `${guide}/sms-voice/latest/userguide/shared-resources.html`,
  },
  {
    service: "redshift",
    subject: "Redshift namespace or snapshot",
    holders: [
      policy("aws:redshift/resourcePolicy:ResourcePolicy"),
      policy("aws:redshiftserverless/resourcePolicy:ResourcePolicy"),
    ],
    page: `${guide}/redshift/latest/mgmt/redshift-iam-access-control-identity-based.html`,
  },
  {
    service: "s3",
    subject: "bucket or access point",
    holders: [
      policy(types.bucket),
      policy(types.bucketPolicy),
      policy("aws:s3/accessPoint:AccessPoint"),
      policy("aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy"),
      policy("aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy"),
      policy("aws:s3control/accessPointPolicy:AccessPointPolicy"),
      policy("aws:s3control/bucketPolicy:BucketPolicy"),
      policy("aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", "details", "policy"),
      policy("aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy"),
      policy("aws:s3tables/tableBucketPolicy:TableBucketPolicy", "resourcePolicy"),
      policy("aws:s3tables/tablePolicy:TablePolicy", "resourcePolicy"),
    ],
    controls: [
      securityHub("S3.2", "S3 general purpose buckets should block public read access"),
      securityHub("S3.3", "S3 general purpose buckets should block public write access"),
    ],
    page: `${guide}/AmazonS3/latest/userguide/access-control-block-public-access.html`,
  },
  {
    service: "sagemaker",
    subject: "model package group",
    holders: [policy("aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy", "resourcePolicy")],
    page: `${guide}/sagemaker/latest/dg/model-registry-deploy-xaccount.html`,
  },
  {
    service: "schemas",
    subject: "schema registry",
    holders: [policy("aws:schemas/registryPolicy:RegistryPolicy")],
    page: `${guide}/eventbridge/latest/userguide/eb-schema-registry-permissions.html`,
  },
  {
    service: "secretsmanager",
    subject: "secret",
    holders: [policy(types.secret), policy(types.secretPolicy)],
    page: `${guide}/secretsmanager/latest/userguide/auth-and-access_resource-policies.html`,
  },
  {
    service: "ses",
    subject: "email identity",
    holders: [
      policy("aws:ses/identityPolicy:IdentityPolicy"),
      policy("aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy"),
    ],
    page: `${guide}/ses/latest/dg/identity-authorization-policies.html`,
  },
  {
    service: "sns",
    subject: "topic",
    holders: [policy(types.topic), policy(types.topicPolicy)],
    controls: [securityHub("SNS.4", "SNS topic access policies should not allow public access")],
    page: `${guide}/sns/latest/dg/sns-security-best-practices.html`,
  },
  {
    service: "sqs",
    subject: "queue",
    holders: [policy(types.queue), policy(types.queuePolicy)],
    controls: [securityHub("SQS.3", "SQS queue access policies should not allow public access")],
    page: `${guide}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html`,
  },
  {
    service: "vpclattice",
    subject: "VPC Lattice resource",
    holders: [policy("aws:vpclattice/resourcePolicy:ResourcePolicy")],
    page: `${guide}/vpc-lattice/latest/ug/sharing.html`,
  },
  {
    service: "xray",
    subject: "X-Ray resource",
    holders: [policy("aws:xray/resourcePolicy:ResourcePolicy", "policyDocument")],
    page: `${guide}/xray/latest/devguide/security_iam_service-with-iam.html`,
  },
];

/** The rows, each with the control that all of them serve. */
export const resourcePolicies = rows.map((row) => ({
  ...row,
  controls: [...(row.controls ?? []), wellArchitected("SEC03-BP07")],
}));
