// Counts taps at once and sends them when there is a network. Each tap has a name of its own and is kept on this phone
// until the server says that it has it, so that none is lost and none counts twice. Without this file each button sends
// its form.
(() => {
  const form = document.querySelector("form[data-tally]");
  if (!form) return;
  const key = "tally " + form.dataset.tally;
  const note = document.getElementById("tally-note");
  const shown = { event: document.getElementById("tally-event"), other: document.getElementById("tally-other") };
  const base = { event: Number(form.dataset.event), other: Number(form.dataset.other) };
  // What the page has counted already, though this phone may not have heard that it arrived: "name" or "name!" (undone).
  const known = new Set(form.dataset.known.split(" "));
  // What waits is read anew each time, because another window of this phone may have added to it.
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) || [];
    } catch {
      return null;
    }
  };
  let waiting = read() || [];
  let isSending = false;
  let last = null;
  const two = (number) => String(number).padStart(2, "0");
  const today = () => {
    const now = new Date();
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  };
  // A tap names its kind; one that takes another back names it as undo-event or undo-other. It adds nothing to the
  // numbers of the page when they hold it already, or when it is of another day.
  const isShown = (tap) => tap.day === form.dataset.day || tap.day === today();
  const isKnown = (tap) =>
    known.has(tap.name + "!") || (known.has(tap.name) && !tap.kind.startsWith("undo-"));
  const worth = (tap, kind) =>
    !isShown(tap) || isKnown(tap) ? 0 : tap.kind === kind ? 1 : tap.kind === "undo-" + kind ? -1 : 0;
  const keep = (change) => {
    waiting = change(read() || waiting);
    try {
      localStorage.setItem(key, JSON.stringify(waiting));
    } catch {
      note.textContent = "This phone keeps nothing for later: stay on this page until everything is sent.";
    }
  };
  const show = () => {
    for (const kind of ["event", "other"]) {
      if (!shown[kind]) continue;
      shown[kind].textContent = String(waiting.reduce((sum, tap) => sum + worth(tap, kind), base[kind]));
    }
    if (waiting.length === 0) note.textContent = "Everything is kept.";
  };
  const name = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const send = async () => {
    if (isSending || waiting.length === 0) return;
    isSending = true;
    const batch = waiting.slice(0, 200);
    const body = new URLSearchParams();
    body.set("form-token", form.elements["form-token"].value);
    body.set("taps", batch.map((tap) => tap.name + " " + tap.kind + " " + tap.day).join("\n"));
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, credentials: "same-origin", headers: { accept: "text/plain" },
      });
      const text = answer.ok ? await answer.text() : "";
      if (!text.startsWith("kept")) throw new Error("not kept");
      for (const tap of batch) for (const kind of ["event", "other"]) base[kind] += worth(tap, kind);
      const sent = new Set(batch.map((tap) => tap.name + tap.kind));
      keep((all) => all.filter((tap) => !sent.has(tap.name + tap.kind)));
      isSending = false;
      show();
      if (waiting.length > 0) send();
    } catch {
      isSending = false;
      note.textContent =
        waiting.length + (waiting.length === 1 ? " tap waits" : " taps wait") + " on this phone and will be sent. " +
        "Leave this page open: without a network it cannot be loaded again, though the taps would stay.";
    }
  };
  const tap = (kind) => {
    const made = { name: name(), kind, day: today() };
    last = made;
    keep((all) => [...all, made]);
    show();
    send();
  };
  form.addEventListener("submit", (event) => {
    const kind = event.submitter && event.submitter.value;
    if (kind !== "event" && kind !== "other" && kind !== "undo") return;
    event.preventDefault();
    if (kind !== "undo") return tap(kind);
    if (!last) {
      note.textContent = "There is nothing to take back on this page.";
      return;
    }
    const undo = { name: last.name, kind: "undo-" + last.kind, day: last.day };
    last = null;
    keep((all) => [...all, undo]);
    show();
    send();
  });
  addEventListener("online", send);
  document.addEventListener("visibilitychange", send);
  setInterval(send, 5000);
  show();
  send();
})();
