"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const terminal = byId("terminal");
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  // Read by the terminal when the page is whole.
  terminal.dataset.sessionWebsocketUrl = `${scheme}//${location.host}${location.pathname.replace(/\/*$/, "")}/ws`;
  byId("opening").hidden = false;

  // The terminal keeps to itself why its socket was closed; the codes are those of visits.py.
  const ends = { 1000: "over", 1001: "gone", 1011: "failed", 1013: "full" };
  let end;
  window.WebSocket = class extends WebSocket {
    constructor(...all) {
      super(...all);
      this.addEventListener("close", (event) => { end = ends[event.code]; });
    }
  };

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
    const there = () => fetch(location.href, { cache: "no-store" }).then((answer) => answer.ok, () => false);
    end ??= await there() ? "over" : "gone";
    byId(end).hidden = false;
    byId("again").hidden = end === "gone";
    byId("again").focus();
  });
  closed.observe(document.body, { attributes: true, attributeFilter: ["class"] });

  byId("again").addEventListener("click", () => location.reload());
})();
