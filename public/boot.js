// Wakes the page, and only where the browser can run the wasm and the person does not save data: a page that only waits
// to be read at the first sign of somebody who uses it, every other once the browser is idle.
// Without it, or when it gives up, the page stays as the server drew it, and every form and link works.
(function () {
  var data = document.currentScript.dataset, line = navigator.connection;
  // A small module with bulk memory, sign extension, saturating truncation and reference types.
  var probe = "AGFzbQEAAAABBAFgAAADAgEABQMBAAEKHQEbAEEAQQBBAPwLAEEAwBpDAAAAAPwAGtBv0RoL";
  try {
    if (line && line.saveData || Date.now() < Number(sessionStorage.getItem("plain"))) return;
    var bytes = Uint8Array.from(atob(probe), function (c) { return c.charCodeAt(0); });
    if (!WebAssembly.validate(bytes) || !WebAssembly.instantiateStreaming || !Array.prototype.at) return;
  } catch (e) { return; }

  // The link that was pressed last, while no form was sent since.
  var pressed;
  addEventListener("click", function (e) {
    var link = e.target.closest && e.target.closest("a[href]");
    if (link) pressed = link.origin === location.origin ? link.href : undefined;
  }, true);
  addEventListener("submit", function () { pressed = undefined; }, true);

  // A panic leaves the wasm dead, and so does a chunk that does not come: draw the page anew, or the one that the link
  // leads to, and leave pages plain for ten minutes.
  function fell(e) {
    if (!((e.error || e.reason) instanceof WebAssembly.RuntimeError)) return;
    sessionStorage.setItem("plain", String(Date.now() + 600000));
    location.replace(pressed || location.href);
  }
  addEventListener("error", fell);
  addEventListener("unhandledrejection", fell);

  // The browser's offer to install the site waits until a page has a use for it.
  addEventListener("beforeinstallprompt", function (e) { e.preventDefault(); window.offer = e; });

  // Citizens' pages open without a line. After the page is awake: the copies take none of its time. A phone that saves
  // data never comes here: half a megabyte ahead of its use is what it wants to save.
  function keep() {
    if (!navigator.serviceWorker || !data.worker || /^\/(meja|sinergi|masuk)/.test(location.pathname)) return;
    navigator.serviceWorker.register(data.worker, { scope: "/", updateViaCache: "none" }).catch(function () {});
  }

  function wake() {
    signs.forEach(function (sign) { removeEventListener(sign, wake, true); });
    if (isWoken) return;
    isWoken = true;
    var words = fetch(data.words).then(function (r) { if (!r.ok) throw 0; return r.arrayBuffer(); });
    var main = import(data.js);
    var ready = main.then(function (m) { return m.default({ module_or_path: data.wasm }); });
    Promise.all([main, words, ready])
      .then(function (all) { return all[0].hydrate(new Uint8Array(all[1])); })
      .then(function () { document.documentElement.dataset.awake = ""; keep(); })
      .catch(function (e) { console.error("wake", e); fell({ error: e }); });
  }
  function idle() { window.requestIdleCallback ? requestIdleCallback(wake, { timeout: 3000 }) : setTimeout(wake, 200); }
  function loaded() { document.readyState === "complete" ? idle() : addEventListener("load", idle); }

  // These pages have nothing to do by themselves, unless the phone keeps drafts, receipts or reports to be sent.
  var isWoken = false;
  var signs = ["pointerdown", "pointermove", "touchstart", "keydown", "focusin", "scroll"];
  if (/^\/((lapor|lacak|bantuan)?|(laporan|instansi)(\/.*)?)$/.test(location.pathname) && window.indexedDB && indexedDB.databases) {
    signs.forEach(function (sign) { addEventListener(sign, wake, { capture: true, passive: true }); });
    indexedDB.databases().then(function (kept) { if (kept.length) loaded(); }, loaded);
  } else loaded();
})();
