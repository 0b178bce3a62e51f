"""A model that is made in no time: y = factor * (a + 2 b), from two columns of one input."""

import mlflow
import numpy

import pandas
from mlflow.models import infer_signature
from onnx import TensorProto, helper

EXAMPLE = pandas.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]})


def graph(factor, nodes=None, opsets=None, rows=None):
    weights = helper.make_tensor("weights", TensorProto.FLOAT, [2, 1], [factor, 2 * factor])
    return helper.make_model(
        helper.make_graph(
            nodes or [helper.make_node("MatMul", ["x", "weights"], ["y"])],
            "small",
            [helper.make_tensor_value_info("x", TensorProto.FLOAT, [rows, 2])],
            [helper.make_tensor_value_info("y", TensorProto.FLOAT, [rows, 1])],
            [weights],
        ),
        opset_imports=opsets or [helper.make_opsetid("", 17)],
        ir_version=8,
    )


def log(client, experiment, model, signature="", **options):
    """Logs without registering: in a run, as log_model does. Returns what log_model said."""
    if signature == "":
        signature = infer_signature(EXAMPLE, numpy.array([[7.0], [10.0]], dtype="float32"))
    with mlflow.start_run(experiment_id=experiment):
        mlflow.log_metric("rmse", 0.5)
        # Without this the client looks up in a process of its own what the model would need.
        return mlflow.onnx.log_model(model, name="small", signature=signature, pip_requirements=["onnxruntime"], **options)


def register(client, experiment, name, factor):
    logged = log(client, experiment, graph(factor))
    return mlflow.register_model(f"models:/{logged.model_id}", name)


def predict(uri, row):
    model = mlflow.pyfunc.load_model(uri)
    frame = pandas.DataFrame([row], columns=["a", "b"])
    return float(numpy.asarray(model.predict(frame)["y"]).ravel()[0])


