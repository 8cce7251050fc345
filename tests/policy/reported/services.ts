import { type FactsByName } from "../measured/facts";
import * as apis from "./apigateway";
import * as socketApis from "./apigatewayv2";
import * as graphs from "./appsync";
import * as distributions from "./cloudfront";
import * as users from "./cognito";
import * as containers from "./containers";
import * as databases from "./databases";
import * as drawnData from "./drawn/data";
import * as drawnFunctions from "./drawn/functions";
import * as drawnMessages from "./drawn/messages";
import * as drawnNetworks from "./drawn/networks";
import * as drawnOperations from "./drawn/operations";
import * as drawnPeople from "./drawn/people";
import * as tables from "./dynamodb";
import * as events from "./events";
import * as rights from "./iam";
import * as functions from "./lambda";
import * as edge from "./lambdaEdge";
import * as messages from "./messages";
import * as monitoring from "./monitoring";
import * as networks from "./networks";
import * as operations from "./operations";
import * as parameters from "./parameters";
import * as buckets from "./s3";
import * as machines from "./states";
import * as secondContainers from "./second/containers";
import * as secondDatabases from "./second/databases";
import * as secondFunctions from "./second/functions";
import * as secondOperations from "./second/operations";
import * as secondPeople from "./second/people";
import * as secondStorage from "./second/storage";
import * as thirdApplications from "./third/applications";
import * as thirdGateways from "./third/gateways";
import * as thirdData from "./third/data";
import * as thirdNetworks from "./third/networks";
import * as streams from "./streams";
import * as firewalls from "./wafv2";

type ByService = Readonly<Record<string, FactsByName>>;

/** What rows were written for. */
const worked: readonly ByService[] = [
  ...[apis, socketApis, graphs, distributions, users, containers, databases, tables, events, rights, functions, edge],
  ...[messages, monitoring, networks, operations, parameters, buckets, machines, streams, firewalls],
];

/** The third that was set aside before. */
const drawn: readonly ByService[] = [
  ...[drawnData, drawnFunctions, drawnMessages, drawnNetworks, drawnOperations, drawnPeople],
];

/** The second sample, drawn when rows had been written for the first. */
const second: readonly ByService[] = [
  ...[secondContainers, secondDatabases, secondFunctions, secondOperations, secondPeople, secondStorage],
];

/** The third sample, drawn when rows had been written for both. */
const third: readonly ByService[] = [thirdApplications, thirdData, thirdGateways, thirdNetworks];

function joined(parts: readonly ByService[]): ByService {
  const all: Record<string, FactsByName> = {};
  for (const part of parts) {
    for (const [service, facts] of Object.entries(part)) all[service] = { ...all[service], ...facts };
  }
  return all;
}

/** The facts of bug reports by service. */
export const services = joined([...worked, ...drawn, ...second, ...third]);
