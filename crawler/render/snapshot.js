// The page as it stands, as HTML: what open shadow roots show is laid out in place, relative links keep their base.
(function (most) {
  const inert = document.implementation.createHTMLDocument("");
  const layOut = (from, to) => {
    const pairs = [[from, to]];
    while (pairs.length) {
      const [one, other] = pairs.pop();
      for (let i = 0; i < one.children.length; i++) pairs.push([one.children[i], other.children[i]]);
      if (one.shadowRoot) {
        const shown = inert.createElement("div");
        for (const node of one.shadowRoot.childNodes) shown.append(inert.importNode(node, true));
        pairs.push([one.shadowRoot, shown]);
        other.prepend(shown);
      }
    }
  };
  const page = inert.importNode(document.documentElement, true);
  layOut(document.documentElement, page);
  const head = page.querySelector("head");
  if (head && !head.querySelector("base[href]")) {
    const base = inert.createElement("base");
    base.setAttribute("href", document.baseURI);
    head.prepend(base);
  }
  const html = page.outerHTML;
  return html.length > most ? html.length : html;
})
