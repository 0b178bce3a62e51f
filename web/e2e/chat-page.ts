import type { Locator, Page } from "playwright-core";
import { untilAlive } from "./alive.ts";

/** A chat page as a person uses it. */
export class ChatPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page for a new conversation, and waits until it can be used. */
  async open(url: string): Promise<this> {
    await this.page.goto(url);
    await this.page.getByRole("list", { name: "Suggested first messages" }).waitFor();
    await untilAlive(this.page);
    return this;
  }

  get message(): Locator {
    return this.page.getByRole("textbox", { name: "Message" });
  }

  /** Waits until what is typed goes into the message field. */
  async hasFocus(): Promise<void> {
    await this.page.locator("#message:focus").waitFor();
  }

  /** Types a message, sends it by Enter, and returns the complete turn. */
  async say(text: string): Promise<Locator> {
    const turn = this.nextTurn();
    await this.message.fill(text);
    await this.message.press("Enter");
    return turn();
  }

  /** Does something that leads to a new turn, and returns that turn, complete. */
  async after(act: () => Promise<unknown>): Promise<Locator> {
    const turn = this.nextTurn();
    await act();
    return turn();
  }

  /** The turns that are complete. */
  get turns(): Locator {
    return this.page.locator("article[data-kind]");
  }

  /** Remembers how many turns there are; later waits for one more, and for none under way. */
  private nextTurn(): () => Promise<Locator> {
    const before = this.turns.count();
    return async () => {
      const turn = this.turns.nth(await before);
      await turn.waitFor();
      return turn;
    };
  }
}
