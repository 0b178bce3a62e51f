import { useState } from "react";
import { useMutation } from "urql";
import type { TrainModelInput } from "../../gql/graphql.ts";
import { failureText } from "../../graphql/failure.ts";
import { TrainMutation } from "./train-mutation.ts";

/** Starts trainings. `train` returns the run's id, or undefined when it was refused: `failure` says why then. */
export function useTrain() {
  const [{ fetching }, mutate] = useMutation(TrainMutation);
  const [failure, setFailure] = useState<string>();
  const train = async (input: TrainModelInput): Promise<string | undefined> => {
    setFailure(undefined);
    const { data, error } = await mutate({ input });
    const run = data?.trainModel;
    if (run?.__typename === "TrainingRun") return run.id;
    setFailure(error ? failureText(error) : run?.message);
    return undefined;
  };
  return { train, fetching, failure };
}
