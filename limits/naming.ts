/**
 * How AWS's names are written, as regular expressions in the form of JSON Schema's `pattern`: components check their
 * arguments by them, and rows of the pack what any program gives.
 */
export const naming = {
  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
  bucket: "^(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
  /** Beginnings of bucket names that S3 keeps for itself. */
  bucketReservedPrefix: "^(xn--|sthree-|amzn-s3-demo-)",
  /** Their ends. */
  bucketReservedSuffix: "(-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$",
  /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
  dynamodb: "^[a-zA-Z0-9_.-]{3,255}$",
  /** https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html */
  lambdaAlias: "^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$",
  /** https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html */
  lambdaVariable: "^[a-zA-Z][a-zA-Z0-9_]+$",
  /** https://docs.aws.amazon.com/lambda/latest/api/API_FileSystemConfig.html */
  lambdaMountPath: "^/mnt/[a-zA-Z0-9_.-]+$",
  /** Names of user pools, identity pools and clients. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
  cognito: "^[\\w\\s+=,.@-]{1,128}$",
  /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
  cognitoGroup: "^\\S{1,128}$",
  /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResourceServerScopeType.html */
  cognitoScope: "^[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}$",
  /** A prefix of a user pool's domain, or a label of a domain of one's own. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
  cognitoDomainPrefix: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
  /** The words that a prefix may not have. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html */
  cognitoDomainReserved: "(^|-)(aws|amazon|cognito)(-|$)",
  /** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
  apiStage: "^[a-zA-Z0-9_-]{1,128}$",
  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
  stageVariable: "^[a-zA-Z0-9_]{1,64}$",
  /** https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html */
  stageVariableValue: "^[A-Za-z0-9-._~:/?#&=,]*$",
  /** CloudFront, and what stands in front of it, takes certificates of this Region only. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html */
  globalCertificate: "^arn:[^:]*:acm:us-east-1:",
  /** https://docs.aws.amazon.com/AmazonCloudFront/latest/APIReference/API_DistributionConfig.html */
  rootObject: "^[^/]",
} as const;

/** Whether a name is written so. */
export const isNamed = (pattern: string, name: string): boolean => new RegExp(pattern).test(name);
