"""The steps of a small program that trains the titanic model with scikit-learn and puts it into the registry."""

import os

import mlflow
import numpy
import pandas
from mlflow.models import infer_signature
from skl2onnx import convert_sklearn
from skl2onnx.common.data_types import StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

CSV = os.path.join(os.environ["MODELWRIGHT_ROOT"], "api/datasets/data/titanic.csv")
FEATURES = ["sex", "pclass", "embarked", "age_group"]


def read():
    data = pandas.read_csv(CSV, na_values=["?"]).dropna(subset=["sex", "pclass", "embarked", "age", "survived"])
    features = pandas.DataFrame(
        {
            "sex": data.sex,
            "pclass": data.pclass.astype(int).astype(str),
            "embarked": data.embarked,
            "age_group": numpy.where(data.age <= 18, "child", "adult"),
        }
    )
    return features, data.survived.astype(int)


def train(features, survived, C=1.0):
    pipeline = Pipeline(
        [
            ("encode", ColumnTransformer([("categories", OneHotEncoder(handle_unknown="ignore"), FEATURES)])),
            ("classify", LogisticRegression(C=C)),
        ]
    )
    return pipeline.fit(features, survived)


def to_onnx(pipeline, zipmap=True):
    inputs = [(name, StringTensorType([None, 1])) for name in FEATURES]
    return convert_sklearn(pipeline, "titanic", inputs, options={"zipmap": zipmap})


def tensors(rows):
    """Rows as the ONNX file takes them: a column each."""
    return {name: numpy.array([[row[name]] for row in rows], dtype=object) for name in FEATURES}


def log(experiment, name="titanic", C=1.0, zipmap=True, **options):
    """Trains, logs and registers. Returns the pipeline and what log_model said."""
    features, survived = read()
    train_x, test_x, train_y, test_y = train_test_split(features, survived, test_size=0.3, random_state=7)
    with mlflow.start_run(experiment_id=experiment):
        pipeline = train(train_x, train_y, C)
        mlflow.log_params({"C": C, "solver": "lbfgs"})
        mlflow.log_metric("accuracy", accuracy_score(test_y, pipeline.predict(test_x)))
        signature = infer_signature(train_x, pipeline.predict(train_x))
        logged = mlflow.onnx.log_model(
            to_onnx(pipeline, zipmap), name="model", signature=signature, registered_model_name=name, **options
        )
    return pipeline, logged
