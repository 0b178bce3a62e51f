"""A model that was trained here, in Python."""

import itertools
import time
import uuid

import mlflow
import numpy
import pandas
import pytest

TRAIN = """mutation($input: TrainModelInput!) {
  trainModel(input: $input) { __typename ... on TrainingRun { id } ... on Error { code message } }
}"""
RUN = "query($id: ID!) { trainingRun(id: $id) { status version { version } } }"
PREDICT = """mutation($input: PredictInput!) {
  predict(input: $input) {
    __typename ... on Error { code message } ... on Prediction { value probabilities }
  }
}"""


@pytest.fixture(scope="module")
def trained(graphql):
    """Trains a model, and waits for the worker. Returns the version."""

    def train(model):
        run = graphql(TRAIN, input={"model": model, "seed": 7})["trainModel"]
        assert run["__typename"] == "TrainingRun", run
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            found = graphql(RUN, id=run["id"])["trainingRun"]
            if found["status"] in ("SUCCEEDED", "FAILED", "CANCELLED"):
                assert found["status"] == "SUCCEEDED"
                return found["version"]["version"]
            time.sleep(0.2)
        raise AssertionError("the training did not end")

    return train


def column(value):
    return numpy.array([[value]], dtype="float32" if isinstance(value, float) else object)


def ask(graphql, model, version, features):
    answer = graphql(PREDICT, input={"model": model, "version": version, "features": features})["predict"]
    assert answer["__typename"] == "Prediction", answer
    return answer


def test_a_classification_predicts_the_same(client, trained, graphql):
    version = trained("penguins")
    assert client.get_model_version("penguins", str(version)).source.startswith("mlflow-artifacts:/")
    model = mlflow.pyfunc.load_model(f"models:/penguins/{version}")
    signature = {each.name: each for each in model.metadata.signature.inputs.inputs}
    features = {name: None for name in signature}
    found = graphql(
        "query { model(name: \"penguins\") { features { name kind min max categories } } }"
    )["model"]["features"]
    choices = []
    for feature in found:
        if feature["kind"] == "CATEGORICAL":
            choices.append(feature["categories"])
        else:
            choices.append([float(feature["min"]), float(feature["max"])])
    assert [each["name"] for each in found] == list(features)
    for values in itertools.islice(itertools.product(*choices), 40):
        row = dict(zip(features, values))
        here = ask(graphql, "penguins", version, row)
        there = model.predict({name: column(value) for name, value in row.items()})
        assert there["label"][0] == here["value"]
        assert list(there["probabilities"][0]) == pytest.approx(list(here["probabilities"].values()), abs=1e-6)
    table = pandas.DataFrame([row, row])
    assert list(model.predict(table)["label"]) == [here["value"]] * 2


def test_a_regression_predicts_the_same(trained, graphql, tmp_path):
    version = trained("cars")
    found = graphql("query { model(name: \"cars\") { features { name kind min max categories } } }")["model"]
    row = {
        each["name"]: each["categories"][0] if each["kind"] == "CATEGORICAL" else float(each["max"])
        for each in found["features"]
    }
    model = mlflow.onnx.load_model(f"models:/cars/{version}")
    import onnxruntime

    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    there = session.run(["value"], {name: column(value) for name, value in row.items()})[0]
    assert float(there.ravel()[0]) == pytest.approx(ask(graphql, "cars", version, row)["value"], rel=1e-6)


def test_it_is_logged_again_elsewhere_and_fits(client, trained, graphql, experiment):
    """The package goes through the client and comes back as the next version, with nothing lost."""
    version = trained("penguins")
    path = mlflow.artifacts.download_artifacts(f"models:/penguins/{version}")
    model = mlflow.onnx.load_model(path)
    info = mlflow.models.get_model_info(path)
    with mlflow.start_run(experiment_id=experiment):
        logged = mlflow.onnx.log_model(model, name="again", signature=info.signature, pip_requirements=["onnxruntime"])
    again = mlflow.register_model(f"models:/{logged.model_id}", "penguins")
    features = {each.name: 45.0 for each in info.signature.inputs.inputs}
    found = graphql("query { model(name: \"penguins\") { features { name kind min categories } } }")["model"]
    for each in found["features"]:
        features[each["name"]] = each["categories"][0] if each["kind"] == "CATEGORICAL" else float(each["min"])
    assert ask(graphql, "penguins", int(again.version), features) == ask(graphql, "penguins", version, features)


def test_it_is_promoted_by_python(client, trained, graphql):
    version = trained("cars")
    client.set_registered_model_alias("cars", "production", str(version))
    found = graphql("query { model(name: \"cars\") { production { version stage } } }")["model"]["production"]
    assert found == {"version": version, "stage": "PRODUCTION"}


def test_a_model_logged_elsewhere_is_not_trained_here(client, experiment, graphql):
    import small

    name = f"m{uuid.uuid4().hex[:12]}"
    small.register(client, experiment, name, factor=1.0)
    refused = graphql(TRAIN, input={"model": name})["trainModel"]
    assert refused["__typename"] == "ConflictError" and "trained elsewhere" in refused["message"]
