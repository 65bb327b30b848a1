// After leaving in the middle of a save: the page may have been made just before it, and is then fetched once more.

const LOOKS = [0, 500, 1500];
const form = document.querySelector("form.step");
const left = sessionStorage.getItem("left-while-saving");
let touched = false;

async function storedBase() {
  const reply = await fetch(location.href);
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  return page.querySelector("form.step [name=base]")?.value;
}

async function look() {
  const base = await storedBase();
  if (base && base !== form.elements.base.value && !touched) location.reload();
}

sessionStorage.removeItem("left-while-saving");
form.addEventListener("input", () => { touched = true; });
if (left === location.pathname) for (const pause of LOOKS) setTimeout(look, pause);
