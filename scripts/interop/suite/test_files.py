"""Files of runs, through the server."""

import http.client
import os
import socket
from urllib.parse import urlparse

import mlflow
import pytest
import requests
from mlflow.exceptions import MlflowException

URL = os.environ["MODELWRIGHT_URL"]
FILES = f"{URL}/mlflow/api/2.0/mlflow-artifacts/artifacts"


@pytest.fixture
def run(client, experiment):
    return client.create_run(experiment)


def folder_of(run):
    return f"{run.info.experiment_id}/{run.info.run_id}/artifacts"


def test_files_are_uploaded_listed_downloaded_and_deleted(client, run, tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("first")
    (tmp_path / "in" / "deep" / "b ü%.txt").write_bytes(bytes(range(256)) * 5_000)
    client.log_artifacts(run.info.run_id, str(tmp_path / "in"), "stuff")
    client.log_text(run.info.run_id, "", "empty.txt")
    listed = {each.path: (each.is_dir, each.file_size) for each in client.list_artifacts(run.info.run_id)}
    assert listed == {"stuff": (True, None), "empty.txt": (False, 0)}
    below = {each.path: each.file_size for each in client.list_artifacts(run.info.run_id, "stuff")}
    assert below == {"stuff/a.txt": 5, "stuff/deep": None}
    assert client.list_artifacts(run.info.run_id, "stuff/a.txt") == []
    got = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path="stuff", dst_path=str(tmp_path / "out"))
    assert (tmp_path / "out" / "stuff" / "deep" / "b ü%.txt").read_bytes() == bytes(range(256)) * 5_000
    assert os.path.isdir(got)
    client.log_text(run.info.run_id, "second", "stuff/a.txt")
    assert mlflow.artifacts.load_text(f"{run.info.artifact_uri}/stuff/a.txt") == "second"
    repository = mlflow.artifacts.get_artifact_repository(run.info.artifact_uri)
    repository.delete_artifacts("stuff")
    assert [each.path for each in client.list_artifacts(run.info.run_id)] == ["empty.txt"]


def test_a_dictionary_and_a_table_come_back(client, run):
    client.log_dict(run.info.run_id, {"a": [1, 2]}, "some.json")
    assert mlflow.artifacts.load_dict(f"{run.info.artifact_uri}/some.json") == {"a": [1, 2]}


@pytest.mark.parametrize("path", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/x", "a//b", "a%00b", "a\\..\\b"])
def test_no_path_leads_elsewhere(run, path):
    connection = http.client.HTTPConnection(urlparse(URL).netloc)
    connection.request("PUT", f"/mlflow/api/2.0/mlflow-artifacts/artifacts/{folder_of(run)}/{path}", body=b"x")
    answer = connection.getresponse()
    assert answer.status in (400, 404), path
    assert b"error_code" in answer.read()


def test_nothing_is_kept_outside_of_runs_and_models(run):
    for path in ["stray.txt", f"0/{run.info.run_id}/artifacts/x" if run.info.experiment_id != "0" else "x", "registered/titanic/1/x"]:
        answer = requests.put(f"{FILES}/{path}", data=b"x", timeout=30)
        assert answer.status_code in (400, 404), path


def test_a_download_of_nothing_is_an_error_of_mlflows(run):
    answer = requests.get(f"{FILES}/{folder_of(run)}/none.txt", timeout=30)
    assert answer.status_code == 404
    assert answer.json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"
    with pytest.raises(MlflowException):
        mlflow.artifacts.load_text(f"{run.info.artifact_uri}/none.txt")


def test_an_upload_that_is_cut_leaves_what_was_there(client, run):
    client.log_text(run.info.run_id, "whole", "file.txt")
    host, port = urlparse(URL).netloc.split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(
            f"PUT /mlflow/api/2.0/mlflow-artifacts/artifacts/{folder_of(run)}/file.txt HTTP/1.1\r\n"
            f"Host: {host}:{port}\r\nContent-Length: 1000000\r\n\r\n".encode()
            + b"x" * 500_000
        )
    assert mlflow.artifacts.load_text(f"{run.info.artifact_uri}/file.txt") == "whole"
    assert [each.path for each in client.list_artifacts(run.info.run_id)] == ["file.txt"]
    client.log_text(run.info.run_id, "again", "file.txt")
    assert mlflow.artifacts.load_text(f"{run.info.artifact_uri}/file.txt") == "again"


def test_a_large_file_passes_in_chunks(client, run, tmp_path):
    path = tmp_path / "large.bin"
    path.write_bytes(os.urandom(1 << 20) * 40)
    client.log_artifact(run.info.run_id, str(path))
    got = client.download_artifacts(run.info.run_id, "large.bin", str(tmp_path))
    assert os.path.getsize(got) == 40 << 20
    assert open(got, "rb").read() == path.read_bytes()
