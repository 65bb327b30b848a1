// Keeps half-typed pinyin to itself: no script hears of input until the composition has ended.

const page = document.documentElement;

addEventListener("compositionstart", () => { page.dataset.composing = ""; }, true);

addEventListener("compositionend", ({ target }) => {
  delete page.dataset.composing;
  target.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromComposition" }));
}, true);

addEventListener("input", (event) => {
  if (event.isComposing) event.stopImmediatePropagation();
}, true);
