import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { resourcePolicies } from "../../policy/rules/access/resourcePolicies";

const sdk = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** Documents that are no resource policies: who reads them is not decided by them, or another rule looks at them. */
const others: Readonly<Record<string, string>> = {
  // Rights of an identity; the rules on roles, users and groups read them.
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy inlinePolicy": "rights of an identity",
  "aws:iot/policy:Policy policy": "rights of a device",
  "aws:iot/policyAttachment:PolicyAttachment policy": "a name",
  "aws:transfer/access:Access policy": "narrows the rights of a user's role",
  "aws:transfer/user:User policy": "narrows the rights of a user's role",
  "aws:eks/podIdentityAssociation:PodIdentityAssociation policy": "narrows the rights of a pod's role",
  "aws:rolesanywhere/profile:Profile sessionPolicy": "narrows the rights of a session",
  "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy policy": "names its principals one by one: no wildcard",
  "aws:opensearch/serverlessLifecyclePolicy:ServerlessLifecyclePolicy policy": "how long data is kept",
  "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy policy": "encryption and network",
  "aws:verifiedaccess/endpoint:Endpoint policyDocument": "Cedar",
  "aws:verifiedaccess/group:Group policyDocument": "Cedar",
  // Who may call a private API is the matter of apigateway-private-policy; a public one is open by design.
  "aws:apigateway/restApi:RestApi policy": "apigateway-private-policy",
  "aws:apigateway/restApiPolicy:RestApiPolicy policy": "apigateway-private-policy",
  "aws:apigateway/domainName:DomainName policy": "apigateway-private-policy",
  // What may pass is decided by the other end as well.
  "aws:ec2/vpcEndpoint:VpcEndpoint policy": "narrows what passes an endpoint",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy policy": "narrows what passes an endpoint",
  "aws:vpclattice/authPolicy:AuthPolicy policy": "narrows what a service takes from its network",
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy policy": "a public registry is for everybody",
  "aws:odb/network:Network kmsPolicyDocument": "narrows what passes an endpoint",
  "aws:odb/network:Network stsPolicyDocument": "narrows what passes an endpoint",
  "aws:odb/network:Network s3PolicyDocument": "narrows what passes an endpoint",
  // No documents of IAM.
  "aws:cfg/organizationCustomPolicyRule:OrganizationCustomPolicyRule policyText": "Guard",
  "aws:cloudformation/stack:Stack policyBody": "what an update may change",
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy policyDocument": "data protection, filters",
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy policyDocument": "data protection",
  "aws:cloudwatch/logIndexPolicy:LogIndexPolicy policyDocument": "fields of an index",
  "aws:ecr/lifecyclePolicy:LifecyclePolicy policy": "how long images are kept",
  "aws:networkmanager/coreNetwork:CoreNetwork basePolicyDocument": "routing",
  "aws:networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment policyDocument": "routing",
  "aws:ses/receiptFilter:ReceiptFilter policy": "Allow or Block",
  "aws:sns/dataProtectionPolicy:DataProtectionPolicy policy": "data protection",
  "aws:workspacesweb/browserSettings:BrowserSettings browserPolicy": "settings of Chrome",
  "aws:lambda/layerVersionPermission:LayerVersionPermission policy":
    "an output; lambda-layer-public reads its arguments",
};

/** The arguments of a resource class that can hold a document with statements, by their names. */
function documents(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  if (!text.includes("static isInstance")) return [];
  const args = /export interface \w+Args \{([^]*?)\n\}/.exec(text)?.[1] ?? "";
  return [...args.matchAll(/^ {4}(?:readonly )?(\w*[pP]olic(?:y|ies)(?:Document|Text|Body)?)\??: (.*);$/gm)].flatMap(
    ([, name = "", type = ""]) => (/Input<(string|.*PolicyDocument)/.test(type) ? [name] : []),
  );
}

/** Settings whose names end in Policy and whose values are words, not documents. */
const words =
  /^(alpn|ssl|dns\w*|security|termination|data\w*|tls|streaming|default|excess\w*|deletePropagation|lifecycle|autoscaling|auto\w*|snapshot|new\w*|game\w*|userContext|delivery|filter|redrive\w*|archive|replay|notification|webApp\w*|repositoryUpgrade\w*|\w*Deletion|\w*Upgrade\w*|\w*Update\w*)Polic(y|ies)$/;

describe("the table of resource policies", () => {
  const table = new Set(
    resourcePolicies.flatMap(({ holders }) => holders.map(({ type, property }) => `${type} ${property.join(".")}`)),
  );
  const found = readdirSync(sdk, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !["node_modules", "types", "iam", "config"].includes(each.name))
    .flatMap(({ name: module }) =>
      readdirSync(path.join(sdk, module))
        .filter((file) => file.endsWith(".d.ts") && !file.startsWith("get"))
        .flatMap((file) => {
          const resource = file.slice(0, -".d.ts".length).replace(/_$/, "");
          const type = `aws:${module}/${resource}:${resource[0]?.toUpperCase()}${resource.slice(1)}`;
          return documents(path.join(sdk, module, file))
            .filter((property) => !words.test(property))
            .map((property) => `${type} ${property}`);
        }),
    );

  it("has every one that @pulumi/aws has", () => {
    assert.ok(found.length > 60, `only ${found.length} documents were found in the package`);
    const bucketV2 = "aws:s3/bucketV2:BucketV2 policy"; // goes by its newer name
    const missing = found.filter((each) => !table.has(each) && !(each in others) && each !== bucketV2);
    assert.deepEqual(missing, []);
  });

  it("names nothing that the package does not have", () => {
    const types = [...table, ...Object.keys(others)].map((each) => each.split(" ")[0] ?? "");
    const missing = types.filter((type) => {
      const [, module = ""] = type.split(":");
      return !["", "_"].some((suffix) => {
        try {
          return readFileSync(path.join(sdk, `${module}${suffix}.d.ts`), "utf8").length > 0;
        } catch {
          return false;
        }
      });
    });
    assert.deepEqual(missing, []);
  });
});
