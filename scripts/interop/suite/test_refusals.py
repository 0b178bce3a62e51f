"""What is no model that can be served is refused with the reason, and leaves no version."""

import uuid

import mlflow
import numpy
import pandas
import pytest
import small
from mlflow.exceptions import RestException
from mlflow.models import infer_signature
from onnx import TensorProto, helper


@pytest.fixture
def name():
    return f"m{uuid.uuid4().hex[:12]}"


def refused(client, name, logged):
    with pytest.raises(RestException) as error:
        mlflow.register_model(f"models:/{logged.model_id}", name)
    assert error.value.error_code == "INVALID_PARAMETER_VALUE", error.value
    assert client.search_model_versions(f"name = '{name}'") == []
    return str(error.value)


def test_a_pickle_is_never_a_version(client, experiment, name):
    from sklearn.linear_model import LinearRegression

    model = LinearRegression().fit(small.EXAMPLE, [1.0, 2.0])
    with mlflow.start_run(experiment_id=experiment):
        logged = mlflow.sklearn.log_model(model, name="pickle", pip_requirements=["scikit-learn"], serialization_format="cloudpickle")
    assert "mlflow.onnx.log_model" in refused(client, name, logged)


def test_a_model_without_a_signature(client, experiment, name):
    assert "signature" in refused(client, name, small.log(client, experiment, small.graph(1.0), signature=None))


def test_a_custom_operator(client, experiment, name):
    model = small.graph(
        1.0,
        nodes=[helper.make_node("Sum", ["x", "weights"], ["y"], domain="some.company")],
        opsets=[helper.make_opsetid("", 17), helper.make_opsetid("some.company", 1)],
    )
    repository = small.log(client, experiment, small.graph(1.0))
    overwrite(client, repository, model.SerializeToString())
    assert "custom operator some.company.Sum" in refused(client, name, repository)


def overwrite(client, logged, content):
    """Puts another file in the place of the one that was logged: the client's own checks would not let it pass."""
    import os
    import tempfile

    model = client.get_logged_model(logged.model_id)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.onnx")
        with open(path, "wb") as file:
            file.write(content)
        mlflow.artifacts.get_artifact_repository(model.artifact_location).log_artifact(path)


def test_external_data(client, experiment, name):
    model = small.graph(1.0)
    weights = model.graph.initializer[0]
    weights.data_location = TensorProto.EXTERNAL
    weights.ClearField("float_data")
    entry = weights.external_data.add()
    entry.key, entry.value = "location", "../../../etc/passwd"
    logged = small.log(client, experiment, small.graph(1.0))
    overwrite(client, logged, model.SerializeToString())
    assert "external data" in refused(client, name, logged)


@pytest.mark.parametrize("content", [b"", b"not a model", bytes(range(256)) * 50])
def test_what_is_no_onnx_file(client, experiment, name, content):
    logged = small.log(client, experiment, small.graph(1.0))
    overwrite(client, logged, content)
    assert "ONNX" in refused(client, name, logged)


def test_a_cut_file(client, experiment, name):
    whole = small.graph(1.0).SerializeToString()
    logged = small.log(client, experiment, small.graph(1.0))
    for length in (10, len(whole) // 2, len(whole) - 3):
        overwrite(client, logged, whole[:length])
        refused(client, name, logged)


def test_a_signature_of_another_model(client, experiment, name):
    signature = infer_signature(pandas.DataFrame({"other": [1.0], "columns": [1.0], "here": [1.0]}), numpy.array([[1.0]]))
    assert "other, columns, here" in refused(client, name, small.log(client, experiment, small.graph(1.0), signature=signature))


def test_a_fixed_number_of_rows(client, experiment, name):
    assert "rows at a time" in refused(client, name, small.log(client, experiment, small.graph(1.0, rows=8)))


def test_a_model_that_does_not_fit_the_definition_of_its_name(client, experiment):
    with pytest.raises(RestException) as error:
        mlflow.register_model(f"models:/{small.log(client, experiment, small.graph(1.0)).model_id}", "penguins")
    assert "does not fit the definition of penguins" in str(error.value)


def test_the_next_version_must_fit_the_first(client, experiment, name):
    small.register(client, experiment, name, 1.0)
    signature = infer_signature(small.EXAMPLE.rename(columns={"b": "c"}), numpy.array([[1.0], [2.0]], dtype="float32"))
    logged = small.log(client, experiment, small.graph(1.0), signature=signature)
    with pytest.raises(RestException) as error:
        mlflow.register_model(f"models:/{logged.model_id}", name)
    assert f"does not fit the definition of {name}" in str(error.value)
    assert len(client.search_model_versions(f"name = '{name}'")) == 1


@pytest.mark.parametrize("name", ["Titanic", "a name", "ünïcode", "x" * 65, "1st"])
def test_a_name_that_is_none_here(client, name):
    with pytest.raises(RestException) as error:
        client.create_registered_model(name)
    assert error.value.error_code == "INVALID_PARAMETER_VALUE"


@pytest.mark.parametrize("source", ["/etc", "file:///etc", "s3://bucket/model", "https://example.com/x", "mlflow-artifacts:/0/../../x"])
def test_a_source_that_is_not_on_this_server(client, name, source):
    client.create_registered_model(name)
    with pytest.raises(RestException):
        client.create_model_version(name, source)
    assert client.search_model_versions(f"name = '{name}'") == []


def test_a_logged_model_that_is_not_whole(client, experiment, name):
    logged = small.log(client, experiment, small.graph(1.0))
    model = client.get_logged_model(logged.model_id)
    mlflow.artifacts.get_artifact_repository(model.artifact_location).delete_artifacts("model.onnx")
    assert "no such file" in refused(client, name, logged)

