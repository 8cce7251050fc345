import * as appsync from "./appsync";
import * as batch from "./batch";
import * as cloudwatch from "./cloudwatch";
import * as cognito from "./cognito";
import * as containers from "./containers";
import * as dataProtection from "./dataProtection";
import * as documents from "./documents";
import * as events from "./events";
import { type Format } from "./format";
import * as fargate from "./fargate";
import * as iam from "./iam";
import * as images from "./images";
import * as logs from "./logs";
import * as messaging from "./messaging";
import * as network from "./network";
import * as provider from "./provider";
import * as states from "./states";
import * as times from "./times";

/** The grammars that rows name. */
const formats: Readonly<Record<string, Format>> = {
  ...appsync,
  ...batch,
  ...cloudwatch,
  ...cognito,
  ...containers,
  ...dataProtection,
  ...documents,
  ...events,
  ...fargate,
  ...iam,
  ...images,
  ...logs,
  ...messaging,
  ...network,
  ...provider,
  ...states,
  ...times,
};

export function findFormat(name: string): Format {
  const format = formats[name];
  if (!format)
    throw new Error(`no format is called ${name}: policy/constraints/formats has ${Object.keys(formats).join(", ")}`);
  return format;
}
