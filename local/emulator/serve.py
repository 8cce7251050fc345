"""Serves MiniStack on two listeners: plain HTTP on the public port, TLS on a private one.

Buckets and queues here refuse requests without TLS, and with AUTH=true MiniStack enforces that. Functions therefore get
an https endpoint and a certificate authority of their own, and `GET /_headroom/tls` on the public port returns both to
others that need them, such as the provider. People keep the plain http address. `GET /_headroom/changes` says whether a resource may
have changed (changes.py), `/_headroom/clock` tells and moves the clock (clock/), and
`/_headroom/user` says as whom people's own calls are judged (developer.py). What MiniStack lacks is added: row-level security
(row_level_security.py), real databases (databases/), DAX (dax/), autoscaling (autoscaling/), readers of streams (streams.py) and of queues (queues.py), who may call whom
(permissions.py), limits of calls (invocations.py), of functions (sizes.py) and of APIs (apis.py), a function's own /tmp
(temporary.py), functions in Java, Ruby and .NET (runtimes/), turns in a burst (pace.py), whole logs (log_ends.py), mapping
templates (integrations/), recovery, export and throughput of tables (tables/), metrics (metrics/), and what a distribution does at the edge
(edge/).
"""

import asyncio
import datetime
import ipaddress
import json
import os
import socket
import sys
import tempfile
import urllib.parse

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def make_certificate(folder: str) -> str:
    """Writes a self-signed certificate for 127.0.0.1 with its key; returns the path of the PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "headroom emulator")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=365))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("localhost")]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path = os.path.join(folder, "emulator.pem")
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(certificate.public_bytes(serialization.Encoding.PEM))
        file.write(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
    return path


def with_routes(app, routes):
    """The application, with answers of our own, in JSON, at paths of our own: each a status and a document, for a query."""

    async def respond(scope, receive, send):
        read = routes.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if read is None:
            await app(scope, receive, send)
            return
        status, answer = read(scope["query_string"].decode("latin-1"))
        body = json.dumps(answer).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return respond


def read_authority(certificate: str) -> str:
    with open(certificate, "rb") as file:
        return x509.load_pem_x509_certificate(file.read()).public_bytes(serialization.Encoding.PEM).decode()


def log_failed_starts(worker) -> None:
    """Has a function that fails while it is loaded leave its log, as it does on AWS: MiniStack drops that."""
    invoke = worker.invoke

    def invoke_or_log(self, *args, **kwargs):
        try:
            return invoke(self, *args, **kwargs)
        except RuntimeError as error:
            log = self._drain_stderr_bounded()
            self.kill()  # a process without a handler; the next event starts another one
            return {"status": "error", "error": str(error), "cold_start": True, "log": log}

    worker.invoke = invoke_or_log


def decode_filters(s3) -> None:
    """Has prefixes and suffixes of notifications compared as S3 does: they are percent-encoded, like the keys of its events.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html
    """
    matches = s3._key_matches_filter

    def matches_decoded(key, prefix, suffix):
        return matches(key, *(part and urllib.parse.unquote(part) for part in (prefix, suffix)))

    s3._key_matches_filter = matches_decoded


def main() -> None:
    certificate = make_certificate(tempfile.gettempdir())
    address = os.environ["BIND_HOST"]
    secure = socket.create_server((address, 0))
    os.environ["AWS_ENDPOINT_URL"] = f"https://{address}:{secure.getsockname()[1]}"
    os.environ["NODE_EXTRA_CA_CERTS"] = certificate
    os.environ["AWS_CA_BUNDLE"] = certificate

    # Imported only now: the emulator reads its environment at import.
    from hypercorn.asyncio import serve
    from hypercorn.config import Config
    from ministack import app as gateway
    from ministack.app import app
    from ministack.core import iam_actions, iam_evaluator, lambda_runtime, router
    from ministack.services import apigateway, apigateway_v1, cloudfront, cloudwatch_logs, dynamodb, iam, kinesis
    from ministack.services import lambda_svc, pipes, s3, sqs, stepfunctions, sts, waf

    log_failed_starts(lambda_runtime.Worker)
    decode_filters(s3)

    # Isolated mode (-I) leaves this file's folder out of the path, and nothing is to be written to it.
    sys.dont_write_bytecode = True
    sys.path.append(os.path.dirname(os.path.abspath(__file__)))
    import apis
    import autoscaling
    import databases
    import dax
    import edge
    import integrations
    import log_ends
    import metrics
    import pipe_roles
    import queues
    import row_level_security
    import runtimes
    import sizes
    import subscriptions
    import tables
    import temporary
    from changes import Changes
    from clock import Clock
    from developer import Developer
    from edge.firewall import Firewall
    from invocations import Invocations
    from pace import Pace
    from permissions import Permissions
    from streams import Streams

    row_level_security.install()
    changes = Changes()
    clock = Clock(changes.note)
    clock.start()
    Pace(lambda_svc)
    log_ends.install(lambda_runtime)
    sizes.install(lambda_svc, lambda_runtime)
    temporary.install(lambda_runtime, runtimes.folders)
    runtimes.install(lambda_svc, lambda_runtime, certificate)
    Invocations(lambda_svc, lambda_runtime)
    Streams(lambda_svc)
    queues.install(lambda_svc, sqs)
    Permissions()
    firewall = Firewall(waf, clock.now)
    apis.install(apigateway_v1, apigateway)
    apis.guard(apigateway_v1, waf, firewall)
    integrations.install(apigateway_v1)
    pipe_roles.install(pipes)
    subscriptions.install(cloudwatch_logs)
    throughput = tables.install(dynamodb, clock)
    metrics.install(dynamodb, throughput, kinesis, apigateway_v1, apigateway, stepfunctions, cloudwatch_logs)
    edge.install(cloudfront, firewall, cloudwatch_logs, s3, clock)
    running = databases.install(certificate)
    autoscaling.install(gateway, router, iam_actions, clock, changes.note)
    clusters = dax.install(gateway, router, iam_actions, certificate, clock)
    metrics.Connections(clock, running.connections, clusters.connections)
    developer = Developer(iam_evaluator, iam, sts)

    config = Config()
    config.bind = [f"fd://{secure.fileno()}"]
    config.insecure_bind = [f"{address}:{os.environ['GATEWAY_PORT']}"]
    config.certfile = config.keyfile = certificate
    config.keep_alive_timeout = 75
    secured = {"endpoint": os.environ["AWS_ENDPOINT_URL"], "certificate": read_authority(certificate)}

    def move_clock(query: str):
        problem = clock.move(float(urllib.parse.parse_qs(query).get("seconds", ["0"])[0]))
        return (409, {"error": problem}) if problem else (202, clock.state())

    routes = {
        ("GET", "/_headroom/tls"): lambda _: (200, secured),
        ("GET", "/_headroom/changes"): lambda _: (200, {"changes": str(changes)}),
        ("GET", "/_headroom/clock"): lambda _: (200, clock.state()),
        ("POST", "/_headroom/clock"): move_clock,
        ("POST", "/_headroom/user"): lambda query: (200, developer.be(urllib.parse.parse_qs(query).get("name", [""])[0])),
    }
    try:
        asyncio.run(serve(with_routes(changes.counting(developer.as_developer(app)), routes), config))
    finally:
        running.stop()


if __name__ == "__main__":
    main()
