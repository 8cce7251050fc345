import type { Account as AccountResource, AccountArgs } from "@pulumi/aws/apigateway/account";
import { type Aws } from "../../frame/aws";
import { resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { replaced } from "./shared";

/** The settings of an account in a Region. They always exist: creating adopts them, deleting leaves them. */
export const Account = resourceType<AccountArgs, AccountResource>({
  token: "aws:apigateway/account:Account",
  properties: { cloudwatchRoleArn: { computed: true, idle: "the emulator writes no access logs" } },
  outputs: { apiKeyVersion: "stable", features: "stable", throttleSettings: "stable" },

  async create(props, aws) {
    await setRole(props.cloudwatchRoleArn, aws);
    return "api-gateway-account";
  },

  async read(_id, { apigateway }) {
    const { cloudwatchRoleArn, apiKeyVersion, features, throttleSettings } = await apigateway.getAccount({});
    return {
      cloudwatchRoleArn: cloudwatchRoleArn ?? "",
      apiKeyVersion,
      features: features ?? [],
      throttleSettings: throttleSettings ? [fromAws(toAws(throttleSettings))] : [],
    };
  },

  async update(_id, props, _old, aws) {
    await setRole(props.cloudwatchRoleArn, aws);
  },

  async delete(_id, aws) {
    await setRole("", aws);
  },
});

async function setRole(role: string | undefined, { apigateway }: Aws): Promise<void> {
  await apigateway.updateAccount({ patchOperations: [replaced("/cloudwatchRoleArn", role ?? "")] });
}
