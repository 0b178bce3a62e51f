"""The client's command line."""

import subprocess
import sys

import small
from click.testing import CliRunner
from mlflow.cli import cli


def mlflow_command(*args):
    """In this process: the commands are the same, and the client is loaded once."""
    done = CliRunner().invoke(cli, args, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_finds_the_server(client, experiment):
    command = [sys.executable, "-m", "mlflow", "experiments", "search"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    assert client.get_experiment(experiment).name in done.stdout


def test_experiments_runs_and_files(client, experiment, tmp_path):
    name = client.get_experiment(experiment).name
    assert name in mlflow_command("experiments", "search")
    run = client.create_run(experiment, run_name="by hand").info.run_id
    assert run in mlflow_command("runs", "list", "--experiment-id", experiment)
    (tmp_path / "note.txt").write_text("hello")
    mlflow_command("artifacts", "log-artifact", "--local-file", str(tmp_path / "note.txt"), "--run-id", run)
    assert "note.txt" in mlflow_command("artifacts", "list", "--run-id", run)
    path = mlflow_command("artifacts", "download", "--run-id", run, "--artifact-path", "note.txt", "--dst-path", str(tmp_path / "out"))
    assert (tmp_path / "out" / "note.txt").read_text() == "hello" and path


def test_a_model_predicts_from_the_command_line(client, experiment, tmp_path):
    name = f"cli{experiment}"
    small.register(client, experiment, name, factor=1.0)
    (tmp_path / "rows.csv").write_text("a,b\n1.0,2.0\n")
    out = tmp_path / "predicted.json"
    mlflow_command(
        "models", "predict", "--model-uri", f"models:/{name}/1", "--content-type", "csv",
        "--input-path", str(tmp_path / "rows.csv"), "--output-path", str(out), "--env-manager", "local",
    )
    assert "5.0" in out.read_text()
