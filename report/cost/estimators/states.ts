import { z } from "zod";
import { reading, said } from "../estimator";
import { prices } from "../prices";
import { gigabyteSeconds } from "./lambda";

/** MB that an Express execution is billed for; ours use little. */
const expressMemoryMb = 64;

const stateMachine = reading(
  z.object({ type: z.string().default("STANDARD") }),
  ({ type }, { requests, usage: { transitions, durationMs } }) => {
    if (type === "EXPRESS") {
      const executionMs = Math.ceil((transitions * durationMs) / 100) * 100;
      return [
        { price: prices.states.expressRequests, quantity: requests },
        {
          price: prices.states.expressDuration,
          quantity: gigabyteSeconds(requests, executionMs, expressMemoryMb),
          basis: `${said(requests)} executions × ${said(executionMs)} ms × ${expressMemoryMb} MB`,
        },
      ];
    }
    return [
      {
        price: prices.states.transitions,
        quantity: requests * transitions,
        basis: `${said(requests)} executions × ${said(transitions)} transitions`,
      },
    ];
  },
);

export const statesEstimators = { "aws:sfn/stateMachine:StateMachine": stateMachine };
