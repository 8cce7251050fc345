import * as grpc from "@grpc/grpc-js";

/** Calls `end` when the engine, which was reached at this address, no longer exists: it may have been killed. */
export function whenGone(address: string, end: () => void): void {
  const client = new grpc.Client(address, grpc.credentials.createInsecure(), {
    "grpc.client_idle_timeout_ms": 2 ** 31 - 1, // nothing is ever asked
  });
  const channel = client.getChannel();
  const watch = (): void => {
    const state = channel.getConnectivityState(true);
    channel.watchConnectivityState(state, Infinity, () => {
      const now = channel.getConnectivityState(false);
      if (state !== grpc.connectivityState.READY || now === grpc.connectivityState.READY) return watch();
      client.close();
      end();
    });
  };
  watch();
}
