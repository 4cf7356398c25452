// Sends a file without leaving the page: it shows how far it has come, and keeps what was chosen, so that its columns are
// read another way without choosing it again. Without this the form is sent all the same, and the file chosen each time.
(() => {
  if (!window.XMLHttpRequest || !window.FormData || !window.DataTransfer) return;
  let chosen = null;

  const show = (answer) => {
    document.title = answer.title;
    document.body.replaceWith(answer.body);
    history.pushState(null, "", location.href);
    const heading = document.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
    window.scrollTo(0, 0);
    bind();
  };

  const progress = (form) => {
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    words.textContent = "Sending the file\u2026";
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.setAttribute("aria-label", "Sending the file");
    form.append(words, bar);
    return (sent) => {
      if (sent.lengthComputable) bar.value = sent.loaded / sent.total;
      if (sent.loaded !== sent.total) return;
      words.textContent = "Adding up the rows\u2026";
      // How long that takes is not known.
      bar.removeAttribute("value");
    };
  };

  const bind = () => {
    const form = document.getElementById("upload");
    const file = form && form.querySelector("input[type=file]");
    if (!file) return;
    if (chosen) {
      const kept = new DataTransfer();
      kept.items.add(chosen);
      file.files = kept.files;
      const hint = document.getElementById(file.id + "-hint");
      if (hint) hint.textContent = "Still chosen here: " + chosen.name + ". It was not kept elsewhere.";
    }
    form.addEventListener("submit", (event) => {
      if (!file.files.length) return;
      event.preventDefault();
      chosen = file.files[0];
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.responseType = "document";
      if (chosen.size >= 200000) request.upload.addEventListener("progress", progress(form));
      request.addEventListener("load", () => (request.response ? show(request.response) : form.submit()));
      request.addEventListener("error", () => form.submit());
      request.send(new FormData(form));
    });
  };

  // Back leads to the page as it was before the file was sent.
  window.addEventListener("popstate", () => location.reload());
  bind();
})();
