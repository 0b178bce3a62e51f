import { InferenceSession, Tensor } from "onnxruntime-node";

/** What the least possible prediction answers. */
export interface PeerAnswer {
  model: string;
  version: number;
  value: string;
  probabilities: Record<string, number>;
  features: Record<string, string>;
}

/** The same ONNX file as the product serves, with the same session options, and nothing around it: nothing is looked up or checked. */
export async function openPeerModel(path: string): Promise<(features: Record<string, string>) => Promise<PeerAnswer>> {
  const session = await InferenceSession.create(path, {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
  });
  return async (features) => {
    const feeds: Record<string, Tensor> = {};
    for (const name of session.inputNames) feeds[name] = new Tensor("string", [features[name] ?? ""], [1, 1]);
    const { label, probabilities } = await session.run(feeds);
    const shares = probabilities?.data as Float32Array;
    return {
      model: "titanic",
      version: 1,
      value: String(label?.data[0]),
      probabilities: { "0": shares[0] as number, "1": shares[1] as number },
      features,
    };
  };
}
