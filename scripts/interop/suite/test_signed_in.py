"""Where people sign in at a balancer the client comes with a key, as a deployment gives it to a program."""

import os
import uuid

import mlflow
import pytest
import small
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

URL = os.environ["MODELWRIGHT_GUARDED_URL"]
KEY = os.environ["MODELWRIGHT_GUARDED_KEY"]


@pytest.fixture
def guarded(tracking_uri):
    """The client, pointed at the server that asks for a key."""
    mlflow.set_tracking_uri(f"{URL}/mlflow")
    yield MlflowClient(f"{URL}/mlflow")
    mlflow.set_tracking_uri(tracking_uri)


def test_with_its_key_it_logs_registers_and_loads(guarded, monkeypatch, graphql):
    monkeypatch.setenv("MLFLOW_TRACKING_TOKEN", KEY)
    experiment = guarded.create_experiment(f"keyed-{uuid.uuid4()}")
    name = f"keyed{uuid.uuid4().hex[:8]}"
    small.register(guarded, experiment, name, factor=2.0)
    guarded.set_registered_model_alias(name, "production", "1")
    assert guarded.get_model_version_by_alias(name, "production").version == "1"
    assert mlflow.onnx.load_model(f"models:/{name}@production") is not None
    # It is written down as the program's.
    events = graphql("query ($model: String!) { modelHistory(model: $model) { nodes { actor } } }", model=name)
    assert {event["actor"] for event in events["modelHistory"]["nodes"]} == {"python"}


@pytest.mark.parametrize("token", [None, "0" * 64])
def test_without_it_nothing_is_told(guarded, monkeypatch, token):
    if token is None:
        monkeypatch.delenv("MLFLOW_TRACKING_TOKEN", raising=False)
    else:
        monkeypatch.setenv("MLFLOW_TRACKING_TOKEN", token)
    with pytest.raises(MlflowException) as refused:
        guarded.search_experiments()
    assert refused.value.error_code == "UNAUTHENTICATED"
