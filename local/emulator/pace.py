"""Has the calls of a burst take turns: AWS has a machine for each of a hundred calls at once, this machine a few cores for all of them, on which
each would take so long that it times out. The time of a call counts from its turn on.

A call waits while others end. If none ends for a while, those that have their turns may wait for this one, as a function does that calls another: it
goes ahead.
"""

import os
import threading
import time

# At once: more than the cores, since most functions wait for others.
TURNS = 4 * (os.cpu_count() or 1)
STALLED_SECONDS = 2


class Pace:
    def __init__(self, lambdas):
        self._turns = threading.Semaphore(TURNS)
        self._holders = set()
        self._progress = time.monotonic()
        self._lock = threading.Lock()
        self._acquire, self._release = lambdas.acquire_worker, lambdas.release_worker
        lambdas.acquire_worker, lambdas.release_worker = self._acquire_in_turn, self._release_turn

    def _acquire_in_turn(self, *args, **kwargs):
        has_turn = self._wait()
        worker, reason = self._acquire(*args, **kwargs)
        if has_turn and worker is not None:
            self._holders.add(worker)
        elif has_turn:
            self._turns.release()
        return worker, reason

    def _release_turn(self, worker):
        self._release(worker)
        if worker in self._holders:
            self._holders.remove(worker)
            self._progress = time.monotonic()
            self._turns.release()

    def _wait(self) -> bool:
        """Whether it got a turn; otherwise it goes ahead without one."""
        while not self._turns.acquire(timeout=STALLED_SECONDS):
            with self._lock:  # one at a time
                if time.monotonic() - self._progress >= STALLED_SECONDS:
                    self._progress = time.monotonic()
                    return False
        return True
