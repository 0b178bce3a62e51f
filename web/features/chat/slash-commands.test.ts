import { expect, test } from "vitest";
import { commandsFor, sentenceOf } from "./slash-commands.ts";

test.each([
  ["/train titanic with 30% held out", "Train titanic with 30% held out"],
  ["/train", "What models are available?"],
  ["/PROMOTE  version 2 ", "Promote version 2"],
  ["/promote", "Promote it"],
  ["/predict a boy\nin first class", "Predict for a boy\nin first class"],
  ["/predict", "Make a prediction"],
  ["/audit titanic", "Show the audit log of titanic"],
  ["/help me", "Help"],
  ["/unknown titanic", "/unknown titanic"],
  ["/trainer", "/trainer"],
  ["train /help", "train /help"],
])("%s is said as %s", (text, sentence) => expect(sentenceOf(text)).toBe(sentence));

test.each([
  ["/", ["train", "promote", "predict", "audit", "help"]],
  ["/pr", ["promote", "predict"]],
  ["/H", ["help"]],
  ["/x", []],
  ["/train ", []],
  ["a /", []],
  ["", []],
])("%s offers %j", (text, names) => expect(commandsFor(text).map(({ name }) => name)).toEqual(names));
