"""Models of other shapes than the titanic's: what Python predicts is what is answered here, of names nobody defined before."""

import uuid

import mlflow
import numpy
import pandas
import pytest
import small
from mlflow.models import infer_signature
from skl2onnx import convert_sklearn, to_onnx
from skl2onnx.common.data_types import FloatTensorType, Int64TensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.datasets import load_iris
from sklearn.ensemble import GradientBoostingRegressor, RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

PREDICT = """mutation($input: PredictInput!) {
  predict(input: $input) {
    __typename ... on Error { code message } ... on Prediction { value probabilities }
  }
}"""


@pytest.fixture
def name():
    return f"m{uuid.uuid4().hex[:12]}"


@pytest.fixture
def predict(graphql, name):
    def ask(features):
        answer = graphql(PREDICT, input={"model": name, "version": 1, "features": features})["predict"]
        assert answer["__typename"] == "Prediction", answer
        return answer

    return ask


def log(client, experiment, name, model, features, predictions, **options):
    logged = small.log(client, experiment, model, signature=infer_signature(features, predictions), **options)
    return mlflow.register_model(f"models:/{logged.model_id}", name)


def iris():
    data = load_iris(as_frame=True)
    return data.data.astype("float32"), numpy.array(data.target_names)[data.target]


@pytest.mark.parametrize("zipmap", [True, False, "columns"])
def test_one_input_with_many_columns_and_classes_of_text(client, experiment, name, predict, zipmap):
    features, species = iris()
    forest = RandomForestClassifier(n_estimators=5, random_state=1).fit(features.values, species)
    model = to_onnx(forest, features.values[:1], options={"zipmap": zipmap})
    if zipmap == "columns":
        with pytest.raises(Exception):
            log(client, experiment, name, model, features, species)
        return
    log(client, experiment, name, model, features, species)
    for row in (0, 60, 120):
        answer = predict({"sepal_length_cm": float(features.iloc[row, 0]), "sepal_width_cm": float(features.iloc[row, 1]),
                          "petal_length_cm": float(features.iloc[row, 2]), "petal_width_cm": float(features.iloc[row, 3])})
        expected = forest.predict_proba(features.values[row : row + 1])[0]
        assert answer["value"] == forest.predict(features.values[row : row + 1])[0]
        assert [answer["probabilities"][each] for each in forest.classes_] == pytest.approx(list(expected), abs=1e-5)


def mixed():
    random = numpy.random.default_rng(3)
    frame = pandas.DataFrame(
        {
            "Sex": random.choice(["female", "male"], 400),
            "Age": random.uniform(1, 80, 400).astype("float32"),
            "Pclass": random.integers(1, 4, 400),
            "Siblings": random.integers(0, 5, 400),
        }
    )
    target = (frame.Sex == "female").astype(int) ^ (frame.Age > 60).astype(int)
    return frame, target


MIXED_INPUTS = [
    ("Sex", StringTensorType([None, 1])),
    ("Age", FloatTensorType([None, 1])),
    ("Pclass", Int64TensorType([None, 1])),
    ("Siblings", Int64TensorType([None, 1])),
]


def test_texts_whole_numbers_and_numbers_side_by_side(client, experiment, name, predict, graphql):
    frame, target = mixed()
    encode = ColumnTransformer(
        [
            ("categories", OneHotEncoder(), ["Sex", "Pclass"]),
            ("numbers", Pipeline([("fill", SimpleImputer()), ("scale", StandardScaler())]), ["Age"]),
            ("counts", "passthrough", ["Siblings"]),
        ]
    )
    pipeline = Pipeline([("encode", encode), ("classify", LogisticRegression(max_iter=500))]).fit(frame, target)
    model = convert_sklearn(pipeline, "mixed", MIXED_INPUTS, target_opset={"": 17, "ai.onnx.ml": 3})
    log(client, experiment, name, model, frame, target)
    found = graphql("query($name: String!) { model(name: $name) { task features { kind name } } }", name=name)["model"]
    kinds = {each["name"]: each["kind"] for each in found["features"]}
    assert kinds == {
        "sex": "CATEGORICAL",
        "age": "NUMERIC",
        "pclass": "CATEGORICAL",
        "siblings": "NUMERIC",
    }
    for row in range(5):
        given = frame.iloc[[row]]
        expected = pipeline.predict_proba(given)[0, 1]
        answer = predict(
            {"sex": given.Sex.item(), "age": float(given.Age.item()), "pclass": int(given.Pclass.item()), "siblings": int(given.Siblings.item())}
        )
        assert answer["probabilities"]["1"] == pytest.approx(expected, abs=1e-5)


def test_a_regression(client, experiment, name, predict):
    frame, _ = mixed()
    numbers = frame[["Age", "Siblings"]].astype("float32")
    wanted = 3 * numbers.Age + numbers.Siblings**2
    model = GradientBoostingRegressor(n_estimators=20, random_state=1).fit(numbers.values, wanted)
    log(client, experiment, name, to_onnx(model, numbers.values[:1]), numbers, wanted)
    for row in (0, 10, 20):
        answer = predict({"age": float(numbers.iloc[row, 0]), "siblings": float(numbers.iloc[row, 1])})
        assert answer["value"] == pytest.approx(float(model.predict(numbers.values[row : row + 1])[0]), rel=1e-4)
        assert answer["probabilities"] is None


def test_what_the_file_does_not_tell_is_said_beside_it(client, experiment, name, predict):
    """Without an encoder that lists them, the values of a text are not known."""
    from onnx import TensorProto, helper

    model = helper.make_model(
        helper.make_graph(
            [
                helper.make_node("LabelEncoder", ["colour"], ["number"], domain="ai.onnx.ml", keys_strings=["red", "green"], values_floats=[1.0, 2.0]),
            ],
            "colours",
            [helper.make_tensor_value_info("colour", TensorProto.STRING, [None])],
            [helper.make_tensor_value_info("number", TensorProto.FLOAT, [None])],
        ),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)],
        ir_version=8,
    )
    frame = pandas.DataFrame({"colour": ["red", "green"]})
    log(client, experiment, name, model, frame, numpy.array([1.0, 2.0]), metadata={"modelwright": {"target": "wavelength", "unit": "nm"}})
    assert predict({"colour": "green"})["value"] == 2.0
    assert predict({"colour": "RED"})["value"] == 1.0
