// Takes the fault off a question as soon as its answer changes, in the list on top as well.

const form = document.querySelector("form.step");

function mend({ target }) {
  const question = target.closest(".question-refused");
  if (!question) return;
  question.classList.remove("question-refused");
  question.querySelector(".error-message").remove();
  for (const control of question.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  strike(question);
}

function strike(question) {
  const summary = document.querySelector(".error-summary");
  const links = [...(summary?.querySelectorAll("a") ?? [])];
  links.find((link) => question.querySelector(link.hash))?.closest("li").remove();
  const left = summary?.querySelectorAll("li").length;
  if (!left) return summary?.remove();
  const heading = summary.querySelector("h2");
  heading.textContent = heading.textContent.replace(/\d+/, left);
}

form.addEventListener("input", mend);

// A page that names faults answers a sent form: a reload must fetch the step and not send that old form once more.
history.replaceState(history.state, "");
