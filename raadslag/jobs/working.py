"""The worker: django-q's cluster, looked after, polite, and gone the moment it is told to go."""

import ctypes
import os
import signal
from threading import Event, Thread
from types import FrameType

from django.db import Error, close_old_connections, connections
from django.utils import timezone
from django_q.cluster import Cluster
from django_q.conf import Conf

from raadslag.jobs.claims import present
from raadslag.jobs.mail import post_office
from raadslag.jobs.sweep import give_back, release_queue, sweep

SWEEP_EVERY = 5.0  # seconds
POLITE = 10  # pages come first
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class Stopped(Exception):
    """The cluster ended without being told to."""


def work(workers: int) -> None:
    """Works until the process gets TERM or INT. Raises Stopped."""
    stop = Event()

    def told(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    os.nice(POLITE)
    os.register_at_fork(after_in_child=die_with_parent)
    with present() as alone:
        if alone:
            release_queue(timezone.now())
        Conf.WORKERS, Conf.QUEUE_LIMIT = workers, workers
        cluster = Cluster()
        signal.signal(signal.SIGTERM, told)
        signal.signal(signal.SIGINT, told)
        connections.close_all()  # a connection does not survive a fork
        cluster.start()
        Thread(target=post_office, args=(stop,), daemon=True).start()
        try:
            look_after(cluster, stop)
        finally:
            end(cluster)


def look_after(cluster: Cluster, stop: Event) -> None:
    """Sweeps now and then. Raises Stopped."""
    while not stop.is_set():
        try:
            close_old_connections()
            sweep(timezone.now())
        except (Error, OSError):
            close_old_connections()  # a database that is being restarted is there again next time
        stop.wait(SWEEP_EVERY)
        if not cluster.sentinel.is_alive():
            raise Stopped


def end(cluster: Cluster) -> None:
    """At once: what was begun is begun again next time."""
    cluster.sentinel.kill()
    cluster.sentinel.join()
    give_back()


def die_with_parent() -> None:
    """Asks the kernel to kill this process when the one that made it dies."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
