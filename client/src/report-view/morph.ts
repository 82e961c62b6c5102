import morphdom from "morphdom";

/**
 * Makes what an element holds the same as the given HTML by changing only what differs, so that the reader's place, focus,
 * selection and what is open stay. Elements with an id are the same ones wherever they move to.
 */
export function morph(root: HTMLElement, html: string): void {
  const anchor = anchorIn(root);
  const before = anchor?.getBoundingClientRect().top;
  const next = document.createElement(root.localName);
  next.innerHTML = html;
  morphdom(root, next, {
    childrenOnly: true,
    onBeforeElUpdated: (from, to) => {
      // Which details are open is up to the reader.
      if (from instanceof HTMLDetailsElement) to.toggleAttribute("open", from.open);
      return !from.isEqualNode(to);
    },
  });
  // What comes or goes above must not move away what is being read.
  if (anchor?.isConnected && before !== undefined) window.scrollBy(0, anchor.getBoundingClientRect().top - before);
}

/** What the reader looks at: the first part in sight. None at the top, where what is new is to be seen. */
function anchorIn(root: HTMLElement): Element | undefined {
  if (window.scrollY === 0) return undefined;
  const parts = [...root.querySelectorAll(":is(details, section, h2)[id]")];
  return parts.find((part) => part.getBoundingClientRect().top >= 0);
}
