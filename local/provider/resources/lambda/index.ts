export { Alias } from "./alias";
export { Function } from "./function";
export { FunctionEventInvokeConfig } from "./functionEventInvokeConfig";
export { FunctionRecursionConfig } from "./functionRecursionConfig";
export { FunctionUrl } from "./functionUrl";
export { LayerVersion } from "./layerVersion";
export { Permission } from "./permission";
export { ProvisionedConcurrencyConfig } from "./provisionedConcurrencyConfig";
