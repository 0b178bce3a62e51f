"""Models are brought over from a real MLflow server."""

import os
import re
import subprocess

import mlflow
import numpy
import pytest
import small
from mlflow import MlflowClient
from mlflow.models import infer_signature

ROOT = os.environ["MODELWRIGHT_ROOT"]
NODE = os.environ["MODELWRIGHT_NODE"]


@pytest.fixture(scope="module")
def theirs(their_server, tracking_uri):
    """What stands on that server: a model with versions, aliases, tags and stages, one of pickles, one whose name does not fit."""
    mlflow.set_tracking_uri(their_server)
    try:
        client = MlflowClient(their_server)
        experiment = client.create_experiment("theirs")
        for name, factors in [("brought-over", [1.0, 2.0, 3.0]), ("Name With Capitals", [4.0])]:
            client.create_registered_model(name, tags={"team": "risk"}, description=f"About {name}")
            for factor in factors:
                small.register(client, experiment, name, factor)
        client.delete_model_version("brought-over", "2")
        client.set_registered_model_alias("brought-over", "champion", "3")
        client.set_model_version_tag("brought-over", "1", "checked", "yes 'quoted'")
        client.update_model_version("brought-over", "3", "The third")
        with pytest.warns(FutureWarning):
            client.transition_model_version_stage("brought-over", "1", "Production")
        from sklearn.linear_model import LinearRegression

        model = LinearRegression().fit(small.EXAMPLE, [1.0, 2.0])
        with mlflow.start_run(experiment_id=experiment):
            signature = infer_signature(small.EXAMPLE, numpy.array([1.0, 2.0]))
            mlflow.sklearn.log_model(
                model, name="pickle", signature=signature, pip_requirements=["scikit-learn"],
                registered_model_name="pickled", serialization_format="cloudpickle",
            )
        return client
    finally:
        mlflow.set_tracking_uri(tracking_uri)


def bring_over(server, tracking_uri, *args, kill_after=None):
    command = [NODE, "--disable-warning=ExperimentalWarning", "scripts/import-mlflow.ts", "--from", server, "--to", tracking_uri, *args]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = []
    for line in process.stdout:
        lines.append(line)
        if kill_after and kill_after in line:
            process.kill()
    return process.wait(timeout=120), "".join(lines)


def test_models_are_brought_over_and_again_and_nothing_is_twice(client, their_server, theirs, tracking_uri):
    code, told = bring_over(their_server, tracking_uri, kill_after="brought-over version 1:")
    assert code != 0
    assert [each.version for each in client.search_model_versions("name = 'brought-over'")] == ["1"]

    code, told = bring_over(their_server, tracking_uri)
    assert code == 1
    assert "1 models, 2 versions (1 were there already)" in told, told
    assert "pickled: version 1: " in told and "mlflow.onnx.log_model" in told
    assert "Name With Capitals: its name: " in told

    versions = {each.version: each for each in client.search_model_versions("name = 'brought-over'")}
    assert {number: each.tags["imported.version"] for number, each in versions.items()} == {"1": "1", "2": "3"}
    assert versions["1"].tags["checked"] == "yes 'quoted'"
    assert versions["1"].current_stage == "Production"
    assert versions["2"].description == "The third"
    model = client.get_registered_model("brought-over")
    assert model.aliases == {"production": "1", "champion": "2"}
    assert (model.tags, model.description) == ({"team": "risk"}, "About brought-over")
    with pytest.raises(mlflow.exceptions.RestException):
        client.get_registered_model("pickled")

    assert small.predict("models:/brought-over@champion", [1.0, 1.0]) == 9.0
    run = client.get_run(versions["2"].run_id)
    assert run.data.metrics["rmse"] == 0.5

    code, told = bring_over(their_server, tracking_uri, "--model", "brought-over")
    assert code == 0, told
    assert re.search(r"1 models, 2 versions \(2 were there already\), 1 aliases, 1 tags of models, \d+ files", told), told
    assert len(client.search_model_versions("name = 'brought-over'")) == 2


def test_a_name_that_does_not_fit_is_given_another(client, their_server, theirs, tracking_uri):
    code, told = bring_over(their_server, tracking_uri, "--model", "Name With Capitals", "--rename", "Name With Capitals=capitals")
    assert code == 0, told
    assert small.predict("models:/capitals/1", [1.0, 1.0]) == 12.0


def test_a_server_that_is_not_there_is_told_in_a_sentence(tracking_uri):
    code, told = bring_over("http://127.0.0.1:9", tracking_uri)
    assert code == 1
    assert "does not answer" in told and "    at " not in told
