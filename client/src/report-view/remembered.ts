import type { ViewState } from "./messages.ts";

/** Keeps what the reader has done to the view for when it is hidden, for VS Code then lets go of all that it holds. */
export class Remembered {
  #state: ViewState;
  #restored = false;
  #waiting = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly store: { getState(): unknown; setState(state: ViewState): void },
  ) {
    this.#state = (store.getState() as ViewState | undefined) ?? {};
    window.addEventListener("scroll", () => this.#soon(), { passive: true });
    // Toggling does not bubble, but can be caught on its way down.
    root.addEventListener("toggle", () => this.#soon(), { capture: true });
  }

  /** To be called when the report of a plan has been drawn; `isOther` where it is another plan than before. */
  showing(uri: string | undefined, isOther: boolean): void {
    if (!this.#restored && this.#state.uri === uri) this.#restore();
    else if (isOther) window.scrollTo(0, 0);
    this.#restored = true;
    this.#state = { ...this.#state, ...(uri === undefined ? {} : { uri }) };
    this.#soon();
  }

  #restore(): void {
    for (const [name, details] of this.#details()) details.open = this.#state.details?.[name] ?? details.open;
    window.scrollTo(0, this.#state.scroll ?? 0);
  }

  /** Many a time a second while somebody scrolls: what is kept is put together once a frame. */
  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      if (!this.#restored) return;
      const details = Object.fromEntries([...this.#details()].map(([name, { open }]) => [name, open]));
      this.#state = { ...this.#state, scroll: window.scrollY, details };
      this.store.setState(this.#state);
    });
  }

  /** By their ids, or by what they are in and how many come before them there: those stay the same, more or less. */
  #details(): Map<string, HTMLDetailsElement> {
    const found = new Map<string, HTMLDetailsElement>();
    for (const details of this.root.querySelectorAll("details")) {
      const within = details.closest("[id]")?.id ?? "";
      let number = 0;
      while (found.has(`${within}/${number}`)) number++;
      found.set(`${within}/${number}`, details);
    }
    return found;
  }
}
