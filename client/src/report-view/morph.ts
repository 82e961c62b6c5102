import morphdom from "morphdom";

/**
 * Makes what an element holds the same as the given HTML by changing only what differs, so that the reader's place, focus,
 * selection and what is open stay. Elements with an id are the same ones wherever they move to.
 */
export function morph(root: HTMLElement, html: string): void {
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
}
