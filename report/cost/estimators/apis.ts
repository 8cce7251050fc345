import { z } from "zod";
import { gigabytes, type Item, reading, said, type Surroundings } from "../estimator";
import { prices } from "../prices";

const answers = ({ requests, usage: { payloadKb } }: Surroundings): Item => ({
  price: prices.transfer.internet,
  quantity: gigabytes(requests, payloadKb),
  basis: `${said(requests)} answers × ${said(payloadKb)} KB`,
});

const restApi = reading(z.object({}), (_, around) => [
  { price: prices.apigateway.restRequests, quantity: around.requests },
  answers(around),
]);

const httpApi = reading(z.object({ protocolType: z.string() }), ({ protocolType }, around) => {
  if (protocolType !== "HTTP") return [{ reason: `no price is recorded for ${protocolType} APIs` }];
  const { requests, usage } = around;
  const parts = Math.max(1, Math.ceil(usage.payloadKb / 512));
  return [{ price: prices.apigateway.httpRequests, quantity: requests * parts }, answers(around)];
});

const stage = reading(z.object({ cacheClusterEnabled: z.boolean().default(false) }), ({ cacheClusterEnabled }) =>
  cacheClusterEnabled ? [{ reason: "no price is recorded for an API's cache" }] : [],
);

export const apiEstimators = {
  "aws:apigateway/restApi:RestApi": restApi,
  "aws:apigateway/stage:Stage": stage,
  "aws:apigatewayv2/api:Api": httpApi,
};
