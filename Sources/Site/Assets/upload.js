// Shows how far a file has been sent. Without it the form is sent all the same, and the browser shows its own progress.
(() => {
  const form = document.getElementById("upload");
  if (!form || !window.XMLHttpRequest || !window.FormData) return;
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file]");
    if (!file || !file.files.length || file.files[0].size < 200000) return;
    event.preventDefault();
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.setAttribute("aria-label", "Sending the file");
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    words.textContent = "Sending the file\u2026";
    form.append(words, bar);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = sent.loaded / sent.total;
      if (sent.loaded === sent.total) {
        words.textContent = "Adding up the rows\u2026";
        // How long that takes is not known.
        bar.removeAttribute("value");
      }
    });
    request.addEventListener("load", () => {
      if (!request.response) return form.submit();
      document.title = request.response.title;
      document.body.replaceWith(request.response.body);
      const heading = document.querySelector("h1");
      heading.tabIndex = -1;
      heading.focus();
      window.scrollTo(0, 0);
    });
    request.addEventListener("error", () => form.submit());
    request.send(new FormData(form));
  });
})();
