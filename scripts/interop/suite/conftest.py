"""What every test of the suite may use: the client, pointed at the server, and the server's other door."""

import os
import uuid

import mlflow
import pytest
import requests
from mlflow import MlflowClient

URL = os.environ["MODELWRIGHT_URL"]


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
