// Saves the step about a second after the last change and on leaving; believes only a reply that names a newer version.

const PAUSE = 1000;
const SLOW = 400; // from then on a save under way is told
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 60000;
const PATIENCE = 20000;
const MOST_KEPT_ALIVE = 60000;

const form = document.querySelector("form.step");
const box = document.querySelector(".save-status");
const line = box.querySelector("[role=status]");
const signIn = box.querySelector(".save-status-sign-in");
const { version, base } = form.elements;

let changes = 0; // what has been typed on this page, counted
let saved = 0; // how much of it the server has
let saving = null; // the one save under way
let timer;
let retry = FIRST_RETRY;
let trouble = ""; // retrying, offline, refused; or handed over to the server's own pages: signed-out, expired, conflict
let renewed = false;
let leaving = false;

const HANDED_OVER = ["signed-out", "expired", "conflict"];
const unsaved = () => changes !== saved;
const composing = () => "composing" in document.documentElement.dataset;

function say(sentence, state = "") {
  trouble = state;
  line.textContent = sentence;
  box.classList.toggle("save-status-trouble", Boolean(state));
  signIn.hidden = state !== "signed-out";
}

function schedule(pause = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function post(signal) {
  const typed = new URLSearchParams(new FormData(form));
  typed.set("action", "autosave");
  const keepalive = String(typed).length < MOST_KEPT_ALIVE;
  const headers = { Accept: "application/json" };
  // Not form.action: the buttons of that name hide the address.
  return fetch(location.href, { method: "POST", body: typed, headers, redirect: "error", keepalive, signal });
}

async function answerOf(reply) {
  return reply.headers.get("Content-Type")?.includes("application/json") ? reply.json() : {};
}

function save() {
  clearTimeout(timer);
  if (saving || !unsaved() || HANDED_OVER.includes(trouble)) return saving;
  if (composing()) return schedule();
  const slow = setTimeout(() => trouble || say(box.dataset.saving), SLOW);
  saving = send(changes).finally(() => {
    clearTimeout(slow);
    saving = null;
    if (unsaved() && !trouble) schedule();
  });
  return saving;
}

async function send(upTo) {
  let reply;
  let answer;
  try {
    reply = await post(AbortSignal.timeout(PATIENCE));
    answer = await answerOf(reply);
  } catch {
    return again();
  }
  if (reply.ok && answer.version > Number(version.value)) return done(upTo, answer);
  if (reply.status === 401) return say(box.dataset.signedOut, "signed-out");
  if (reply.status === 409) return say(`${answer.error}${box.dataset.conflict}`, "conflict");
  if (reply.status === 403) return expired(answer);
  if (reply.ok || reply.status >= 500 || reply.status === 429) return again();
  return say(answer.error ?? box.dataset.refused, "refused");
}

function done(upTo, answer) {
  saved = upTo;
  version.value = answer.version;
  base.value = answer.base;
  retry = FIRST_RETRY;
  renewed = false;
  say(box.dataset.saved.replace("{time}", answer.saved));
}

function again() {
  if (!navigator.onLine) return say(box.dataset.offline, "offline");
  say(box.dataset.retrying, "retrying");
  schedule(retry);
  retry = Math.min(retry * 2, LONGEST_RETRY);
}

async function expired(answer) {
  if (renewed || !(await renewToken())) return say(answer.error ?? box.dataset.refused, "expired");
  renewed = true;
}

// The token of a page dies with its session; a sign-in in another tab brings a new one.
async function renewToken() {
  const reply = await fetch(form.dataset.session, { headers: { Accept: "application/json" } }).catch(() => null);
  const { user, token } = reply?.ok ? await reply.json() : {};
  if (user !== form.dataset.user) return false;
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token;
  return true;
}

async function signedInAgain() {
  if (trouble !== "signed-out" || document.hidden || !(await renewToken())) return;
  trouble = "";
  save();
}

// Whoever leaves takes along what is still to be saved; a save under way is waited for, or its version would be stale.
async function settle() {
  while (saving) await saving;
  await save();
}

async function follow(event) {
  const link = event.target.closest("a[href]");
  const elsewhere = event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || elsewhere || link.target || link.getAttribute("href").startsWith("#") || !(unsaved() || saving)) return;
  event.preventDefault();
  await settle();
  location.assign(link.href);
}

// Saved first and sent then, so that a page that fails to come loses nothing.
async function submit(event) {
  if (leaving || !(unsaved() || saving)) return;
  event.preventDefault();
  await settle();
  if (trouble && !HANDED_OVER.includes(trouble)) return;
  leaving = true;
  // Not before this submission has come to its end: until then the browser ignores another one.
  setTimeout(() => event.target.requestSubmit(event.submitter));
}

// As early as can be: a reload asks for the page in the very next moment (returning.js looks after the rest).
function unload(event) {
  if (!unsaved() || leaving) return;
  if (trouble) return event.preventDefault();
  sessionStorage.setItem("left-while-saving", location.pathname);
  save();
}

function changed() {
  changes += 1;
  if (trouble === "refused") trouble = "";
  if (!trouble) schedule();
}

form.addEventListener("input", changed);
form.addEventListener("save-now", save);
addEventListener("submit", submit);
addEventListener("click", follow);
addEventListener("online", save);
addEventListener("focus", signedInAgain);
document.addEventListener("visibilitychange", () => (document.hidden ? save() : signedInAgain()));
addEventListener("beforeunload", unload);
addEventListener("pagehide", () => unsaved() && !leaving && !saving && !composing() && post());
addEventListener("pageshow", () => { leaving = false; });
