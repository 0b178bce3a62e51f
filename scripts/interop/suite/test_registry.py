"""The original's flow: train in Python, log, register, promote, load, predict; then ask Modelwright about it."""

import itertools
import uuid

import mlflow
import numpy
import pandas
import pytest
import small
import titanic
from mlflow.exceptions import MlflowException, RestException
from mlflow.models import infer_signature

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



@pytest.fixture
def two(client, experiment):
    """The name of a model with two versions."""
    name = f"m{uuid.uuid4().hex[:12]}"
    small.register(client, experiment, name, factor=1.0)
    small.register(client, experiment, name, factor=2.0)
    return name


def stages_of(client, name):
    return {each.version: each.current_stage for each in client.search_model_versions(f"name = '{name}'")}


def test_old_stages_are_mapped(client, two):
    with pytest.warns(FutureWarning):
        client.transition_model_version_stage(two, "1", "Staging")
        assert stages_of(client, two) == {"1": "Staging", "2": "None"}
        assert client.get_registered_model(two).aliases == {"staging": "1"}
        client.transition_model_version_stage(two, "1", "Production")
        client.transition_model_version_stage(two, "1", "production")
        assert stages_of(client, two) == {"1": "Production", "2": "None"}
        client.transition_model_version_stage(two, "2", "Production", archive_existing_versions=True)
        assert stages_of(client, two) == {"1": "Archived", "2": "Production"}
        assert [each.version for each in client.get_latest_versions(two, ["Production"])] == ["2"]
        assert sorted(each.version for each in client.get_latest_versions(two)) == ["1", "2"]
        with pytest.raises(RestException) as refused:
            client.transition_model_version_stage(two, "2", "None")
        assert refused.value.error_code == "RESOURCE_CONFLICT"
        client.transition_model_version_stage(two, "2", "Archived")
        client.transition_model_version_stage(two, "2", "None")
        client.transition_model_version_stage(two, "1", "Staging")
        assert stages_of(client, two) == {"1": "Staging", "2": "None"}
        client.transition_model_version_stage(two, "1", "None")
        assert stages_of(client, two) == {"1": "None", "2": "None"}
        with pytest.raises(RestException) as refused:
            client.transition_model_version_stage(two, "2", "Elsewhere")
        assert refused.value.error_code == "INVALID_PARAMETER_VALUE"


def test_aliases_are_set_moved_and_deleted(client, two):
    client.set_registered_model_alias(two, "champion", "1")
    assert client.get_model_version_by_alias(two, "champion").version == "1"
    client.set_registered_model_alias(two, "champion", "2")
    assert client.get_model_version(two, "2").aliases == ["champion"]
    client.delete_registered_model_alias(two, "champion")
    with pytest.raises(RestException) as refused:
        client.get_model_version_by_alias(two, "champion")
    assert refused.value.error_code in ("RESOURCE_DOES_NOT_EXIST", "INVALID_PARAMETER_VALUE")


def test_the_alias_production_is_the_stage(client, two, graphql):
    client.set_registered_model_alias(two, "production", "1")
    client.set_registered_model_alias(two, "production", "2")
    assert client.get_registered_model(two).aliases == {"production": "2"}
    assert stages_of(client, two) == {"1": "Archived", "2": "Production"}
    log = graphql(
        "query($subject: String!) { auditLog(subject: $subject, first: 50) { edges { node { action outcome } } } }",
        subject=two,
    )["auditLog"]["edges"]
    done = [each["node"]["action"] for each in log if each["node"]["outcome"] == "DONE"]
    assert done.count("promoteVersion") == 2 and done.count("registerLogged") == 2
    client.delete_registered_model_alias(two, "production")
    assert client.get_registered_model(two).aliases == {}


def test_tags_and_descriptions(client, two):
    client.set_registered_model_tag(two, "team", "risk")
    client.set_model_version_tag(two, "1", "checked", "yes")
    client.update_registered_model(two, "A small model")
    client.update_model_version(two, "1", "The first")
    model = client.get_registered_model(two)
    assert model.tags == {"team": "risk"} and model.description == "A small model"
    version = client.get_model_version(two, "1")
    assert version.tags == {"checked": "yes"} and version.description == "The first"
    assert [each.name for each in client.search_registered_models("tags.team = 'risk' and name = '%s'" % two)] == [two]
    assert [each.version for each in client.search_model_versions(f"name = '{two}' and tags.checked = 'yes'")] == ["1"]
    client.delete_registered_model_tag(two, "team")
    client.delete_model_version_tag(two, "1", "checked")
    assert client.get_registered_model(two).tags == {} and client.get_model_version(two, "1").tags == {}


def test_models_come_in_pages(client, two):
    first = client.search_registered_models(max_results=1, order_by=["name DESC"])
    second = client.search_registered_models(max_results=1, order_by=["name DESC"], page_token=first.token)
    assert first[0].name != second[0].name
    run = client.get_model_version(two, "1").run_id
    assert [each.version for each in client.search_model_versions(f"run_id = '{run}'")] == ["1"]


def test_a_name_is_reserved_before_there_is_a_version(client, experiment):
    name = f"m{uuid.uuid4().hex[:12]}"
    client.create_registered_model(name, tags={"team": "risk"}, description="To come")
    with pytest.raises(MlflowException) as refused:
        client.create_registered_model(name)
    assert refused.value.error_code == "RESOURCE_ALREADY_EXISTS"
    client.set_registered_model_tag(name, "other", "tag")
    client.delete_registered_model_tag(name, "team")
    assert name in [each.name for each in client.search_registered_models()]
    assert client.get_latest_versions(name) == []
    small.register(client, experiment, name, factor=1.0)
    model = client.get_registered_model(name)
    assert (model.description, model.tags) == ("To come", {"other": "tag"})
    unused = f"m{uuid.uuid4().hex[:12]}"
    client.create_registered_model(unused)
    client.delete_registered_model(unused)
    with pytest.raises(RestException):
        client.get_registered_model(unused)


def test_a_version_is_copied_to_another_model(client, two):
    copied = client.copy_model_version(f"models:/{two}/2", f"{two}-copy")
    assert (copied.name, copied.version) == (f"{two}-copy", "1")
    assert small.predict(f"models:/{two}-copy/1", [1.0, 2.0]) == small.predict(f"models:/{two}/2", [1.0, 2.0])


def test_a_model_is_removed(client, two):
    client.delete_registered_model(two)
    with pytest.raises(RestException) as refused:
        client.get_registered_model(two)
    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_what_was_registered_stays_when_its_run_is_emptied(client, two):
    version = client.get_model_version(two, "1")
    before = small.predict(f"models:/{two}/1", [3.0, 4.0])
    model = client.get_logged_model(version.source.removeprefix("models:/"))
    mlflow.artifacts.get_artifact_repository(model.artifact_location).delete_artifacts("model.onnx")
    assert small.predict(f"models:/{two}/1", [3.0, 4.0]) == before


def test_a_second_person_is_waited_for_where_the_policy_asks_for_one(client, two, graphql):
    set_policy = "mutation($input: SetPolicyInput!) { setPolicy(input: $input) { __typename } }"
    assert graphql(set_policy, input={"model": two, "approvals": 1})["setPolicy"]["__typename"] == "Model"
    with pytest.raises(RestException) as refused:
        client.set_registered_model_alias(two, "production", "1")
    assert refused.value.error_code == "RESOURCE_CONFLICT" and "second person" in str(refused.value)
    assert client.get_registered_model(two).aliases == {}


def test_the_chat_knows_a_model_that_nobody_defined(client, experiment, graphql):
    table = small.EXAMPLE.rename(columns={"a": "beam", "b": "draught"})
    signature = infer_signature(table, numpy.array([[7.0], [10.0]], dtype="float32"))
    logged = small.log(client, experiment, small.graph(1.0), signature=signature)
    mlflow.register_model(f"models:/{logged.model_id}", "harbour")
    client.set_registered_model_alias("harbour", "production", "1")
    turn = graphql(
        """mutation($message: String!) {
          chat(input: { message: $message }) { __typename ... on Error { code message } ... on ChatTurn { content } }
        }""",
        message="predict with harbour: beam 3 and draught 4",
    )["chat"]
    assert "11" in turn["content"], turn
