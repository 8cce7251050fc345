"""A cluster: it listens on a port of this machine, and answers the clients of AWS's SDKs from memory or from the tables."""

import asyncio
import json
import logging
import ssl

from metrics.record import record

from .access import require_caller, require_role, signer
from .answers import FAULT, NO_CREDENTIALS, NUMBERS, OF_DYNAMODB, SUCCESS, UNKNOWN_TABLE, Answers, Refused
from .cached import Cached
from .cbor import Incomplete, Reader, encode
from .requests import METHODS, AttributeLists, Requests, text

logger = logging.getLogger("headroom.dax")

HOST = "127.0.0.1"
GREETING, GREETING_VALUES = "J7yne5G", 5
LEADER = 1
UNSIGNED = Refused("MissingAuthenticationTokenException", "The connection is not signed in.", NO_CREDENTIALS)
LARGEST_REQUEST = 32 << 20


class Cluster:
    """`settings` is how the control plane knows it, `seconds(parameter)` how long something is kept, and `now()` the time for that."""

    def __init__(self, scope: tuple[str, str], settings: dict, seconds, certificate: str, now):
        self.scope, self.settings, self._certificate = scope, settings, certificate
        lists = AttributeLists()
        self.lists, self.requests, self.answers = lists, Requests(lists, self.schema), Answers(lists, self.schema)
        self.cached = Cached(
            self._table, self.key_of, self.measure, now, lambda: seconds("record-ttl-millis"), lambda: seconds("query-ttl-millis")
        )
        self.connections: set = set()
        self.port = 0

    async def start(self) -> None:
        secure = None
        if self.settings["ClusterEndpointEncryptionType"] == "TLS":
            secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            secure.load_cert_chain(self._certificate)
        self._server = await asyncio.start_server(self._connected, HOST, self.port, ssl=secure)
        self.port = self._server.sockets[0].getsockname()[1]

    def stop(self) -> None:
        self._server.close()
        self.restart()

    def restart(self) -> None:
        """A node that is restarted has lost what it kept, and its connections."""
        self.cached.clear()
        for writer in list(self.connections):
            writer.close()

    def measure(self, name: str) -> None:
        record("AWS/DAX", {name: (1, "Count")}, {"ClusterId": self.settings["ClusterName"]})

    def schema(self, table: str) -> list[tuple[str, str]]:
        from ministack.services import dynamodb

        found = dynamodb._tables.get(table.rpartition("/")[2])
        if not found:
            raise Refused("ResourceNotFoundException", f"Requested resource not found: Table: {table} not found", UNKNOWN_TABLE)
        kinds = {each["AttributeName"]: each["AttributeType"] for each in found["AttributeDefinitions"]}
        keys = sorted(found["KeySchema"], key=lambda each: each["KeyType"] != "HASH")
        return [(each["AttributeName"], kinds[each["AttributeName"]]) for each in keys]

    def key_of(self, table: str, item: dict) -> dict:
        return {name: item[name] for name, _ in self.schema(table)}

    def endpoints(self) -> list:
        """One node for all of them, which have one memory here."""
        address = bytes(int(part) for part in HOST.split("."))
        return [[1, HOST, address, self.port, LEADER, f"{self.scope[1]}a", 1]]

    async def _table(self, action: str, data: dict) -> dict:
        """DynamoDB's answer to the role of the cluster."""
        from ministack.services import dynamodb

        require_role(self.scope, self.settings["IamRoleArn"], action, data)
        target = {"x-amz-target": f"DynamoDB_20120810.{action}"}
        status, _, content = await dynamodb.handle_request("POST", "/", target, json.dumps(data).encode(), {})
        answer = json.loads(content or b"{}")
        if status == 200:
            return answer
        name, message = answer.get("__type", "").rpartition("#")[2], answer.get("message") or answer.get("Message") or ""
        numbers = FAULT if status >= 500 else [*OF_DYNAMODB, *([NUMBERS[name]] if name in NUMBERS else [])]
        raise Refused(name, message, numbers, answer.get("CancellationReasons"))

    async def _connected(self, reader, writer) -> None:
        from ministack.core.responses import request_scope

        self.connections.add(writer)
        try:
            with request_scope(*self.scope):
                await Connection(self, reader, writer).converse()
        except (OSError, EOFError, ValueError, LookupError, TypeError, asyncio.IncompleteReadError) as problem:
            logger.info("a connection to the cluster %s ended: %r", self.settings["ClusterName"], problem)
        finally:
            self.connections.discard(writer)
            writer.close()


class Connection:
    def __init__(self, cluster: Cluster, reader, writer):
        self._cluster, self._reader, self._writer = cluster, reader, writer
        self._received = bytearray()
        self._caller = ""
        self._refusal: Refused | None = UNSIGNED

    async def _value(self):
        while True:
            reader = Reader(self._received)
            try:
                value = reader.value()
            except Incomplete:
                more = await self._reader.read(1 << 20)
                if not more or len(self._received) > LARGEST_REQUEST:
                    raise EOFError from None
                self._received += more
                continue
            del self._received[: reader.at]
            return value

    async def _values(self, count: int) -> list:
        return [await self._value() for _ in range(count)]

    async def converse(self) -> None:
        greeting, *_ = await self._values(GREETING_VALUES)
        if greeting != GREETING:
            raise ValueError("no client of DAX")
        while True:
            _service, method = await self._values(2)
            name, count = METHODS[method]
            arguments = await self._values(count)
            if name == "AuthorizeConnection":
                self._sign_in(*arguments)
                continue
            self._writer.write(await self._answer(name, arguments))
            await self._writer.drain()

    def _sign_in(self, key, signature, signed, token, _client) -> None:
        """Without an answer of its own: a refusal is that to the next request."""
        self._refusal = None
        try:
            self._caller = signer(self._cluster.scope, key, signature, signed, token)
        except Refused as refusal:
            self._refusal = refusal

    async def _answer(self, name: str, arguments: list) -> bytes:
        cluster = self._cluster
        try:
            if self._refusal:
                raise self._refusal
            if special := getattr(self, f"_{name}", None):
                return SUCCESS + encode(special(*arguments))
            cluster.measure("TotalRequestCount")
            cluster.measure(f"{name}RequestCount")
            request = cluster.requests.read(name, arguments)
            require_caller(cluster.scope, self._caller, cluster.settings["ClusterArn"], name, request.data)
            return cluster.answers.write(request, await cluster.cached.perform(request))
        except Refused as refused:
            cluster.measure("FaultRequestCount" if refused.numbers == FAULT else "ErrorRequestCount")
            if refused.name in ("ProvisionedThroughputExceededException", "ThrottlingException"):
                cluster.measure("ThrottledRequestCount")
            return cluster.answers.refuse(refused)
        except Exception as error:
            logger.exception("the cluster %s failed in %s", cluster.settings["ClusterName"], name)
            cluster.measure("FaultRequestCount")
            return cluster.answers.refuse(Refused("InternalServerError", str(error), FAULT))

    def _Endpoints(self) -> list:
        return self._cluster.endpoints()

    def _DefineKeySchema(self, table) -> dict:
        require_role(self._cluster.scope, self._cluster.settings["IamRoleArn"], "DescribeTable", {"TableName": text(table)})
        return dict(self._cluster.schema(text(table)))

    def _DefineAttributeList(self, number: int) -> list:
        return list(self._cluster.lists.names(number))

    def _DefineAttributeListId(self, names: list) -> int:
        return self._cluster.lists.number(names)
