import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIntentEncoder, type IntentEncoder } from "./create-intent-encoder.ts";

const weights = new URL("./weights/", import.meta.url);

describe("createIntentEncoder", () => {
  let encoder: IntentEncoder;
  beforeAll(async () => {
    encoder = await createIntentEncoder();
  });
  afterAll(() => encoder.close());

  it.each([
    ["please put version 3 of modelname into production", "PROMOTE"],
    ["train modelname again with gradient boosting", "TRAIN"],
    ["which models are registered?", "LIST_MODELS"],
    ["who archived modelname last week?", "AUDIT_HISTORY"],
    ["what happens if I remove modelname?", "HELP"],
    ["don't promote version 2", "OUT_OF_SCOPE"],
    ["when does the next train to Boston leave?", "OUT_OF_SCOPE"],
  ])("reads %j as %s", async (text, intent) => {
    const [opinion] = await encoder.classify([text]);
    expect(opinion?.best).toBe(intent);
    expect(opinion?.probabilities[opinion.best]).toBeGreaterThan(0.6);
  });

  it("finds both requests of a message", async () => {
    const [opinion] = await encoder.classify(["train modelname again and then promote version 2"]);
    expect(opinion?.asked.TRAIN).toBeGreaterThan(0.5);
    expect(opinion?.asked.PROMOTE).toBeGreaterThan(0.5);
    expect(opinion?.asked.ARCHIVE).toBeLessThan(0.2);
  });

  it("answers to a text alike whatever stands beside it", async () => {
    const [alone] = await encoder.classify(["roll back"]);
    const [, beside] = await encoder.classify(["list the models ".repeat(30), "roll back", ""]);
    expect(beside).toEqual(alone);
  });

  it("stops when it is told to", async () => {
    const reason = new Error("no longer wanted");
    await expect(encoder.classify(["help"], AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it("answers nothing once closed, and closes twice", async () => {
    const other = await createIntentEncoder();
    const last = other.classify(["help"]);
    await Promise.all([other.close(), other.close()]);
    await expect(last).resolves.toHaveLength(1);
    await expect(other.classify(["help"])).rejects.toThrow("closed");
  });

  it("refuses a model that its metadata does not describe", async () => {
    const folder = await mkdtemp(join(tmpdir(), "encoder-"));
    try {
      for (const name of ["vocab.txt", "encoder.json"]) await copyFile(new URL(name, weights), join(folder, name));
      await writeFile(join(folder, "intents.onnx"), "not a model");
      await expect(createIntentEncoder({ weights: pathToFileURL(`${folder}/`) })).rejects.toThrow("SHA-256");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
