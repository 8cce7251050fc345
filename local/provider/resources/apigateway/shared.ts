import type { PatchOperation } from "@aws-sdk/client-api-gateway";
import { type Aws } from "../../frame/aws";

/** The errors that mean "there is none". */
export const notFound = ["NotFoundException"];

/** API Gateway's ARNs contain no account. */
export const formatArn = ({ partition, region }: Aws, path: string): string =>
  `arn:${partition.name}:apigateway:${region}::${path}`;

/** API Gateway returns a policy escaped as within a JSON string. */
export const parsePolicy = (text: string | undefined): string | undefined =>
  text ? (JSON.parse(`"${text}"`) as string) : undefined;

/** One change in API Gateway's patch format. */
export const replaced = (path: string, value: string | undefined): PatchOperation =>
  value === undefined ? { op: "remove", path } : { op: "replace", path, value };

/** Import ids of the form `API/ID`. */
export const fromApi = (id: string) => {
  const [restApi, own] = id.split("/");
  return { id: own, known: { restApi } };
};

/** The rule of a name that may have any characters. */
export const anyName = (maxLength: number) =>
  ({ property: "name", maxLength, pattern: /^[\s\S]+$/, allowed: "any characters" }) as const;
