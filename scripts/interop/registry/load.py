"""What a person has in Python: the version in production, loaded from the MLflow server. Prints what it predicts, as JSON."""

import json
import sys

import mlflow
import pandas

server, name, features = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
mlflow.set_tracking_uri(server)
uri = f"models:/{name}@production"
mlflow.onnx.load_model(uri)
told = mlflow.pyfunc.load_model(uri).predict(pandas.DataFrame([features]))
print(json.dumps({"label": str(told["label"][0]), "probabilities": [float(each) for each in told["probabilities"][0]]}))
