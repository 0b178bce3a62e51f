/** Below this everything is MLflow's. */
export const mlflowPath = "/mlflow";
