// Takes the fingerprint of the chosen or dropped file here: only that is sent, and the file stays on this device.

const form = document.querySelector(".verify-file");
const { file: chooser, sha256, size } = form.elements;
const hint = form.querySelector(".verify-here");
const error = form.querySelector(".error-message");
const most = Number(form.dataset.most);

async function fingerprint(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function send(file) {
  size.value = file ? file.size : "";
  sha256.value = file && file.size <= most ? await fingerprint(file) : "";
  chooser.disabled = true;
  form.submit();
}

function refuse() {
  error.textContent = form.dataset.unreadable;
}

// Without a secure address there is no SubtleCrypto: then the form sends the file, as it does without scripts.
if (crypto.subtle) {
  hint.textContent = hint.dataset.here;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(chooser.files[0]).catch(refuse);
  });
}

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("dropping");
});

document.addEventListener("dragleave", () => form.classList.remove("dropping"));

document.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("dropping");
  if (!event.dataTransfer.files.length) return;
  chooser.files = event.dataTransfer.files;
  form.requestSubmit();
});

// Back from the answer: the file can be chosen again.
addEventListener("pageshow", () => { chooser.disabled = false; });
