"""The original's flow: train in Python, log, register, promote, load, predict; then ask Modelwright about it."""

import itertools

import mlflow
import numpy
import pandas
import pytest
import titanic
from mlflow.exceptions import MlflowException

BOY = {"sex": "male", "pclass": "1", "embarked": "C", "age_group": "child"}
EVERYBODY = [
    dict(zip(titanic.FEATURES, values))
    for values in itertools.product(["female", "male"], ["1", "2", "3"], ["C", "Q", "S"], ["child", "adult"])
]

PREDICT = """mutation($input: PredictInput!) {
  predict(input: $input) {
    __typename ... on Error { code message } ... on Prediction { model version value probabilities }
  }
}"""


@pytest.fixture(scope="module")
def logged(tracking_uri):
    """The pipeline in Python, and the version that came of it."""
    experiment = mlflow.set_experiment("titanic").experiment_id
    pipeline, info = titanic.log(experiment)
    return pipeline, info


def test_a_model_logged_from_python_becomes_a_version(client, logged, graphql):
    _, info = logged
    version = client.get_model_version("titanic", info.registered_model_version)
    assert version.status == "READY"
    assert version.current_stage == "None"
    assert version.run_id == info.run_id
    assert version.source == f"models:/{info.model_id}"
    found = graphql(
        "query { model(name: \"titanic\") { features { name } versions(first: 10) { edges { node { stage metrics { name value split } } } } } }"
    )["model"]
    assert sorted(each["name"] for each in found["features"]) == sorted(titanic.FEATURES)


def test_it_is_promoted_by_its_alias_and_answers_like_python(client, logged, graphql):
    pipeline, info = logged
    client.set_registered_model_alias("titanic", "production", info.registered_model_version)
    assert client.get_model_version_by_alias("titanic", "production").version == str(info.registered_model_version)
    expected = pipeline.predict_proba(pandas.DataFrame(EVERYBODY))[:, 1]
    for row, wanted in zip(EVERYBODY, expected):
        answer = graphql(PREDICT, input={"model": "titanic", "features": row})["predict"]
        assert answer["__typename"] == "Prediction", answer
        assert answer["probabilities"]["1"] == pytest.approx(wanted, abs=1e-6), row


@pytest.mark.parametrize("uri", ["models:/titanic@production", "models:/titanic/1", "models:/titanic/latest", "models:/titanic/Production"])
def test_it_loads_in_python(logged, uri):
    pipeline, _ = logged
    import onnxruntime

    model = mlflow.onnx.load_model(uri)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    labels = session.run(["output_label"], titanic.tensors(EVERYBODY))[0]
    assert list(labels) == list(pipeline.predict(pandas.DataFrame(EVERYBODY)))


def test_the_chat_answers_about_it(logged, graphql):
    import uuid

    turn = graphql(
        """mutation($threadId: ID!, $turnId: ID!, $message: String!) {
          chat(input: { threadId: $threadId, turnId: $turnId, message: $message }) {
            __typename ... on Error { code message } ... on ChatTurn { kind content }
          }
        }""",
        threadId=str(uuid.uuid4()),
        turnId=str(uuid.uuid4()),
        message="would a boy in first class who boarded in Cherbourg have survived?",
    )["chat"]
    assert turn["__typename"] == "ChatTurn", turn
    assert "surviv" in turn["content"], turn
