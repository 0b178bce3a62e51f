const greeting =
  /^ (?:(?:hi|hello|hey|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|there|thanks|thank|thx|cheers|you|so|much|very|a lot|lot|a|again|everyone|bot|assistant|dear|friend|team|all|many|great|cool|nice|perfect|ok|okay|awesome|for|your|the|help|that|bye|goodbye|and|welcome|how are|is it going|how is|whats up|what 's up|sup|dude|mate|buddy|well done|good job|good|~howdy|~awesome|~ciao|~hola|~sup|~bonjour|~hallo|~servus) )+$/;
const help =
  / (?:help|what (?:all )?(?:can|could|do|are|should|may) (?:you|i|we|u|someone) (?:all |actually |even |possibly )?(?:do|ask|say|type|try|offer|capable|able|help|know|predict|start|use you|talk|support)|what (?:you|u) (?:can|could) (?:do|make|offer|give|help)|what (?:is|are|'s) (?:this|your|you|here)(?: (?:app|service|tool|thing|place|site|purpose|job|capabilities|functions|features|commands|abilities|for|about|chat|page))?|who are you|what are you|how (?:does|do) (?:this|it|you|that|i|we|one|everything) (?:work|works|start|begin|use|operate|function|get started|interact|talk|go on)|how (?:to|can i|do i|could i|should i) (?:use|start|begin|work with|get started|talk|proceed)|what (?:now|next)|where (?:do|should|can) i (?:start|begin)|get started|getting started|commands|capabilities|your (?:functions|features|abilities|options|skills)|options|instructions|manual|tutorial|guide me|documentation|user guide|i (?:am|'m) (?:lost|new here|new|confused)|dont know what to do|do not know what to do|explain yourself|introduce yourself|what (?:kind|sort|type) of (?:things?|questions?|stuff|tasks?) (?:can|do|could)) /;

const howTo =
  / (?:can i|could i|may i|how (?:do|can|could|should|would) (?:i|we|one|you)|is it possible to|am i able to|are we able to|is there a way to) (?:\S+ ){0,5}(?:models?|MODEL|VERSION|versions?|promotion|removal|rollback|training|prediction|predictions|predict|audit|history|archive) /;

/** "First of all, thanks for the help yesterday!" */
const thanks =
  /^ (?:(?:first|of|all|ok|okay|hi|hello|hey|great|perfect|and|well) )*(?:many |so many )?(?:thanks|thank you|thx|ty|cheers)(?: so much| a lot| very much| again| a bunch| a million)* for (?!that )(?:\S+ ){1,5}$/;

/** "Hi", "thanks": courtesy and nothing else. */
export function isGreeting(text: string): boolean {
  return text.length < 80 && (greeting.test(text) || thanks.test(text));
}

/** "help", "what can you do": asks what the service is for. */
export function asksForHelp(text: string, foreign: number): boolean {
  return foreign === 0 && (help.test(text) || howTo.test(text)) && text.split(" ").length < 18;
}
