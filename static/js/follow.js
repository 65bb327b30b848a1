// Marks what the question in hand says in the letter and brings it into view inside the pane; focus stays where it is.

const MARGIN = 40;
const form = document.querySelector("form.step");
const pane = document.getElementById("paper");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let key = "";

function reveal(part) {
  const [inside, outside] = [part.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inside.top >= outside.top + MARGIN && inside.bottom <= outside.bottom - MARGIN) return;
  const top = pane.scrollTop + inside.top - outside.top - pane.clientHeight / 3;
  pane.scrollTo({ top, behavior: calm.matches ? "instant" : "smooth" });
}

function mark() {
  for (const old of pane.querySelectorAll(".is-current")) old.classList.remove("is-current");
  const found = key ? [...pane.querySelectorAll(`mark[data-field="${key}"]`)] : [];
  for (const part of found) part.classList.add("is-current");
  return found[0];
}

function follow() {
  const part = mark() ?? pane.querySelector(".is-new");
  if (part) reveal(part);
}

function choose({ target }) {
  key = target.closest("[data-question]")?.dataset.question ?? "";
}

form.addEventListener("input", choose);
form.addEventListener("focusin", (event) => {
  choose(event);
  follow();
});
pane.addEventListener("preview-updated", follow);
