// n and p go from comment to comment, never while somebody is typing; the clause in question is marked and shown.

const KEYS = "comment-keys";
const MARGIN = 8;
const comments = document.getElementById("comments");
const bar = comments.querySelector(".key-switch");
const toggle = bar?.querySelector("button");
const threads = [...comments.querySelectorAll(".thread")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const beside = matchMedia("(min-width: 60rem)");

function clauseOf(thread) {
  return document.getElementById(thread?.dataset.clause ?? "");
}

function mark(thread) {
  for (const old of document.querySelectorAll(".clause.is-current")) old.classList.remove("is-current");
  clauseOf(thread)?.classList.add("is-current");
}

function show(part, block) {
  part.scrollIntoView({ block, behavior: calm.matches ? "instant" : "smooth" });
}

function go(step) {
  const at = threads.indexOf(document.activeElement.closest(".thread"));
  const thread = threads[at < 0 ? (step > 0 ? 0 : threads.length - 1) : at + step];
  if (!thread) return;
  thread.focus({ preventScroll: true });
  if (!beside.matches) return show(thread, "start");
  if (clauseOf(thread)) show(clauseOf(thread), "center");
  const top = comments.scrollTop + thread.getBoundingClientRect().top - comments.getBoundingClientRect().top - MARGIN;
  comments.scrollTo({ top, behavior: calm.matches ? "instant" : "smooth" });
}

function isTyping({ target, isComposing }) {
  return isComposing || target.closest("input, textarea, select, [contenteditable]");
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  const step = { n: 1, p: -1 }[event.key.toLowerCase()];
  if (!step || toggle?.getAttribute("aria-pressed") !== "true") return;
  event.preventDefault();
  go(step);
});

comments.addEventListener("focusin", ({ target }) => {
  const thread = target.closest(".thread");
  if (thread) mark(thread);
});

if (bar) {
  bar.hidden = false;
  toggle.setAttribute("aria-pressed", String(localStorage.getItem(KEYS) !== "off"));
  toggle.addEventListener("click", () => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", String(on));
    localStorage.setItem(KEYS, on ? "on" : "off");
  });
}
