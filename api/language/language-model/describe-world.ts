import type { FeatureDefinition } from "../../models/definitions/define-model.ts";
import type { InterpretationContext, KnownModel } from "../interpreter.ts";

/** What a prompt may hold of the world; a registry may hold more than any prompt. */
const most = {
  modelsInFull: 12,
  modelsByName: 60,
  characters: 24_000,
  features: 40,
  categories: 24,
  synonyms: 6,
  versions: 8,
  /** Of a name, title or description: who needs more room writes no name. */
  label: 300,
};

/** The world as JSON for the prompt: the models that the message may be about in full, as far as there is room, others by name. */
export function describeWorld(message: string, context: InterpretationContext): string {
  const { focus, activeModel, pending } = context;
  const ranked = rankModels(message, context);
  const models: object[] = [];
  let room = most.characters;
  for (const model of ranked.slice(0, most.modelsInFull)) {
    const described = describeModel(model);
    room -= JSON.stringify(described).length;
    if (room < 0) break;
    models.push(described);
  }
  const others = ranked
    .slice(models.length, models.length + most.modelsByName)
    .map(({ definition: { name, title } }) => ({ name, title }));
  const world = {
    models,
    otherModels: others,
    activeModel: activeModel ?? null,
    focus: { model: focus.model ?? null, version: focus.version ?? null },
    pending: pending ?? null,
  };
  return JSON.stringify(world, (_key, value: unknown) =>
    typeof value === "string" ? value.slice(0, most.label) : value,
  );
}

/** What is pending, spoken of, named in the message or active comes first. */
function rankModels(message: string, { models, focus, activeModel, pending }: InterpretationContext): KnownModel[] {
  const said = message.toLowerCase();
  const score = ({ definition: { name, aliases, topics } }: KnownModel) =>
    (pending?.kind === "FEATURES" && pending.model === name ? 16 : 0) +
    ([name, ...aliases].some((word) => said.includes(word)) ? 8 : 0) +
    (focus.model === name ? 4 : 0) +
    (activeModel === name ? 2 : 0) +
    (topics.some((word) => said.includes(word)) ? 1 : 0);
  return models
    .map((model) => ({ model, score: score(model) }))
    .sort((a, b) => b.score - a.score)
    .map(({ model }) => model);
}

function describeModel({ definition, registered, versions }: KnownModel): object {
  return {
    name: definition.name,
    title: definition.title,
    aliases: definition.aliases.slice(0, most.synonyms),
    trained: registered,
    versions: versions.slice(0, most.versions),
    features: definition.features.slice(0, most.features).map(describeFeature),
  };
}

function describeFeature(feature: FeatureDefinition): object {
  const { name, description } = feature;
  if (feature.kind === "NUMERIC") {
    const { unit, min, max } = feature;
    return { name, description, number: { unit, min, max } };
  }
  return {
    name,
    description,
    categories: feature.categories.slice(0, most.categories).map(({ value, label, synonyms, hints }) => ({
      value,
      label,
      synonyms: synonyms.slice(0, most.synonyms),
      hints: hints.slice(0, most.synonyms),
    })),
  };
}
