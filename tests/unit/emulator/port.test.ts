import assert from "node:assert/strict";
import { type AddressInfo, createServer } from "node:net";
import fc from "fast-check";
import { EmulatorError } from "../../../local/emulator/errors";
import { portFrom, requireFreePort } from "../../../local/emulator/port";

describe("the emulator's port", () => {
  it("is 4566 unless HEADROOM_PORT says otherwise", () => {
    assert.equal(portFrom({}), 4566);
    assert.equal(portFrom({ HEADROOM_PORT: "" }), 4566);
  });

  it("is any number from 1024 to 65535", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1024, max: 65535 }), (port) => {
        assert.equal(portFrom({ HEADROOM_PORT: String(port) }), port);
      }),
    );
  });

  it("is refused, with its value, when it is anything else", () => {
    const outside = fc.oneof(fc.integer({ max: 1023 }), fc.integer({ min: 65536 })).map(String);
    const noNumber = fc.string({ minLength: 1 }).filter((text) => !/^\d+$/.test(text));
    const odd = fc.constantFrom("4566.0", "0x11d6", " 4566", "4e3", "4566 ");
    fc.assert(
      fc.property(fc.oneof(outside, noNumber, odd), (text) => {
        assert.throws(
          () => portFrom({ HEADROOM_PORT: text }),
          (error: Error) => error instanceof EmulatorError && error.message.includes(`"${text}"`),
        );
      }),
    );
  });

  it("is refused with the listener's name when a program listens on it, and accepted when it is gone", async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.on("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await assert.rejects(requireFreePort(port), (error: Error) => {
      assert.match(
        error.message,
        new RegExp(`^port ${port} on 127.0.0.1 is in use by .* \\(process ${process.pid}\\)`),
      );
      assert.match(error.message, new RegExp(`Fix: .*HEADROOM_PORT=${port + 1} npm start`));
      return true;
    });
    await new Promise((resolve) => server.close(resolve));
    await requireFreePort(port);
  });
});
