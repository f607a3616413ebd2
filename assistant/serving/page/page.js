"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const terminal = byId("terminal");
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  // Read by the terminal when the page is whole.
  terminal.dataset.sessionWebsocketUrl = `${scheme}//${location.host}${location.pathname.replace(/\/*$/, "")}/ws`;
  byId("opening").hidden = false;

  // The keys belong to the app from the start, without a click.
  const connected = new MutationObserver(() => {
    if (terminal.classList.contains("-connected")) {
      connected.disconnect();
      terminal.querySelector("textarea").focus();
    }
  });
  connected.observe(terminal, { attributes: true, attributeFilter: ["class"] });

  const closed = new MutationObserver(async () => {
    if (!document.body.classList.contains("-closed")) {
      return;
    }
    closed.disconnect();
    const there = await fetch(location.href, { cache: "no-store" }).then((answer) => answer.ok, () => false);
    byId(there ? "over" : "gone").hidden = false;
    byId("again").focus();
  });
  closed.observe(document.body, { attributes: true, attributeFilter: ["class"] });

  byId("again").addEventListener("click", () => location.reload());
})();
