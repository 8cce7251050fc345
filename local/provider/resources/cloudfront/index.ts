export { CachePolicy } from "./cachePolicy";
export { Distribution } from "./distribution";
export { Function } from "./function";
export { KeyValueStore } from "./keyValueStore";
export { OriginAccessControl } from "./originAccessControl";
export { ResponseHeadersPolicy } from "./responseHeadersPolicy";
