"""What every test of the suite may use: the client, pointed at the server, and the server's other door."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid

import mlflow
import pytest
import requests
from mlflow import MlflowClient

URL = os.environ["MODELWRIGHT_URL"]


class TheirServer:
    """MLflow's own server, on a database and in a folder of its own. It takes long to start: it begins to with the suite."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="modelwright-interop-mlflow-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        command = [
            sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1",
            "--backend-store-uri", f"sqlite:///{self.folder}/mlflow.db", "--artifacts-destination", f"{self.folder}/files",
        ]
        with open(f"{self.folder}/log", "w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, start_new_session=True)

    def ready(self):
        deadline = time.monotonic() + 240
        while True:
            try:
                if requests.get(f"{self.url}/health", timeout=5).ok:
                    return self.url
            except requests.RequestException:
                pass
            log = open(f"{self.folder}/log").read()[-2000:]
            assert self.process.poll() is None and time.monotonic() < deadline, log
            time.sleep(0.3)

    def stop(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def pytest_collection_finish(session):
    if any("their_server" in getattr(item, "fixturenames", ()) for item in session.items):
        session.config.their_server = TheirServer()


def pytest_unconfigure(config):
    if hasattr(config, "their_server"):
        config.their_server.stop()


@pytest.fixture(scope="session")
def their_server(pytestconfig):
    """The address of a real MLflow server."""
    return pytestconfig.their_server.ready()


@pytest.fixture(autouse=True, scope="session")
def tracking_uri():
    mlflow.set_tracking_uri(f"{URL}/mlflow")
    return f"{URL}/mlflow"


@pytest.fixture
def client(tracking_uri):
    return MlflowClient(tracking_uri)


@pytest.fixture
def experiment(client):
    """The id of an experiment of the test's own."""
    return client.create_experiment(f"test-{uuid.uuid4()}")


@pytest.fixture(scope="session")
def graphql():
    """Asks the server through its own API. Fails the test when an operation does."""

    def ask(query, **variables):
        answer = requests.post(f"{URL}/graphql", json={"query": query, "variables": variables}, timeout=60)
        body = answer.json()
        assert answer.status_code == 200 and "errors" not in body, body
        return body["data"]

    return ask
