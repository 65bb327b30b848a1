"""What of a page is still Chinese once English was chosen."""

# Text and spoken names of everything to be seen or heard that is not marked as Chinese.
STILL_CHINESE = r"""() => {
  const han = /\p{Script=Han}/u, found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, element = node.nodeType === 3 ? node.parentElement : node;
    if (element.closest("[lang|=zh], input, textarea, script")) continue;
    const names = ["aria-label", "title", "alt"].map((name) => node.getAttribute?.(name));
    const words = node.nodeType === 3 ? [node.data] : names;
    const data = node.nodeType === 3 ? [] : Object.values(node.dataset);
    found.push(...[...words, ...data].filter((text) => text && han.test(text)));
  }
  return found;
}"""
