// Notices that arrive by web push. The service worker imports this file: `importScripts("/push.js")`.
// What arrives says only that there is news, and where to look; the page itself asks for the receipt.
(function () {
  // A notice leads to a page of this site about reports, and nowhere else.
  function page(path) {
    return typeof path === "string" && /^\/lacak(\/[0-9A-Z-]+)?$/.test(path) ? path : "/lacak";
  }

  self.addEventListener("push", function (event) {
    var told = {};
    try { told = event.data.json(); } catch (e) { /* without words it still says that there is news */ }
    var path = page(told.path);
    event.waitUntil(self.registration.showNotification(String(told.title || "Sinergi"), {
      body: String(told.body || ""),
      lang: told.lang === "en" ? "en" : "id",
      icon: "/icon-192.png",
      badge: "/icon-192.png",
      // One notice for each page: a later one takes the place of the earlier.
      tag: path,
      data: { path: path }
    }));
  });

  self.addEventListener("notificationclick", function (event) {
    event.notification.close();
    var path = page(event.notification.data && event.notification.data.path);
    event.waitUntil(self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(function (pages) {
      var open = pages.filter(function (one) { return new URL(one.url).pathname === path; })[0];
      return open ? open.focus() : self.clients.openWindow(path);
    }));
  });
})();
