"""Experiments, runs, metrics and files, as the client knows them."""

import math
import uuid

import mlflow
import pytest
from mlflow.entities import Metric, Param, RunStatus, RunTag, ViewType
from mlflow.exceptions import MlflowException, RestException


def test_the_default_experiment_is_there(client):
    default = client.get_experiment("0")
    assert default.name == "Default"
    assert default.lifecycle_stage == "active"


def test_an_experiment_lives_is_renamed_deleted_and_restored(client, experiment):
    client.rename_experiment(experiment, f"renamed-{experiment}")
    client.set_experiment_tag(experiment, "team", "risk")
    found = client.get_experiment_by_name(f"renamed-{experiment}")
    assert found.experiment_id == experiment
    assert found.tags == {"team": "risk"}
    client.delete_experiment_tag(experiment, "team")
    assert client.get_experiment(experiment).tags == {}
    run = client.create_run(experiment)
    client.delete_experiment(experiment)
    assert client.get_experiment(experiment).lifecycle_stage == "deleted"
    assert client.get_run(run.info.run_id).info.lifecycle_stage == "deleted"
    assert experiment not in [each.experiment_id for each in client.search_experiments()]
    assert experiment in [each.experiment_id for each in client.search_experiments(ViewType.DELETED_ONLY)]
    client.restore_experiment(experiment)
    assert client.get_run(run.info.run_id).info.lifecycle_stage == "active"


def test_an_experiment_of_a_name_is_one(client, experiment):
    name = client.get_experiment(experiment).name
    with pytest.raises(MlflowException) as refused:
        client.create_experiment(name)
    assert refused.value.error_code == "RESOURCE_ALREADY_EXISTS"
    assert mlflow.set_experiment(name).experiment_id == experiment
    assert client.get_experiment_by_name("there is none of this name") is None


def test_experiments_come_in_pages(client):
    for number in range(5):
        client.create_experiment(f"page-{number}-{uuid.uuid4()}")
    seen, token = [], None
    while True:
        page = client.search_experiments(max_results=2, page_token=token)
        assert len(page) <= 2
        seen += [each.experiment_id for each in page]
        token = page.token
        if not token:
            break
    assert len(seen) == len(set(seen)) and len(seen) >= 5


def test_a_run_keeps_what_is_logged_to_it(client, experiment):
    with mlflow.start_run(experiment_id=experiment, run_name="first", tags={"a": "b"}) as run:
        mlflow.log_param("solver", "lbfgs")
        mlflow.log_params({"C": 0.5, "max_iter": 100})
        mlflow.log_metric("loss", 0.5, step=1)
        mlflow.log_metrics({"loss": 0.25, "accuracy": 0.8}, step=2)
        mlflow.set_tag("kind", "test")
    found = client.get_run(run.info.run_id)
    assert found.info.run_name == "first"
    assert found.info.status == RunStatus.to_string(RunStatus.FINISHED)
    assert found.info.end_time >= found.info.start_time
    assert found.data.params == {"solver": "lbfgs", "C": "0.5", "max_iter": "100"}
    assert found.data.metrics == {"loss": 0.25, "accuracy": 0.8}
    assert found.data.tags["a"] == "b" and found.data.tags["kind"] == "test"
    client.delete_tag(run.info.run_id, "kind")
    assert "kind" not in client.get_run(run.info.run_id).data.tags
    client.update_run(run.info.run_id, name="renamed")
    assert client.get_run(run.info.run_id).info.run_name == "renamed"


def test_a_failed_run_is_failed(client, experiment):
    with pytest.raises(ZeroDivisionError), mlflow.start_run(experiment_id=experiment) as run:
        1 / 0
    assert client.get_run(run.info.run_id).info.status == "FAILED"


def test_a_parameter_is_told_once(client, experiment):
    run = client.create_run(experiment).info.run_id
    client.log_param(run, "depth", 3)
    client.log_param(run, "depth", 3)
    with pytest.raises(MlflowException) as refused:
        client.log_param(run, "depth", 4)
    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
    with pytest.raises(MlflowException):
        client.log_batch(run, metrics=[Metric("half", 1.0, 1, 0)], params=[Param("depth", "5")])
    assert "half" not in client.get_run(run).data.metrics


def test_history_of_a_metric_comes_in_pages_and_in_its_order(client, experiment):
    run = client.create_run(experiment).info.run_id
    told = [Metric("loss", 1 / (step + 1), 1_700_000_000_000 + step, step) for step in range(1_000)]
    client.log_batch(run, metrics=told)
    client.log_batch(run, metrics=told, params=[Param("a", "b")], tags=[RunTag("c", "d")])
    history = client.get_metric_history(run, "loss")
    assert [(each.step, each.value, each.timestamp) for each in history] == [
        (each.step, each.value, each.timestamp) for each in told
    ]
    store = client._tracking_client.store
    pages, token = [], None
    while True:
        page = store.get_metric_history(run, "loss", max_results=300, page_token=token)
        pages.append(len(page))
        token = page.token
        if not token:
            break
    assert pages == [300, 300, 300, 100]
    assert client.get_run(run).data.metrics["loss"] == told[-1].value


def test_a_metric_may_be_no_number(client, experiment):
    run = client.create_run(experiment).info.run_id
    client.log_metric(run, "broken", float("nan"))
    client.log_metric(run, "high", float("inf"))
    client.log_metric(run, "low", float("-inf"))
    metrics = client.get_run(run).data.metrics
    assert math.isnan(metrics["broken"]) and metrics["high"] == math.inf and metrics["low"] == -math.inf
    assert math.isnan(client.get_metric_history(run, "broken")[0].value)


def test_the_latest_metric_is_that_of_the_highest_step(client, experiment):
    run = client.create_run(experiment).info.run_id
    client.log_metric(run, "m", 3.0, timestamp=1_000, step=3)
    client.log_metric(run, "m", 1.0, timestamp=2_000, step=1)
    assert client.get_run(run).data.metrics["m"] == 3.0


def test_runs_are_deleted_and_restored(client, experiment):
    run = client.create_run(experiment).info.run_id
    client.delete_run(run)
    assert client.search_runs([experiment]) == []
    assert [each.info.run_id for each in client.search_runs([experiment], run_view_type=ViewType.DELETED_ONLY)] == [run]
    with pytest.raises(MlflowException):
        client.log_metric(run, "m", 1)
    client.restore_run(run)
    assert [each.info.run_id for each in client.search_runs([experiment])] == [run]


def test_data_sets_and_models_of_a_run(client, experiment):
    import pandas

    data = mlflow.data.from_pandas(pandas.DataFrame({"a": [1, 2], "b": ["x", "y"]}), name="small", targets="a")
    with mlflow.start_run(experiment_id=experiment) as run:
        mlflow.log_input(data, context="training", tags={"part": "all"})
    inputs = client.get_run(run.info.run_id).inputs.dataset_inputs
    assert [each.dataset.name for each in inputs] == ["small"]
    assert inputs[0].dataset.digest == data.digest
    assert {tag.key: tag.value for tag in inputs[0].tags} == {"part": "all", "mlflow.data.context": "training"}


def test_a_run_that_is_not_there(client):
    with pytest.raises(RestException) as refused:
        client.get_run("0" * 32)
    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


@pytest.fixture
def three_runs(client, experiment):
    ids = []
    for number in range(3):
        run = client.create_run(experiment, run_name=f"run {number}", start_time=1_700_000_000_000 + number)
        client.log_metric(run.info.run_id, "accuracy", 0.7 + number / 10)
        client.log_param(run.info.run_id, "depth", number)
        client.set_tag(run.info.run_id, "team", "risk" if number else "fraud")
        ids.append(run.info.run_id)
    client.set_terminated(ids[2], "FAILED")
    return ids


@pytest.mark.parametrize(
    "filter_string, expected",
    [
        ("", [0, 1, 2]),
        ("metrics.accuracy > 0.75", [1, 2]),
        ("metrics.accuracy >= 0.7 and tags.team = 'fraud'", [0]),
        ("params.depth = '1'", [1]),
        ("params.`depth` != '1'", [0, 2]),
        ("attributes.status = 'FAILED'", [2]),
        ("status IN ('FAILED', 'KILLED')", [2]),
        ("run_name LIKE 'run%' and tags.team ILIKE 'RISK'", [1, 2]),
        ("attributes.start_time > 1700000000000", [1, 2]),
        ("metrics.none > 0", []),
        ('tags.`mlflow.runName` = "run 1"', [1]),
    ],
)
def test_runs_are_filtered(client, experiment, three_runs, filter_string, expected):
    found = {run.info.run_id for run in client.search_runs([experiment], filter_string)}
    assert found == {three_runs[number] for number in expected}


def test_runs_are_ordered_and_come_in_pages(client, experiment, three_runs):
    newest_first = [run.info.run_id for run in client.search_runs([experiment])]
    assert newest_first == three_runs[::-1]
    ordered = client.search_runs([experiment], order_by=["metrics.accuracy ASC"])
    assert [run.info.run_id for run in ordered] == three_runs
    first = client.search_runs([experiment], order_by=["params.depth DESC"], max_results=2)
    second = client.search_runs([experiment], order_by=["params.depth DESC"], max_results=2, page_token=first.token)
    assert [run.info.run_id for run in [*first, *second]] == three_runs[::-1]
    frame = mlflow.search_runs([experiment], filter_string="metrics.accuracy > 0.75")
    assert sorted(frame["metrics.accuracy"]) == pytest.approx([0.8, 0.9])


def test_a_filter_that_can_not_be_read_says_where(client, experiment):
    with pytest.raises(RestException) as refused:
        client.search_runs([experiment], "metrics.accuracy >")
    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
    assert "at its end" in str(refused.value)


def test_experiments_are_filtered_by_name_and_tag(client, experiment):
    name = client.get_experiment(experiment).name
    client.set_experiment_tag(experiment, "team", name)
    for filter_string in [f"name = '{name}'", f"name ILIKE '{name.upper()}'", f"tags.team = '{name}'"]:
        found = client.search_experiments(filter_string=filter_string, order_by=["name ASC"])
        assert [each.experiment_id for each in found] == [experiment], filter_string
