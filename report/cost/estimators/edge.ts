import { z } from "zod";
import { gigabytes, reading, said } from "../estimator";
import { prices } from "../prices";
import { edgeComponent } from "./lambda";

const webAcl = reading(z.object({ rules: z.array(z.unknown()).default([]) }), ({ rules }, { requests }) => [
  { price: prices.wafv2.webAcls, quantity: 1 },
  { price: prices.wafv2.rules, quantity: rules.length },
  { price: prices.wafv2.requests, quantity: requests },
]);

const behavior = z.object({
  functionAssociations: z.array(z.unknown()).default([]),
  lambdaFunctionAssociations: z.array(z.unknown()).default([]),
});

const distribution = reading(
  z.object({ defaultCacheBehavior: behavior, orderedCacheBehaviors: z.array(behavior).default([]) }),
  ({ defaultCacheBehavior, orderedCacheBehaviors }, { requests, all, usage: { payloadKb } }) => {
    const behaviors = [defaultCacheBehavior, ...orderedCacheBehaviors];
    const calls = Math.max(...behaviors.map(({ functionAssociations }) => functionAssociations.length));
    // Those of our component are priced by their own types.
    const edge =
      all(edgeComponent).length === 0 &&
      behaviors.some(({ lambdaFunctionAssociations }) => lambdaFunctionAssociations.length > 0);
    return [
      { price: prices.cloudfront.requests, quantity: requests },
      {
        price: prices.cloudfront.transfer,
        quantity: gigabytes(requests, payloadKb),
        basis: `${said(requests)} answers × ${said(payloadKb)} KB`,
      },
      ...(calls > 0 ? [{ price: prices.cloudfront.functions, quantity: requests * calls }] : []),
      ...(edge
        ? [{ reason: "its functions run as Lambda@Edge, which costs more than the price of Lambda that is counted" }]
        : []),
    ];
  },
);

const anycastIpList = reading(z.object({}), () => [{ price: prices.cloudfront.anycastIpLists, quantity: 1 }]);

export const edgeEstimators = {
  "aws:cloudfront/anycastIpList:AnycastIpList": anycastIpList,
  "aws:wafv2/webAcl:WebAcl": webAcl,
  "aws:cloudfront/distribution:Distribution": distribution,
};
