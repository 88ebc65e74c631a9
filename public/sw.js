// The service worker: keeps the shell of citizens' pages on the phone, so that the form, own reports and help open
// without a line. Its address names the files of one build; another build is another address, and is installed anew.
//
// It never keeps what belongs to a person: receipts, cases, the desk, anything that was posted. What a report carries
// is kept and sent by the page (IndexedDB), not here.
"use strict";
importScripts("/push.js");

var build = new URL(self.location).searchParams;
var cacheName = "sinergi " + build.get("wasm");
// The first is the page for everything that is not kept.
var pages = ["/luring", "/", "/lapor", "/laporan-saya", "/lacak", "/bantuan"];
// Pages that ask for their view at their own address when they are reached without the server.
var views = ["/lapor"];
var postcard = "application/x-postcard";
// How long a page waits for the line before its copy is shown. Unit: milliseconds.
var patience = 3000;
// Pieces of the program that citizens' pages need, as `app/src/chunks.rs` names them.
var pieces = ["form", "read"];

function files() {
  var named = [
    "/pkg/sinergi." + build.get("css") + ".css",
    "/pkg/sinergi." + build.get("js") + ".js",
    "/pkg/sinergi." + build.get("wasm") + ".wasm",
    "/pkg/__wasm_split." + build.get("split") + ".js",
    "/boot.js?v=" + build.get("boot"),
    "/teks/id?v=" + build.get("words"),
    "/teks/en?v=" + build.get("words"),
    "/icons.svg", "/logo.svg", "/chevron.svg", "/motif.svg", "/muara.svg",
    "/manifest.webmanifest", "/manifest.en.webmanifest", "/icon-192.png"
  ];
  return fetch("/pkg/__wasm_split_manifest." + build.get("manifest") + ".json").then(whole)
    .then(function (answer) { return answer.json(); })
    .then(function (chunks) {
      pieces.forEach(function (name) {
        (chunks[name] || []).forEach(function (chunk) { named.push("/pkg/" + chunk + ".wasm"); });
      });
      return Array.from(new Set(named));
    });
}

function whole(answer) {
  if (!answer.ok) throw new Error(answer.url + ": " + answer.status);
  return answer;
}

// The server leaves out of a copy what belongs to a person, and says of an answer when something of it is in there.
var asCopy = { "sinergi-copy": "ya" };
function isOwn(answer) { return answer.headers.has("sinergi-own"); }

// A view shares its address with its page, so it is kept under another one.
function viewKey(path) { return path + "?" + postcard; }

function keepPages(cache) {
  var kept = pages.map(function (path) {
    return fetch(path, { cache: "no-store", headers: asCopy }).then(whole).then(function (page) { return cache.put(path, page); });
  });
  views.forEach(function (path) {
    kept.push(fetch(path, { cache: "no-store", headers: { accept: postcard, "sinergi-copy": "ya" } }).then(whole)
      .then(function (view) { return cache.put(viewKey(path), view); }));
  });
  return Promise.all(kept);
}

// A few at a time: a hundred requests at once would stand in the way of the page on a thin line.
function keepFiles(cache, list) {
  var next = 0;
  function one() {
    if (next >= list.length) return Promise.resolve();
    var path = list[next++];
    return cache.match(path).then(function (kept) {
      return kept || fetch(path).then(whole).then(function (file) { return cache.put(path, file); });
    }).then(one);
  }
  return Promise.all([one(), one(), one(), one()]);
}

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(cacheName).then(function (cache) {
    return files().then(function (list) { return keepFiles(cache, list); }).then(function () { return keepPages(cache); });
  }).then(function () { return self.skipWaiting(); }));
});

// The build before this one stays: a page of it may still be open, and its chunks are no longer on the server.
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    var ours = names.filter(function (name) { return name.indexOf("sinergi ") === 0 && name !== cacheName; });
    return Promise.all(ours.slice(0, -1).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

// The copy of a page; the form gets a key of its own, or two reports would be taken for one.
function copyOf(path) {
  return caches.match(path, { cacheName: cacheName, ignoreVary: true }).then(function (page) {
    if (!page || path !== "/lapor") return page;
    return page.text().then(function (html) {
      var key = self.crypto.randomUUID ? self.crypto.randomUUID() : "";
      html = html.replace(/(name="key"[^>]*value=")[^"]*"/, "$1" + key + "\"");
      return new Response(html, { status: page.status, headers: page.headers });
    });
  });
}

// The server first; its copy if it does not answer in time.
function page(event, path) {
  var asked = fetch(event.request).then(function (answer) {
    if (answer.ok && answer.type === "basic" && !answer.redirected && !isOwn(answer) && !new URL(event.request.url).search) {
      var copy = answer.clone();
      event.waitUntil(caches.open(cacheName).then(function (cache) { return cache.put(path, copy); }));
    }
    return answer;
  });
  var late = new Promise(function (resolve) { setTimeout(resolve, patience); });
  return Promise.race([asked.catch(function () {}), late]).then(function (answer) {
    return answer || copyOf(path).then(function (copy) { return copy || asked; });
  });
}

function view(event, path) {
  return fetch(event.request).then(function (answer) {
    var copy = answer.clone();
    if (answer.ok && !isOwn(answer)) event.waitUntil(caches.open(cacheName).then(function (cache) { return cache.put(viewKey(path), copy); }));
    return answer;
  }).catch(function (gone) {
    return caches.match(viewKey(path), { ignoreVary: true }).then(function (copy) { if (copy) return copy; throw gone; });
  });
}

self.addEventListener("fetch", function (event) {
  var request = event.request, url = new URL(request.url), path = url.pathname;
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && path === "/bahasa") {
    // The copies are in the old language.
    event.respondWith(fetch(request).then(function (answer) {
      event.waitUntil(caches.open(cacheName).then(keepPages).catch(function () {}));
      return answer;
    }));
  } else if (request.method !== "GET") {
    return;
  } else if (request.mode === "navigate") {
    if (pages.indexOf(path) > 0) event.respondWith(page(event, path));
    else event.respondWith(fetch(request).catch(function (gone) {
      return copyOf("/luring").then(function (copy) { if (copy) return copy; throw gone; });
    }));
  } else if (views.indexOf(path) >= 0 && request.headers.get("accept") === postcard || path.indexOf("/wilayah/") === 0) {
    event.respondWith(view(event, path));
  } else if (path.indexOf("/pkg/") === 0 || path.indexOf("/teks/") === 0 || /\.(js|svg|png|webmanifest)$/.test(path)) {
    // Names with a hash never change; a copy of any build is the file itself.
    event.respondWith(caches.match(path + url.search).then(function (copy) { return copy || fetch(request); }));
  }
});

// The system found a line: an open page sends what waits. Without one, the system tries again later, and the next page
// that opens sends it.
self.addEventListener("sync", function (event) {
  event.waitUntil(self.clients.matchAll({ type: "window" }).then(function (open) {
    if (!open.length) throw new Error("no page is open");
    open.forEach(function (client) { client.postMessage("kirim"); });
  }));
});
