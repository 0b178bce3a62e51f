export { readAboutChange, readAboutChoice, readAboutFeature } from "./about-question.ts";
export { type HelpTopic, helpTopicsOf } from "./help-topics.ts";
export { readSmallTalk } from "./small-talk.ts";
