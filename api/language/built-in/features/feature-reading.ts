import type { FeatureDefinition, FeatureValue, FeatureValues } from "../../../models/definitions/define-model.ts";
import type { SlotEvidence, SlotProblem } from "../../interpreter.ts";

/** A value that some words say of a feature, before candidates are weighed against each other. */
export interface Candidate {
  feature: FeatureDefinition;
  value: FeatureValue;
  weak: boolean;
  /** Of several that disagree only the highest rank counts: 3 outright, 2 a subject pronoun, 1 an object or possessive one. */
  rank: number;
  /** Tokens, both included. */
  first: number;
  last: number;
}

/** A value that can't be. */
export interface Impossible {
  feature: FeatureDefinition;
  why: string;
  first: number;
  last: number;
}

/** What a message says of one model's features. */
export interface FeatureReading {
  values: FeatureValues;
  evidence: SlotEvidence[];
  problems: SlotProblem[];
  /** Indexes of tokens that were read as values. */
  used: ReadonlySet<number>;
  /** How much speaks for this model: 1 for a value said outright, a half for a pronoun or a hint. */
  strength: number;
  /** Features said outright, by other words than pronouns. */
  outright: number;
  /** Features of which two things are said that can't both be. */
  contradictions: number;
}

/** The feature as a sentence calls it: the head of its description where that is a short noun, else its name. */
export function spokenName(feature: FeatureDefinition): string {
  const head = feature.description.split(/[:.(]/)[0]?.trim() ?? "";
  const isNoun = head !== "" && head.split(" ").length <= 5 && !/^(?:whether|if|how|where|which|what)\b/i.test(head);
  return isNoun ? head.charAt(0).toLowerCase() + head.slice(1) : feature.name.replaceAll("_", " ");
}

/** What was said, as a sentence may repeat it: short, and without characters that turn or hide text. */
export function shortened(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return plain.length > 40 ? `${plain.slice(0, 39).toWellFormed().trimEnd()}…` : plain;
}
