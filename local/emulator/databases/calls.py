"""Functions that SQL calls: what the stand-in of the extension aws_lambda writes down is invoked here, with the rights of the
role that is associated with the database."""

import json
import os
import select
import sys
import threading
import time

import boto3
import psycopg2


class Caller:
    def __init__(self, connect, credentials_of):
        """`connect()` opens a connection to the database; `credentials_of()` gives keys of its role, and the Region."""
        self._connect, self._credentials_of = connect, credentials_of
        self._ended = threading.Event()
        threading.Thread(target=self._run, daemon=True, name="headroom-database-calls").start()

    def close(self) -> None:
        self._ended.set()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._listen()
            except (psycopg2.Error, OSError, ValueError):
                time.sleep(0.2)  # the database restarts

    def _listen(self) -> None:
        connection = self._connect()
        try:
            cursor = connection.cursor()
            cursor.execute("LISTEN aws_lambda")
            pending = True  # calls recorded while nobody listened
            while not self._ended.is_set():
                if pending:
                    self._take(cursor)
                if select.select([connection], [], [], 0.5)[0]:
                    connection.poll()
                pending = bool(connection.notifies)
                connection.notifies.clear()
        finally:
            connection.close()

    def _take(self, cursor) -> None:
        cursor.execute("SELECT to_regclass('aws_lambda._calls')")
        if cursor.fetchone()[0] is None:
            return  # no migration has asked for the extension
        cursor.execute("SELECT id, call FROM aws_lambda._calls WHERE taken_at IS NULL ORDER BY id")
        for number, call in cursor.fetchall():
            self._invoke(call)
            # Only now: a database that restarts in between has the function called twice, never not at all.
            cursor.execute("UPDATE aws_lambda._calls SET taken_at = now() WHERE id = %s", (number,))

    def _invoke(self, call: dict) -> None:
        try:
            keys, region = self._credentials_of()
            if keys is None:
                raise PermissionError("the database has no role for Lambda: associate one with the feature Lambda")
            client = boto3.client(
                "lambda", region_name=call.get("region") or region, endpoint_url=os.environ["AWS_ENDPOINT_URL"], **keys
            )
            arguments = {"Qualifier": call["qualifier"]} if call.get("qualifier") else {}
            client.invoke(
                FunctionName=call["function"],
                InvocationType="Event",
                Payload=json.dumps(call["payload"]).encode(),
                **arguments,
            )
        except Exception as error:  # on AWS the statement fails; here it is over
            print(f"aws_lambda.invoke of {call.get('function')} failed: {error}", file=sys.stderr, flush=True)
