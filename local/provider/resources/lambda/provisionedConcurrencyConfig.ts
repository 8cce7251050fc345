import type * as pulumiAws from "@pulumi/aws/lambda/provisionedConcurrencyConfig";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { until } from "../../frame/retry";
import { halves, notFound } from "./ids";

type Args = pulumiAws.ProvisionedConcurrencyConfigArgs;

export const ProvisionedConcurrencyConfig = resourceType<Args, pulumiAws.ProvisionedConcurrencyConfig>({
  token: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  identity: ["functionName", "qualifier"],
  properties: {
    functionName: { required: true, replace: true },
    provisionedConcurrentExecutions: { required: true, idle: "no environment is kept ready" },
    qualifier: { required: true, replace: true },
    skipDestroy: { default: false },
  },
  outputs: {},
  fromImportId: (id) => {
    const [functionName, qualifier] = halves(id, ",");
    return { known: { functionName, qualifier } };
  },

  async create(props, { lambda }) {
    await lambda.putProvisionedConcurrencyConfig(provisioned(props));
    return `${props.functionName},${props.qualifier}`;
  },

  async complete(_id, props, { lambda }) {
    const { FunctionName, Qualifier } = provisioned(props);
    await until(`provisioned concurrency of ${FunctionName}`, 120, async () => {
      const live = await lambda.getProvisionedConcurrencyConfig({ FunctionName, Qualifier });
      if (live.Status === "FAILED") throw new Error(`provisioned concurrency failed: ${live.StatusReason}`);
      return live.Status === "READY" ? true : undefined;
    });
  },

  async read(_id, { lambda }, { functionName, qualifier }) {
    const live = await unless(
      [...notFound, "ProvisionedConcurrencyConfigNotFoundException"],
      lambda.getProvisionedConcurrencyConfig({ FunctionName: functionName, Qualifier: qualifier }),
    );
    if (!live) return undefined;
    const provisionedConcurrentExecutions = live.RequestedProvisionedConcurrentExecutions;
    return { functionName, qualifier, provisionedConcurrentExecutions };
  },

  async update(_id, props, _old, { lambda }) {
    await lambda.putProvisionedConcurrencyConfig(provisioned(props));
  },

  async delete(_id, { lambda }, { functionName, qualifier }) {
    const call = lambda.deleteProvisionedConcurrencyConfig({ FunctionName: functionName, Qualifier: qualifier });
    await unless(notFound, call);
  },
});

function provisioned(props: Inputs<Args>) {
  return {
    FunctionName: props.functionName,
    Qualifier: props.qualifier,
    ProvisionedConcurrentExecutions: props.provisionedConcurrentExecutions,
  };
}
