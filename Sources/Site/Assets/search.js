// Shows what is found while it is typed. Without this file the form's button does the same.
(() => {
  const form = document.querySelector("form[data-found]");
  const target = document.getElementById("found");
  if (!form || !target) return;
  let wait = 0;
  let asked = 0;
  const show = async () => {
    const query = new URLSearchParams(new FormData(form)).toString();
    const number = ++asked;
    try {
      const answer = await fetch(form.dataset.found + "?" + query, { credentials: "same-origin" });
      if (!answer.ok || number !== asked) return;
      target.innerHTML = await answer.text();
      history.replaceState(null, "", form.action + "?" + query);
    } catch {
      // The button still works.
    }
  };
  const later = () => {
    clearTimeout(wait);
    wait = setTimeout(show, 60);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
})();
