"""AWS's own client that starts functions in Java, from Maven Central: fetched once for each user, each file the pinned one.

https://github.com/aws/aws-lambda-java-libs/tree/main/aws-lambda-java-runtime-interface-client
"""

import hashlib
import os
import tempfile
import threading
import urllib.error
import urllib.request

from . import trust

CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
REPOSITORY = "https://repo1.maven.org/maven2"
FILES = {
    "com/amazonaws/aws-lambda-java-runtime-interface-client/2.10.1/aws-lambda-java-runtime-interface-client-2.10.1.jar": (
        "b0dd01f45b7258da0e32ade0bff950b12d0cf279ccebf416ad8c3795af21f1db"
    ),
    "com/amazonaws/aws-lambda-java-core/1.4.0/aws-lambda-java-core-1.4.0.jar": (
        "575c24393cc1ad645e83e618956eabd89ffe8cc09efae2cb62bc6589154d68ed"
    ),
    "com/amazonaws/aws-lambda-java-serialization/1.2.0/aws-lambda-java-serialization-1.2.0.jar": (
        "1513c1f945a3213f916a4b2de1760c97b51d84d110f82bbbcf9cfac53d5651e7"
    ),
    "org/crac/crac/1.5.0/crac-1.5.0.jar": "f4426e1641c8f0fa2f025a4cd7c40c285abaf265930e6717adfcaef03d034850",
    "software/amazon/awssdk/utils-lite/2.34.0/utils-lite-2.34.0.jar": (
        "efaf784f07ae526f0b5c89d71ef21cf16636131c47d44616e3df9bedc3f4f89a"
    ),
}
# Taken out of the environment, which functions inherit.
CACHE, PROXY = os.environ.pop("HEADROOM_CACHE"), os.environ.pop("HEADROOM_PROXY", None)
# Of a function's memory; the rest is for what the machine itself needs.
HEAP_SHARE = 0.85
fetching = threading.Lock()


def folder() -> str:
    return os.path.join(CACHE, "java-client")


def options(megabytes: int, layers: list[str]) -> list[str]:
    """As Lambda's runtime starts Java; the client itself loads the function from the working folder."""
    jars = [*(os.path.join(folder(), os.path.basename(path)) for path in FILES), *(f"{layer}/java/lib/*" for layer in layers)]
    return [
        *("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", f"-XX:MaxHeapSize={int(megabytes * HEAP_SHARE)}m"),
        f"-Djavax.net.ssl.trustStore={trust.java_store()}",
        f"-Djavax.net.ssl.trustStorePassword={trust.PASSWORD}",
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",  # where CRaC's hooks are in the client
        *("-classpath", os.pathsep.join(jars)),
    ]


def fetch() -> str | None:
    """Fetches what is not there, 5 MB in all; says what is wrong otherwise."""
    with fetching:
        os.makedirs(folder(), exist_ok=True)
        for path, checksum in FILES.items():
            name, url = os.path.basename(path), f"{REPOSITORY}/{path}"
            if os.path.exists(os.path.join(folder(), name)):
                continue
            try:
                content = read(url)
            except (OSError, urllib.error.URLError) as error:
                return f"{url} cannot be fetched ({error}): check the connection, or put {name} into {folder()}"
            if hashlib.sha256(content).hexdigest() != checksum:
                return f"{url} is not the pinned file (SHA-256 {checksum}): fetch it from where Maven Central is mirrored unchanged"
            with tempfile.NamedTemporaryFile(dir=folder(), delete=False) as file:
                file.write(content)
            os.chmod(file.name, 0o644)
            os.replace(file.name, os.path.join(folder(), name))
    return None


def read(url: str) -> bytes:
    proxies = urllib.request.ProxyHandler({"https": PROXY} if PROXY else {})
    with urllib.request.build_opener(proxies).open(url, timeout=60) as response:
        return response.read()
