import type { CategoricalFeature, ModelDefinition } from "../../../models/definitions/define-model.ts";

const split = (text: string) => text.split(/\s+/).filter(Boolean);

/** Words for women and men as people are spoken of, whatever the model; a definition's own synonyms come first. */
const female =
  split(`female females woman women lady ladies girl girls lass lasses lassie gal gals madam madame mademoiselle mrs miss ms
 mother mothers mum mom mam mama mamma mummy mommy stepmother granny grannie gran grandma nan nana nanna grandmother sister sisters daughter
 daughters granddaughter aunt aunts auntie aunty niece nieces wife wives widow widows bride girlfriend fiancee heroine actress waitress stewardess
 seamstress governess hostess countess duchess princess baroness heiress nun spinster maid maids maiden housemaid chambermaid barmaid milkmaid
 housewife midwife dressmaker fem her hers herself she`);
const male =
  split(`male males man men gentleman gentlemen gent gents boy boys lad lads laddie bloke blokes chap chaps fellow fella fellas guy guys
 dude sir mr mister father fathers dad daddy papa stepfather grandad granddad grandpa gramps grandfather brother brothers son sons grandson uncle
 uncles nephew nephews husband husbands widower widowers bridegroom boyfriend hero actor waiter steward monk duke baron viscount lord
 masculine him his himself he`);
const child =
  split(`child children kid kids infant infants baby babies toddler toddlers newborn nipper tot youngster bairn teenage teenager teenagers teen
 teens minor minors`);
/** Two words that say sex and age group together: the longer phrase hides the words that it is made of. */
const ageAndSex = {
  girls: ["little girl", "baby girl", "small girl", "young girl", "infant girl", "infant daughter", "schoolgirl"],
  boys: ["little boy", "baby boy", "small boy", "young boy", "infant boy", "infant son", "schoolboy", "little lad"],
  women: [
    "grown woman",
    "grown women",
    "grown lady",
    "adult woman",
    "adult female",
    "old woman",
    "old lady",
    "elderly woman",
    "elderly lady",
  ],
  men: [
    "grown man",
    "grown men",
    "grown gentleman",
    "adult man",
    "adult male",
    "old man",
    "elderly man",
    "elderly gentleman",
    "old gentleman",
  ],
};
const adultWords = [
  ...split("adult adults grownup elderly pensioner"),
  "grown up",
  "fully grown",
  "full grown",
  "of age",
];

const people =
  /\b(?:passengers?|persons?|people|customers?|patients?|employees?|clients?|applicants?|students?|pupils?|users?|workers?|citizens?|buyers?|borrowers?|subscribers?|visitors?|guests?|tenants?|drivers?|members?|candidates?|respondents?|voters?|travell?ers?|residents?|players?|survivors?)\b/i;

/** Whether the rows of a model's data are people, by its own words. */
export function speaksOfPeople(definition: ModelDefinition): boolean {
  const texts = [definition.title, definition.description, definition.target.description];
  return [...texts, ...definition.features.map(({ description, question }) => `${description} ${question}`)].some(
    (text) => people.test(text),
  );
}

/** A phrase that says a category of people, and whether it is a word for the sex. */
export interface PersonPhrase {
  feature: CategoricalFeature;
  value: string;
  phrase: string;
}

/** What general words say of the sex and the age group of a model of people; nothing for other models. */
export function personPhrases(definition: ModelDefinition): PersonPhrase[] {
  if (!speaksOfPeople(definition)) return [];
  const kinds = [
    { names: ["female", "woman"], phrases: [...female, ...ageAndSex.girls, ...ageAndSex.women] },
    { names: ["male", "man"], phrases: [...male, ...ageAndSex.boys, ...ageAndSex.men] },
    { names: ["child", "minor"], phrases: [...child, "underage", ...ageAndSex.girls, ...ageAndSex.boys] },
    { names: ["adult"], phrases: [...adultWords, ...ageAndSex.women, ...ageAndSex.men] },
  ];
  return definition.features.flatMap((feature) =>
    feature.kind !== "CATEGORICAL"
      ? []
      : feature.categories.flatMap(({ value, label, synonyms }) => {
          const own = new Set([value, label, ...synonyms].map((text) => text.toLowerCase().split(" ")[0] ?? ""));
          const kind = kinds.find(({ names }) => names.some((name) => own.has(name)));
          return (kind?.phrases ?? []).map((phrase) => ({ feature, value, phrase }));
        }),
  );
}

const notEndings =
  /^(?:human|german|roman|norman|ottoman|caiman|shaman|talisman|walkman|layman|pacman|batman|superman|spiderman|doberman|pullman|hangman|oman|tomboy|omen|specimen|regimen|abdomen|acumen|stamen|yemen|bremen|carmen|amen|women|woman|newman|coleman|truman|hoffman|harman|sherman|gentleman)$/;

/** The sex that a word's ending says ("Irishman", "Frenchwoman", "policewoman", "cowboy"), with the word before the ending. */
export function sexByEnding(word: string): { noun: "woman" | "man"; stem: string } | undefined {
  const [, stem, ending] = /^([a-z]{3,}?)(woman|women|girl|man|men|boy)$/.exec(word) ?? [];
  if (stem === undefined || ending === undefined || notEndings.test(word)) return undefined;
  return { noun: /^(?:woman|women|girl)$/.test(ending) ? "woman" : "man", stem };
}
