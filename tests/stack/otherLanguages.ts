/** Programs in other languages than Node's, as people write them: files by name. */

export const yamlProgram = {
  "Pulumi.yaml": `name: in-yaml
runtime: yaml
config:
  days: { type: integer, default: 7 }
  team: { type: string }
  password: { type: string, secret: true }
variables:
  vpc:
    fn::invoke:
      function: aws:ec2:getVpc
      arguments: { default: true, filters: [{ name: "tag:team", values: ["\${team}"] }] }
  account:
    fn::invoke: { function: aws:getCallerIdentity, return: accountId }
resources:
  us-east:
    type: pulumi:providers:aws
    properties: { region: us-east-1, defaultTags: { tags: { team: "\${team}" } } }
  shared:
    type: pulumi:pulumi:StackReference
    properties: { name: acme/network/dev }
  data:
    type: pulumi:pulumi:StackReference
    properties: { name: acme/data/dev }
  files:
    type: aws:s3:Bucket
    properties: { forceDestroy: true, tags: { account: "\${account}" } }
  index:
    type: aws:s3:BucketObject
    properties:
      bucket: \${files}
      key: index.html
      source: { fn::stringAsset: "<h1>hello</h1>" }
  lifecycle:
    type: aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration
    name: files
    properties:
      bucket: \${files.id}
      rules:
        - id: uploads
          status: Enabled
          filter: { prefix: "" }
          abortIncompleteMultipartUpload: { daysAfterInitiation: "\${days}" }
  web:
    type: aws:ec2:SecurityGroup
    properties:
      description: web
      vpcId: \${shared.outputs["vpcId"]}
      tags: { other: "\${vpc.id}", table: "\${data.outputs.table}" }
  secret:
    type: aws:ssm:Parameter
    properties: { type: SecureString, value: "\${password}" }
  east:
    type: aws:sqs:Queue
    options: { provider: "\${us-east}" }
  pet:
    type: random:RandomPet
  network:
    type: awsx:ec2:Vpc
    properties: { natGateways: { strategy: Single } }
  cluster:
    type: eks:Cluster
    properties: { vpcId: "\${network.vpcId}" }
outputs:
  arn: \${files.arn}
  pet: \${pet.id}
  kubeconfig: \${cluster.kubeconfig}
`,
  "Pulumi.dev.yaml": `config:
  aws:region: eu-west-1
  in-yaml:password:
    secure: v1:uh1BO9xNwaaNTt6W:zJE5F4uT0BzVtmZr
`,
  "answers.yaml": "stacks:\n  acme/network/dev:\n    vpcId: vpc-0a1b2c3d4e5f60718\n",
};

/** By the SDK alone, as the package of a provider declares it. */
export const pythonProgram = {
  "Pulumi.yaml": "name: in-python\nruntime: python\n",
  "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
  "__main__.py": `import pulumi


class Queue(pulumi.CustomResource):
    url: pulumi.Output[str]

    def __init__(self, name, **properties):
        super().__init__("aws:sqs/queue:Queue", name, {"url": None, **properties})


config = pulumi.Config()
data = pulumi.StackReference("acme/data/dev")
image = pulumi.runtime.invoke("aws:ec2/getAmi:getAmi", {"owners": ["amazon"], "mostRecent": True}).value
assert isinstance(image["enaSupport"], bool)
jobs = Queue("jobs", tags={"team": config.require("team"), "table": data.get_output("table"), "image": image["id"]})
pulumi.export("url", jobs.url)
`,
};
