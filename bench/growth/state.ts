/** The same workers as `pulumi stack export` writes them after a deployment. */
export function stateOf(workers: number): object {
  const urn = (type: string, name: string): string => `urn:pulumi:dev::growth::${type}::${name}`;
  const provider = { urn: urn("pulumi:providers:aws", "default"), type: "pulumi:providers:aws", custom: true, id: "p" };
  const region = { region: "eu-west-1" };
  const arn = (service: string, name: string): string => `arn:aws:${service}:eu-west-1:123456789012:${name}`;
  const resource = (type: string, name: string, inputs: object, outputs: object): object => ({
    urn: urn(type, name),
    type,
    custom: true,
    id: name,
    inputs,
    outputs: { ...inputs, ...outputs },
    provider: `${provider.urn}::p`,
  });
  const resources = Array.from({ length: workers }, (_, index) => {
    const name = `worker-${index}`;
    const roleArn = `arn:aws:iam::123456789012:role/${name}`;
    const principal = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } };
    const assumeRolePolicy = JSON.stringify({ Version: "2012-10-17", Statement: [principal] });
    const log = arn("logs", `log-group:${name}`);
    const logging = { logGroup: name, logFormat: "JSON" };
    const code = { runtime: "nodejs24.x", handler: "index.handler", timeout: 30, loggingConfig: logging };
    const functionArn = arn("lambda", `function:${name}`);
    const mapping = { functionName: functionArn, eventSourceArn: arn("sqs", name) };
    return [
      resource("aws:iam/role:Role", name, { name, assumeRolePolicy }, { arn: roleArn }),
      resource("aws:sqs/queue:Queue", name, { name, visibilityTimeoutSeconds: 180 }, { arn: arn("sqs", name) }),
      resource("aws:cloudwatch/logGroup:LogGroup", name, { name, retentionInDays: 30 }, { arn: log }),
      resource("aws:lambda/function:Function", name, { name, role: roleArn, ...code }, { arn: functionArn }),
      resource("aws:lambda/eventSourceMapping:EventSourceMapping", name, mapping, {}),
    ];
  });
  const manifest = { time: "2026-12-01T00:00:00Z", magic: "", version: "" };
  return {
    version: 3,
    deployment: { manifest, resources: [{ ...provider, inputs: region, outputs: region }, ...resources.flat()] },
  };
}
