"""What a client can't do is told as MLflow tells it; what the server is asked at its edges."""

import concurrent.futures
import json
import os

import mlflow
import pytest
import requests
from mlflow.exceptions import MlflowException, RestException

URL = os.environ["MODELWRIGHT_URL"]
API = f"{URL}/mlflow/api/2.0"


def test_health_and_version():
    assert requests.get(f"{URL}/mlflow/health", timeout=30).text == "OK"
    assert requests.get(f"{URL}/mlflow/version", timeout=30).text == mlflow.__version__


def test_what_nobody_knows_is_not_found():
    answer = requests.get(f"{API}/mlflow/nothing/here", timeout=30)
    assert answer.status_code == 404
    assert answer.json()["error_code"] == "ENDPOINT_NOT_FOUND"


@pytest.mark.parametrize("path", ["mlflow/traces", "mlflow/webhooks", "mlflow/gateway/endpoints/create", "mlflow-artifacts/mpu/create/x"])
def test_what_is_not_here_says_so(path):
    answer = requests.post(f"{API}/{path}", json={}, timeout=30)
    assert answer.status_code == 501
    assert answer.json()["error_code"] == "NOT_IMPLEMENTED"


@pytest.mark.parametrize(
    "body",
    ["", "[", "[]", "1", "null", '"x"', "{}", '{"name": 1}', '{"name": ""}', '{"name": null}', "{" * 10_000, '{"name": ["x"]}'],
)
def test_a_message_that_can_not_be_read_is_an_error_of_mlflows(body):
    answer = requests.post(f"{API}/mlflow/experiments/create", data=body, headers={"content-type": "application/json"}, timeout=30)
    assert answer.status_code == 400, body
    told = answer.json()
    assert told["error_code"] == "INVALID_PARAMETER_VALUE" and told["message"], told
    assert "    at " not in answer.text


def test_a_message_that_is_too_long():
    answer = requests.post(f"{API}/mlflow/experiments/create", data=b" " * (5 << 20), timeout=60)
    assert answer.status_code == 413
    assert answer.json()["error_code"] == "INVALID_PARAMETER_VALUE"


def test_text_that_no_database_holds(client):
    name = f"nul \0 and \ud800 in {os.getpid()}"
    body = json.dumps({"name": name})
    answer = requests.post(f"{API}/mlflow/experiments/create", data=body, timeout=30)
    assert answer.status_code == 200
    assert "�" in client.get_experiment(answer.json()["experiment_id"]).name


def test_whole_numbers_of_64_bits_come_either_way(client, experiment):
    for start in (1_700_000_000_000, "1700000000000"):
        body = {"experiment_id": experiment, "start_time": start}
        answer = requests.post(f"{API}/mlflow/runs/create", json=body, timeout=30)
        assert answer.json()["run"]["info"]["start_time"] == 1_700_000_000_000
    for start in (1.5, "x", -1, "99999999999999999999", 10**18):
        body = {"experiment_id": experiment, "start_time": start}
        assert requests.post(f"{API}/mlflow/runs/create", json=body, timeout=30).status_code == 400, start


def test_pages_of_other_sites_change_nothing():
    answer = requests.post(
        f"{API}/mlflow/experiments/create", json={"name": "foreign"}, headers={"origin": "https://example.com"}, timeout=30
    )
    assert answer.status_code == 403
    answer = requests.get(f"{API}/mlflow/experiments/get?experiment_id=0", headers={"host": "example.com"}, timeout=30)
    assert answer.status_code == 421


def test_two_who_create_the_same_experiment(client):
    name = f"race-{os.getpid()}"

    def create(_):
        try:
            return client.create_experiment(name)
        except MlflowException as error:
            return error.error_code

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(create, range(8)))
    assert answers.count("RESOURCE_ALREADY_EXISTS") == 7


def test_many_who_log_to_one_run(client, experiment):
    run = client.create_run(experiment).info.run_id

    def log(number):
        client.log_metric(run, f"m{number % 3}", number, timestamp=number, step=number)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(log, range(60)))
    assert client.get_run(run).data.metrics == {"m0": 57.0, "m1": 58.0, "m2": 59.0}


def test_metrics_of_several_runs(client, experiment):
    runs = [client.create_run(experiment).info.run_id for _ in range(2)]
    for run in runs:
        for step in range(4):
            client.log_metric(run, "loss", step / 2, timestamp=1, step=step)
    query = [("run_id", run) for run in runs] + [("metric_key", "loss")]
    found = requests.get(f"{API}/mlflow/metrics/get-history-bulk", params=query, timeout=30).json()["metrics"]
    assert [(each["run_id"], each["step"]) for each in found] == [(run, step) for run in sorted(runs) for step in range(4)]
    query = [("run_ids", run) for run in runs] + [("metric_key", "loss"), ("start_step", 1), ("end_step", 2)]
    found = requests.get(f"{API}/mlflow/metrics/get-history-bulk-interval", params=query, timeout=30).json()["metrics"]
    assert [each["step"] for each in found] == [1, 2, 1, 2]


def test_logged_models_are_searched(client, experiment):
    import small

    small.log(client, experiment, small.graph(1.0), params={"depth": 3})
    second = small.log(client, experiment, small.graph(2.0))
    client.set_logged_model_tags(second.model_id, {"team": "risk"})
    assert [each.model_id for each in client.search_logged_models([experiment], "tags.team = 'risk'")] == [second.model_id]
    assert len(client.search_logged_models([experiment], "name = 'small'", max_results=1)) == 1
    client.delete_logged_model_tag(second.model_id, "team")
    assert client.get_logged_model(second.model_id).tags.get("team") is None
    client.delete_logged_model(second.model_id)
    with pytest.raises(RestException):
        client.get_logged_model(second.model_id)


def test_a_name_and_password_are_no_hindrance(monkeypatch, client):
    monkeypatch.setenv("MLFLOW_TRACKING_USERNAME", "somebody")
    monkeypatch.setenv("MLFLOW_TRACKING_PASSWORD", "secret")
    assert client.get_experiment("0").name == "Default"
