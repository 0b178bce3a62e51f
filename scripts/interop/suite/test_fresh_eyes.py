"""What people do besides logging and registering: autologging, nested runs, evaluation, searches by data set, links that are printed."""

import os
import re
import uuid
import warnings

import mlflow
import numpy
import pandas
import pytest
import requests
from mlflow.exceptions import RestException
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV

import small

FEATURES = pandas.DataFrame({"a": numpy.linspace(-1, 1, 40), "b": numpy.linspace(1, 0, 40)})
LABELS = (FEATURES["a"] > 0).astype(int)


@pytest.fixture(autouse=True)
def quiet():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    mlflow.sklearn.autolog(disable=True)


def test_autologging_tells_all_and_leads_to_its_page(client, experiment, graphql, capsys):
    mlflow.sklearn.autolog()
    with mlflow.start_run(experiment_id=experiment, run_name="auto") as run:
        LogisticRegression().fit(FEATURES, LABELS)
    logged = client.get_run(run.info.run_id)
    assert logged.data.params["max_iter"] == "100"
    assert logged.data.metrics["training_accuracy_score"] > 0.9
    assert "estimator.html" in [file.path for file in client.list_artifacts(run.info.run_id)]
    [made] = logged.outputs.model_outputs
    told = graphql(
        "query($id: ID!) { loggedRun(id: $id) { name params { key } datasets { name } models { model { id } } } }",
        id=run.info.run_id,
    )["loggedRun"]
    assert told["name"] == "auto" and len(told["params"]) == len(logged.data.params)
    assert [each["model"]["id"] for each in told["models"]] == [made.model_id]
    printed = re.search(r"View run auto at: (\S+)", capsys.readouterr().out)[1]
    assert printed.endswith(f"/#/experiments/{experiment}/runs/{run.info.run_id}")
    answer = requests.get(printed.split("#")[0], allow_redirects=False, timeout=30)
    assert (answer.status_code, answer.headers["location"]) == (302, "/experiments")


def test_runs_of_a_search_are_nested_in_it(client, experiment):
    mlflow.sklearn.autolog()
    with mlflow.start_run(experiment_id=experiment) as run:
        GridSearchCV(LogisticRegression(), {"C": [0.01, 1.0]}, cv=2).fit(FEATURES, LABELS)
    found = mlflow.search_runs(
        [experiment],
        filter_string=f"tags.`mlflow.parentRunId` = '{run.info.run_id}'",
        order_by=["metrics.mean_test_score DESC", "params.C"],
    )
    assert sorted(found["params.C"]) == ["0.01", "1.0"]


def test_runs_are_found_by_what_they_read(client, experiment):
    data = mlflow.data.from_pandas(FEATURES, name="ages")
    with mlflow.start_run(experiment_id=experiment) as run:
        mlflow.log_input(data, context="training")
    with mlflow.start_run(experiment_id=experiment):
        pass

    def found(condition):
        return [each.info.run_id for each in client.search_runs([experiment], condition)]

    for condition in (
        "dataset.name = 'ages'",
        "datasets.name LIKE 'a%' and run.status = 'FINISHED'",
        f"dataset.digest = '{data.digest}'",
        "dataset.context = 'training'",
        "datasets.context IN ('training', 'test')",
    ):
        assert found(condition) == [run.info.run_id], condition
    assert found("dataset.context = 'test'") == []
    with pytest.raises(RestException) as refused:
        found("dataset.rows = '3'")
    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"


def test_logged_models_are_found_by_what_was_measured_on_a_data_set(client, experiment):
    ages = mlflow.data.from_pandas(FEATURES, name="ages")
    other = mlflow.data.from_pandas(FEATURES, name="other")
    models = {}
    with mlflow.start_run(experiment_id=experiment):
        for name, (on_ages, on_other) in {"first": (0.9, 0.1), "second": (0.2, 0.8)}.items():
            model = mlflow.create_external_model(name=name)
            models[name] = model.model_id
            mlflow.log_metric("acc", on_ages, model_id=model.model_id, dataset=ages)
            mlflow.log_metric("acc", on_other, model_id=model.model_id, dataset=other)

    def found(**asked):
        return [each.name for each in client.search_logged_models([experiment], **asked)]

    by = {"field_name": "metrics.acc", "ascending": False}
    on = {"dataset_name": "ages"}
    assert found(filter_string="metrics.acc > 0.5", datasets=[on]) == ["first"]
    assert found(filter_string="metrics.acc > 0.5", datasets=[{"dataset_name": "none"}]) == []
    assert found(filter_string="metrics.acc > 0.5", datasets=[{**on, "dataset_digest": ages.digest}]) == ["first"]
    assert found(order_by=[{**by, **on}]) == ["first", "second"]
    assert found(order_by=[{**by, "dataset_name": "other"}]) == ["second", "first"]
    with pytest.raises(RestException):
        found(order_by=[{**by, **on}, {**by, "dataset_name": "other"}])


def test_versions_and_models_are_found_by_source_alias_and_time(client, experiment):
    name = f"m{uuid.uuid4().hex[:12]}"
    version = small.register(client, experiment, name, 1.0)
    assert [each.version for each in client.search_model_versions(f"source_path = '{version.source}'")] == ["1"]
    client.set_registered_model_alias(name, "production", "1")
    found = client.search_model_versions(f"name = '{name}' and aliases = 'production'")
    assert [(each.version, each.aliases) for each in found] == [("1", ["production"])]
    assert name in [each.name for each in client.search_registered_models("alias = 'production'", order_by=["timestamp DESC"])]
    client.delete_registered_model_alias(name, "production")
    assert client.search_model_versions(f"name = '{name}' and aliases = 'production'") == []


def test_figures_tables_and_images_come_back(client, experiment, tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a b%.txt").write_text("hi")
    (tmp_path / "empty").touch()
    with mlflow.start_run(experiment_id=experiment) as run:
        mlflow.log_artifacts(str(tmp_path), "folder")
        mlflow.log_dict({"a": 1}, "d/x.yaml")
        mlflow.log_text("ü", "t.txt")
        mlflow.log_image(numpy.zeros((4, 4, 3), dtype=numpy.uint8), "black.png")
        mlflow.log_table({"a": [1, 2]}, "table.json")
        mlflow.log_table({"a": [3]}, "table.json")
    root = mlflow.artifacts.download_artifacts(run_id=run.info.run_id)
    files = sorted(os.path.relpath(os.path.join(at, file), root) for at, _, names in os.walk(root) for file in names)
    assert files == ["black.png", "d/x.yaml", "folder/deep/er/a b%.txt", "folder/empty", "t.txt", "table.json"]
    assert mlflow.artifacts.load_text(f"{run.info.artifact_uri}/t.txt") == "ü"
    assert mlflow.artifacts.load_image(f"{run.info.artifact_uri}/black.png").size == (4, 4)
    assert mlflow.artifacts.load_dict(f"{run.info.artifact_uri}/table.json")["data"] == [[1], [2], [3]]


def test_an_evaluation_is_logged(client, experiment):
    model = LogisticRegression().fit(FEATURES, LABELS)
    data = FEATURES.assign(label=LABELS, predicted=model.predict(FEATURES))
    with mlflow.start_run(experiment_id=experiment) as run:
        result = mlflow.models.evaluate(
            data=data, targets="label", predictions="predicted", model_type="classifier", evaluators=["default"],
        )
    logged = client.get_run(run.info.run_id).data.metrics
    assert logged["accuracy_score"] == pytest.approx(result.metrics["accuracy_score"])
    assert "confusion_matrix.png" in [file.path for file in client.list_artifacts(run.info.run_id)]
