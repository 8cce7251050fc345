export { BucketPublicAccessBlock, BucketOwnershipControls, BucketPolicy } from "./access";
export { Bucket } from "./bucket";
export { BucketLifecycleConfiguration } from "./lifecycle";
export { BucketLogging } from "./logging";
export { BucketNotification } from "./notification";
export { BucketServerSideEncryptionConfiguration, BucketVersioning } from "./storage";
export { BucketObjectv2 } from "./object";
