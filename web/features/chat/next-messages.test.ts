import { expect, test } from "vitest";
import { nextMessages } from "./next-messages.ts";

const training = (status: "RUNNING" | "SUCCEEDED" | "FAILED", stage?: "CANDIDATE" | "PRODUCTION") => ({
  suggestions: ["How is the training going?"],
  cards: [{ __typename: "TrainingCard", run: { model: "titanic", status, version: stage ? { stage } : null } }],
});

test("what is offered after a training follows how it goes", () => {
  expect(nextMessages(training("RUNNING"))).toEqual(["How is the training going?"]);
  expect(nextMessages(training("SUCCEEDED", "CANDIDATE"))).toEqual(["Promote it", "Tell me about titanic"]);
  expect(nextMessages(training("SUCCEEDED", "PRODUCTION"))).toEqual(["Tell me about titanic"]);
  expect(nextMessages(training("FAILED"))).toEqual(["Train the titanic model"]);
});

test("what a card has as a button is not offered twice", () => {
  const train = { command: "Train the cars model with 30% held out" };
  const cards = [
    { __typename: "ModelTable", trainable: [train] },
    { __typename: "ModelTable", rows: [{ name: "titanic", production: null, latest: 2 }] },
    { __typename: "HelpCard", said: ["Promote it"] },
  ];
  expect(
    nextMessages({
      suggestions: [train.command, "Promote version 2 of titanic", "Promote it", "Tell me about titanic"],
      cards,
    }),
  ).toEqual(["Tell me about titanic"]);
});
