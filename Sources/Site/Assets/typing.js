// Says while people type what may point to a patient, and what is like it. Without this file both are said when the form
// is sent, or by its button.
(() => {
  const pause = 350;
  // Asks once typing rests; an answer that was overtaken by another question is dropped.
  const asking = (form, address, fields, show) => {
    let wait = 0;
    let asked = 0;
    return () => {
      clearTimeout(wait);
      const number = ++asked;
      wait = setTimeout(async () => {
        const body = new URLSearchParams(fields());
        body.set("form-token", form.elements["form-token"].value);
        try {
          const answer = await fetch(address, { method: "POST", body, credentials: "same-origin" });
          if (answer.ok && number === asked) show(await answer.text());
        } catch {
          // The form's own buttons still say it.
        }
      }, pause);
    };
  };

  const screened = (form, field) => {
    const place = field.closest(".field, .box, td") || field.parentElement;
    const said = document.createElement("div");
    said.id = (field.id || field.name) + "-words";
    said.className = "typed-words";
    said.setAttribute("aria-live", "polite");
    place.append(said);
    const described = (field.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    field.setAttribute("aria-describedby", described.concat(said.id).join(" "));
    let before = "";
    return asking(
      form, form.dataset.words, () => [["field", field.name], ["text", field.value]],
      (text) => {
        if (text === before) return;
        before = text;
        const kept = [...said.querySelectorAll("input:checked")].map((box) => box.value);
        said.innerHTML = text;
        for (const box of said.querySelectorAll("input")) box.checked = kept.includes(box.value);
      });
  };

  for (const form of document.querySelectorAll("form[data-words]")) {
    const names = [...form.querySelectorAll("input[name=form-asked]")].map((asked) => asked.value.split(" ")[0]);
    const known = new Map();
    form.addEventListener("input", (event) => {
      const field = event.target;
      if (!names.includes(field.name) || !field.matches("textarea, input")) return;
      if (!known.has(field)) known.set(field, screened(form, field));
      known.get(field)();
    });
  }

  for (const form of document.querySelectorAll("form[data-similar]")) {
    const found = document.getElementById("similar-work");
    const said = document.getElementById("similar-said");
    if (!found || !said) continue;
    const look = asking(
      form, form.dataset.similar, () => [...new FormData(form)].filter(([name]) => name !== "form-asked"),
      (text) => {
        found.innerHTML = text;
        const count = found.querySelectorAll("li").length;
        const words = count === 0 ? "" : count === 1 ? "1 is like this, below." : count + " are like this, below.";
        if (said.textContent !== words) said.textContent = words;
      });
    form.addEventListener("input", (event) => {
      if (event.target.matches("textarea, input[type=text]")) look();
    });
  }
})();
