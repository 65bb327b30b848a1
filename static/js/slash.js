// The key / leads to the search box, or to the page of the search where the head of the page has no room for one.
// It can be switched off on that page (WCAG 2.1.4).

const KEY = "search-key";
const box = document.querySelector("[data-slash]");
const choice = document.querySelector(".search-form + .key-switch");
const typing = "input, select, textarea, [contenteditable]";

function isOn() {
  return localStorage.getItem(KEY) !== "off";
}

function search(event) {
  const other = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (event.key !== "/" || other || event.target.closest?.(typing) || !isOn()) return;
  event.preventDefault();
  if (!box.checkVisibility()) return box.form.requestSubmit();
  box.focus();
  box.select();
}

function offer(button) {
  const show = () => button.setAttribute("aria-pressed", String(isOn()));
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, isOn() ? "off" : "on");
    show();
  });
  show();
}

if (box) addEventListener("keydown", search);
if (choice) {
  choice.hidden = false;
  offer(choice.querySelector("button"));
}
