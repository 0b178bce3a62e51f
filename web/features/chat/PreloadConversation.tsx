"use client";

// A conversation that came with its page is taken over once its code is here. So that is fetched along with the rest, and not when it turns
// out to be needed: first the turns', then the cards'. A fetch that fails is tried again there.
if (typeof window !== "undefined") {
  import("./Conversation.tsx").catch(() => {});
  import("./CardSwitch.tsx").catch(() => {});
}

/** Nothing to see: it is there for what comes with it. */
export function PreloadConversation() {
  return null;
}
