// Asks quietly how far the list is, and shows it when it is there. Without this file the page looks again by itself.
(() => {
  const bar = document.querySelector("[data-progress]");
  if (!bar) return;
  const look = async () => {
    try {
      const answer = await fetch(bar.dataset.progress, { credentials: "same-origin" });
      if (!answer.ok) return;
      const step = (await answer.text()).trim();
      if (step === "ready") {
        location.replace(location.href);
        return;
      }
      const line = bar.querySelector("progress");
      const [done, words] = step.split("\t");
      if (line && done) line.value = Number(done);
      const said = bar.querySelector("label span");
      if (said && words) said.textContent = words;
      setTimeout(look, 200);
    } catch {
      // The page's own refresh still works.
    }
  };
  setTimeout(look, 200);
})();
