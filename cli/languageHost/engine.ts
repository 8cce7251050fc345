import * as grpc from "@grpc/grpc-js";

/** Calls `end` once the engine at this address is gone: it may have been killed. */
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
