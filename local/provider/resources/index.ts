import { type ResourceType } from "../resourceType";
import * as iam from "./iam";
import * as lambda from "./lambda";
import * as lambdaSettings from "./lambdaSettings";
import * as logs from "./logs";
import * as s3 from "./s3";
import * as s3Settings from "./s3Settings";
import * as sqs from "./sqs";

/** Every resource type that is served, by token. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  [iam, lambda, lambdaSettings, logs, s3, s3Settings, sqs]
    .flatMap((service) => Object.values(service))
    .map((type) => [type.token, type]),
);
