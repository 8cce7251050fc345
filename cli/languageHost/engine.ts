import * as grpc from "@grpc/grpc-js";

/** Calls `end` once the engine at this address is gone: it may have been killed, or have ended before it was reached. */
export function whenGone(address: string, end: () => void): void {
  const client = new grpc.Client(address, grpc.credentials.createInsecure(), {
    "grpc.client_idle_timeout_ms": 2 ** 31 - 1, // nothing is ever asked
  });
  const channel = client.getChannel();
  const watch = (): void => {
    const state = channel.getConnectivityState(true);
    channel.watchConnectivityState(state, Infinity, () => {
      const now = channel.getConnectivityState(false);
      const { READY, TRANSIENT_FAILURE } = grpc.connectivityState;
      // It listens before it starts a host: what cannot be reached is gone.
      if (state === READY ? now === READY : now !== TRANSIENT_FAILURE) return watch();
      client.close();
      end();
    });
  };
  watch();
}
