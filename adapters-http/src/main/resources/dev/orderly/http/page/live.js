// Shows changes of an order as they come. The page does not need this script: without it, one looks again by hand.
(() => {
  "use strict";

  const { stream, page, language, changed, waiting } = document.currentScript.dataset;
  const ticketIn = (place) => place.querySelector("#live").dataset.ticket;
  const LONGEST_PAUSE = 60_000;
  let ticket = ticketIn(document);
  let pause = 1_000;
  let connection = null;
  let pending = 0;

  // What is written here is read aloud; it has to be on the page before.
  const voice = document.createElement("p");
  voice.setAttribute("role", "status");
  voice.className = "hidden";
  document.body.insertBefore(voice, document.querySelector("main"));

  // What a page says, without the messages about what was just done.
  const textOf = (main) => {
    const copy = main.cloneNode(true);
    copy.querySelectorAll("[role=status], [role=alert]").forEach((message) => message.remove());
    return copy.textContent.replace(/\s+/g, " ");
  };
  let seen = textOf(document.querySelector("main"));

  // Where a control belongs, so that it is known again on the new page. A form has fields named action, so its own is
  // asked for as an attribute.
  const place = ({ form, name, type }) => {
    const value = (field) => form?.elements[field]?.value ?? "";
    return [form?.getAttribute("action"), ...["action", "event", "subject", "sha256"].map(value), name, type].join("\n");
  };
  const CONTROLS = "input:not([type=hidden]), textarea, select, button";
  const controlsOf = (part) => [...part.querySelectorAll(CONTROLS)];

  const isTouched = (control) => {
    switch (control.type) {
      case "submit": return false;
      case "file": return control.files.length > 0;
      case "checkbox": return control.checked !== control.defaultChecked;
      case "select-one":
        return control.selectedIndex !== Math.max(0, [...control.options].findIndex((option) => option.defaultSelected));
      default: return control.value !== control.defaultValue;
    }
  };

  const carryOver = (control, target) => {
    if (control.type === "file") {
      target.replaceWith(control); // a script cannot choose files, but it can keep those that were chosen
    } else if (control.type === "checkbox") {
      target.checked = control.checked;
    } else {
      target.value = control.value;
    }
  };

  // What has the focus on the new page that had it on the old one.
  const counterpart = (focused, fresh, known) => {
    if (focused.form) {
      return known.get(place(focused));
    }
    if (focused.tagName === "SUMMARY") {
      const inside = focused.parentElement.querySelector(CONTROLS);
      return inside && known.get(place(inside))?.closest("details")?.querySelector("summary");
    }
    return [...fresh.querySelectorAll("a")].find((link) => link.href === focused.href);
  };

  // Puts the new content in, with what was typed, opened and focused in the old one. False if something that was typed
  // has no place there any more: then the visitor decides when to look.
  const replace = (fresh) => {
    const old = document.querySelector("main");
    const known = new Map(controlsOf(fresh).map((control) => [place(control), control]));
    const touched = controlsOf(old).filter(isTouched);
    if (!touched.every((control) => known.has(place(control)))) {
      return false;
    }
    for (const details of old.querySelectorAll("details[open]")) {
      const inside = details.querySelector(CONTROLS);
      known.get(inside && place(inside))?.closest("details")?.setAttribute("open", "");
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const target = focused && counterpart(focused, fresh, known);
    const selection = focused?.tagName === "TEXTAREA" ? [focused.selectionStart, focused.selectionEnd] : null;
    touched.forEach((control) => carryOver(control, known.get(place(control))));
    old.replaceWith(fresh);
    target?.focus({ preventScroll: true });
    if (target && selection) {
      target.setSelectionRange(...selection);
    }
    return true;
  };

  // Asks for the page again, and shows it if it reads differently.
  const look = async () => {
    const answer = await fetch(page, { method: "POST", body: new URLSearchParams({ ticket, language }) });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = fresh.querySelector("main");
    if (!answer.ok || !main || !main.querySelector("#live") || textOf(main) === seen) {
      return;
    }
    const next = { ticket: ticketIn(main), text: textOf(main) };
    const shown = replace(document.adoptNode(main));
    if (shown) {
      ticket = next.ticket;
      seen = next.text;
      document.title = fresh.title;
    }
    voice.className = shown ? "hidden" : "notice";
    voice.textContent = shown ? changed : waiting;
  };

  // Several changes at once are one to look at.
  const lookSoon = () => {
    clearTimeout(pending);
    pending = setTimeout(() => look().catch(() => {}), 300);
  };

  const read = async (body) => {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      const events = (text + value).split("\n\n");
      text = events.pop();
      if (events.some((event) => /^event: (hello|change|reset)$/m.test(event))) {
        lookSoon();
      }
    }
  };

  // Listens for as long as the page is looked at: a browser opens few connections to one place.
  const listen = async () => {
    const mine = new AbortController();
    connection = mine;
    try {
      const answer = await fetch(stream, {
        method: "POST",
        body: new URLSearchParams({ ticket }),
        signal: mine.signal,
      });
      if (answer.ok) {
        pause = 1_000;
        await read(answer.body);
      } else if (answer.status !== 503) {
        return;
      }
    } catch {
      // gone, or not to be reached: try again
    }
    if (connection === mine) {
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      setTimeout(() => connection === mine && listen(), pause * (0.5 + Math.random()));
    }
  };

  const stop = () => {
    if (connection) {
      connection.abort();
      connection = null;
    }
  };
  const follow = () => (document.hidden ? stop() : connection || listen());

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", follow);
  follow();
})();
