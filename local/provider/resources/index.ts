import { type ResourceType } from "../resourceType";
import * as cloudwatch from "./cloudwatch";
import * as cognito from "./cognito";
import * as events from "./events";
import * as iam from "./iam";
import * as kms from "./kms";
import * as lambda from "./lambda";
import * as logs from "./logs";
import * as s3 from "./s3";
import * as scheduler from "./scheduler";
import * as sns from "./sns";
import * as sqs from "./sqs";

const services = [cloudwatch, cognito, events, iam, kms, lambda, logs, s3, scheduler, sns, sqs];

/** Every resource type that is served, by token. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  services.flatMap((service): ResourceType[] => Object.values(service)).map((type) => [type.token, type]),
);
