import { type Row, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { only } from "../../together";
import { guide } from "./shared";

const traffic = (type: string, own: string, value: object): Row => ({
  at: "trafficConfig",
  fact: `a trafficConfig of ${type} has ${own}`,
  when: { type },
  required: [own],
  good: { type, [own]: value },
  bad: { type },
});

/** Resources that a distribution refers to: staging policies, keys, functions, VPC origins. */
export const partRows: readonly TypeRows[] = [
  {
    type: "aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy",
    source: api("cloudfront", "TrafficConfig"),
    rows: [
      traffic("SingleWeight", "singleWeightConfig", { weight: 0.1 }),
      traffic("SingleHeader", "singleHeaderConfig", { header: "aws-cf-cd-test", value: "x" }),
      { at: "trafficConfig.singleWeightConfig.weight", minimum: 0, maximum: 0.15, good: 0.15, bad: 0.2 },
      {
        at: "trafficConfig.singleHeaderConfig.header",
        fact: "the header begins with aws-cf-cd-",
        pattern: "^[Aa][Ww][Ss]-[Cc][Ff]-[Cc][Dd]-",
        good: "aws-cf-cd-test",
        bad: "x-test",
      },
      {
        at: "trafficConfig.singleWeightConfig.sessionStickinessConfig",
        fact: "idleTtl is not above maximumTtl",
        ordered: [["idleTtl", "<=", "maximumTtl"]],
        good: { idleTtl: 300, maximumTtl: 600 },
        bad: { idleTtl: 900, maximumTtl: 600 },
      },
      ...(["idleTtl", "maximumTtl"] as const).map((key) => ({
        at: `trafficConfig.singleWeightConfig.sessionStickinessConfig.${key}`,
        minimum: 300,
        maximum: 3600,
        good: 300,
        bad: 60,
      })),
      {
        at: "stagingDistributionDnsNames.items",
        fact: "a policy has one staging distribution",
        maxItems: 1,
        good: ["a.cloudfront.net"],
        bad: ["a.cloudfront.net", "b.cloudfront.net"],
      },
    ],
  },
  {
    type: "aws:cloudfront/keyGroup:KeyGroup",
    source: api("cloudfront", "KeyGroupConfig"),
    rows: [{ at: "items", fact: "no key stands twice", uniqueItems: true, good: ["k1", "k2"], bad: ["k1", "k1"] }],
  },
  {
    type: "aws:cloudfront/publicKey:PublicKey",
    source: api("cloudfront", "PublicKeyConfig"),
    rows: [
      {
        at: "encodedKey",
        fact: "it is a public key in PEM",
        pattern: "-----BEGIN PUBLIC KEY-----",
        good: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
        bad: "ssh-rsa AAAA",
      },
    ],
  },
  {
    type: "aws:cloudfront/anycastIpList:AnycastIpList",
    source: api("cloudfront", "CreateAnycastIpList"),
    rows: [{ at: "ipCount", enum: [3, 21], good: 21, bad: 5 }],
  },
  {
    type: "aws:cloudfront/function:Function",
    source: guide("kvs-with-functions"),
    rows: [
      only("key value stores are for cloudfront-js-2.0", { runtime: "cloudfront-js-1.0" }, [
        "keyValueStoreAssociations[]",
      ])(
        {
          name: "f",
          code: "function handler(event) { return event.request; }",
          keyValueStoreAssociations: ["arn:aws:cloudfront::111122223333:key-value-store/k"],
        },
        { runtime: "cloudfront-js-2.0" },
        { runtime: "cloudfront-js-1.0" },
      ),
    ],
  },
  {
    type: "aws:cloudfront/vpcOrigin:VpcOrigin",
    source: api("cloudfront", "VpcOriginEndpointConfig"),
    rows: [
      {
        at: "vpcOriginEndpointConfig.arn",
        fact: "a VPC origin is a load balancer or an instance",
        pattern: "^arn:[^:]*:(elasticloadbalancing:|ec2:[^:]*:[^:]*:instance/)",
        good: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/0123456789abcdef",
        bad: "arn:aws:lambda:eu-west-1:111122223333:function:f",
      },
      {
        at: "vpcOriginEndpointConfig",
        fact: "an origin that is called over HTTPS has originSslProtocols",
        when: { originProtocolPolicy: ["https-only", "match-viewer"] },
        required: ["originSslProtocols.items[]"],
        good: { originProtocolPolicy: "https-only", originSslProtocols: { items: ["TLSv1.2"], quantity: 1 } },
        bad: { originProtocolPolicy: "https-only" },
      },
    ],
  },
];
