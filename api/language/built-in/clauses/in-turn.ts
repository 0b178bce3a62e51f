/** "When that's done, show me …", "once you've told me that", "as soon as it has finished": only says in which order; no condition. */
export const inTurn =
  / (?:when|once|after|as soon as) (?:(?:that|it|this|all that|the training|the run) (?:is|'s|has|was)(?: been)?(?: all)? (?:done|finished|over|through|ready|live|up|settled|sorted|complete|completed|trained)|(?:it|that|the training) finishes|(?:you have|you 've|youve|you are|you 're|youre) (?:done|finished|told me|got|through|ready|said)(?: (?:that|it|this|so|with that|with it|to me))*)(?= )/g;

/** The same, where words begin. */
export const opensInTurn = new RegExp(`^${inTurn.source}`);
