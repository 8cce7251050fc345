import { type Estimator } from "../estimator";
import { apiEstimators } from "./apis";
import { databaseEstimators } from "./databases";
import { dynamodbEstimators } from "./dynamodb";
import { edgeEstimators } from "./edge";
import { identityEstimators } from "./identity";
import { lambdaEstimators } from "./lambda";
import { messagingEstimators } from "./messaging";
import { monitoringEstimators } from "./monitoring";
import { networkEstimators } from "./network";
import { statesEstimators } from "./states";
import { storageEstimators } from "./storage";

/** An estimator for each type that AWS charges for, by Pulumi's type token. */
export const estimators: Readonly<Record<string, Estimator>> = {
  ...lambdaEstimators,
  ...apiEstimators,
  ...edgeEstimators,
  ...dynamodbEstimators,
  ...storageEstimators,
  ...messagingEstimators,
  ...statesEstimators,
  ...identityEstimators,
  ...monitoringEstimators,
  ...networkEstimators,
  ...databaseEstimators,
};
