// Brings the letter beside the form up to date after a pause; saves nothing.

const PAUSE = 300;
const form = document.querySelector("form.step");
const pane = document.getElementById("paper");
const paper = pane.querySelector(".paper");
const status = document.getElementById("preview-status");
const count = document.querySelector(".step-count");
let timer;
let asked = 0;
let request;

// A clause by its own words, without its number and what is filled in.
function wording(block) {
  const words = block.cloneNode(true);
  for (const part of words.querySelectorAll("mark, .number")) part.remove();
  return words.textContent;
}

function show({ html, hidden, count: steps, advice }) {
  const blocks = () => [...paper.querySelectorAll(".letter > *")];
  const before = new Set(blocks().map(wording));
  const scrolled = pane.scrollTop;
  paper.querySelector(".letter").outerHTML = html.trim();
  pane.scrollTop = scrolled;
  for (const block of blocks()) block.classList.toggle("is-new", !before.has(wording(block)));
  for (const question of form.querySelectorAll("[data-question]")) {
    question.hidden = hidden.includes(question.dataset.question);
  }
  for (const [key, said] of Object.entries(advice)) {
    const place = document.getElementById(`id_${key}-advice`);
    if (place) place.innerHTML = said;
  }
  count.textContent = steps;
  status.textContent = status.dataset.updated;
  pane.dispatchEvent(new CustomEvent("preview-updated"));
}

function ask(signal) {
  const typed = new URLSearchParams(new FormData(form));
  typed.set("step", form.dataset.step);
  const headers = { Accept: "application/json" };
  return fetch(form.dataset.preview, { method: "POST", body: typed, headers, redirect: "error", signal });
}

async function update() {
  if ("composing" in document.documentElement.dataset) return;
  request?.abort();
  request = new AbortController();
  const mine = ++asked;
  try {
    const reply = await ask(request.signal);
    const answer = reply.ok && (await reply.json());
    if (answer && mine === asked) show(answer);
  } catch {
    // Offline, or overtaken by a newer request: the paper stays as it is; the save status says what is wrong.
  }
}

function soon() {
  clearTimeout(timer);
  status.textContent = "";
  timer = setTimeout(update, PAUSE);
}

form.addEventListener("input", soon);
addEventListener("pageshow", (event) => event.persisted && soon());
