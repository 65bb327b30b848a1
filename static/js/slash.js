// The key / leads to the search box, or to the page of the search where the head of the page has no room for one.

const box = document.querySelector("[data-slash]");
const typing = "input, select, textarea, [contenteditable]";

function search(event) {
  const other = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (event.key !== "/" || other || event.target.closest?.(typing)) return;
  event.preventDefault();
  if (!box.checkVisibility()) return box.form.requestSubmit();
  box.focus();
  box.select();
}

if (box) addEventListener("keydown", search);
