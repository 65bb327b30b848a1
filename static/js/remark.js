// Writing on a clause without loading the page anew: the one box for comments is told which clause it is about.

const form = document.getElementById("write");
const marks = document.querySelectorAll(".clause-write");

// The answers that this clause reads out, each with its link from the table below.
function offer(link) {
  const keys = [...link.closest(".clause").querySelectorAll("mark[data-field]")].map((mark) => mark.dataset.field);
  const links = [...new Set(keys)].map((key) => answerLink(key, link.dataset.block)).filter(Boolean);
  form.querySelector(".write-links").replaceChildren(...links);
  form.querySelector(".write-choices").hidden = !links.length;
}

function answerLink(key, block) {
  const row = document.getElementById(`answer-${key}`);
  const change = row?.querySelector(".answer-change a");
  if (!change) return null;
  const link = document.createElement("a");
  link.href = `${change.pathname}?block=${block}#write`;
  link.textContent = row.querySelector("dt").firstChild.textContent;
  return link;
}

function about(link) {
  for (const old of document.querySelectorAll(".clause.is-current")) old.classList.remove("is-current");
  link.closest(".clause").classList.add("is-current");
  form.elements.block.value = link.dataset.block;
  form.querySelector(".write-quote").textContent = link.dataset.begins;
  form.querySelector(".write-whole").hidden = true;
  form.querySelector(".write-cancel").hidden = false;
  offer(link);
  form.elements.text.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

// With a value to suggest the box is about an answer, and the link is followed.
if (form && !form.querySelector("[data-question]")) {
  for (const link of marks) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      about(link);
    });
  }
}
