"""The way to a PostgreSQL server, as an RDS Proxy and RDS itself have it: TLS or nothing, and then a token of IAM or the
first user's password. One address serves for the database and its proxies; connections are not shared."""

import asyncio
import hmac
import ssl
import struct
import threading

SSL_REQUEST, GSS_REQUEST, CANCEL_REQUEST, PROTOCOL_3 = 80877103, 80877104, 80877102, 196608
LONGEST_STARTUP, LONGEST_PASSWORD = 10_000, 70_000


def message(kind: bytes, payload: bytes) -> bytes:
    return kind + struct.pack("!I", len(payload) + 4) + payload


def refusal(code: str, text: str) -> bytes:
    fields = (b"SFATAL", b"VFATAL", b"C" + code.encode(), b"M" + text.encode())
    return message(b"E", b"\0".join(fields) + b"\0\0")


class Gate:
    """Listens for one server on a port of this machine, in a thread of its own."""

    def __init__(self, listener, certificate: str, server, admit):
        """`admit(user, password)` returns why a sign-in is refused; None when it is accepted."""
        self._server, self._admit = server, admit
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(certificate)
        self._loop = asyncio.new_event_loop()
        self._listener = listener
        self.connections = 0
        threading.Thread(target=self._serve, daemon=True, name="headroom-database-gate").start()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._listener.close()

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(asyncio.start_server(self._client, sock=self._listener))
        self._loop.run_forever()

    async def _client(self, reader, writer) -> None:
        try:
            await self._converse(reader, writer)
        except (OSError, asyncio.IncompleteReadError, ssl.SSLError, ValueError):
            pass  # gone, or no PostgreSQL client
        finally:
            writer.close()

    async def _converse(self, reader, writer) -> None:
        startup = await self._startup(reader, writer)
        if startup is None:
            return
        code = struct.unpack("!I", startup[:4])[0]
        if code == CANCEL_REQUEST:
            _, backend = await asyncio.open_unix_connection(self._server.socket)
            backend.write(struct.pack("!I", len(startup) + 4) + startup)
            await backend.drain()
            backend.close()
            return
        user = self._user(startup)
        writer.write(message(b"R", struct.pack("!I", 3)))  # the password, please: TLS hides it
        await writer.drain()
        kind, length = struct.unpack("!cI", await reader.readexactly(5))
        if kind != b"p" or length > LONGEST_PASSWORD:
            raise ValueError("no password")
        password = (await reader.readexactly(length - 4)).rstrip(b"\0").decode()
        problem = await asyncio.to_thread(self._admit, user, password)
        if problem:
            await self._refuse(writer, "28000", problem)
            return
        try:
            backend = await asyncio.open_unix_connection(self._server.socket)
        except OSError:
            await self._refuse(writer, "57P03", self._server.problem() or "the database system is starting up")
            return
        backend[1].write(struct.pack("!I", len(startup) + 4) + startup)
        self.connections += 1
        try:
            await asyncio.gather(self._relay(reader, backend[1]), self._relay(backend[0], writer))
        finally:
            self.connections -= 1

    async def _startup(self, reader, writer):
        """The client's first packet after TLS; nothing for one that does without."""
        secured = False
        while True:
            (length,) = struct.unpack("!I", await reader.readexactly(4))
            if not 8 <= length <= LONGEST_STARTUP:
                raise ValueError("no PostgreSQL client")
            packet = await reader.readexactly(length - 4)
            code = struct.unpack("!I", packet[:4])[0]
            if code == GSS_REQUEST or (code == SSL_REQUEST and secured):
                writer.write(b"N")
            elif code == SSL_REQUEST:
                writer.write(b"S")
                await writer.drain()
                await self._secure(reader, writer)
                secured = True
            elif code == CANCEL_REQUEST or (code >> 16 == 3 and secured):
                return packet
            else:
                await self._refuse(writer, "28000", "this database takes connections over TLS only")
                return None

    async def _secure(self, reader, writer) -> None:
        if hasattr(writer, "start_tls"):
            await writer.start_tls(self._tls)
            return
        transport = writer.transport  # Python 3.10 has no public way
        protocol = transport.get_protocol()
        secure = await self._loop.start_tls(transport, protocol, self._tls, server_side=True)
        reader._transport = writer._transport = secure
        protocol._over_ssl = True

    @staticmethod
    def _user(startup: bytes) -> str:
        words = startup[4:].split(b"\0")
        return dict(zip(words[::2], words[1::2])).get(b"user", b"").decode()

    @staticmethod
    async def _refuse(writer, code: str, text: str) -> None:
        writer.write(refusal(code, text))
        await writer.drain()

    @staticmethod
    async def _relay(reader, writer) -> None:
        """Until either side ends; then the other one is ended as well."""
        try:
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()


def same(left: str, right: str) -> bool:
    return hmac.compare_digest(left.encode(), right.encode())
