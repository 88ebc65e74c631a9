// Draws a map in every empty <div data-map> of the page. The page adds this script each time somebody presses the button
// for one; nothing here, and nothing that it fetches, is part of a page before that. JavaScript only because Leaflet is.
//
// data-map="pick": one point is picked. The fields named by data-latitude and data-longitude say where it is; what is
//   picked is told by the event "mappick", whose detail is "latitude longitude" in degrees. The page puts it into them.
// data-map="look": published cases from the address in data-cases. What was pressed is listed in the element named by
//   data-told.
// The event "mapfail" says that the map cannot be drawn. All words come from the page.
(function () {
  "use strict";
  const here = new URL(document.currentScript.src);
  const file = (name) => new URL(`${name}?v=${here.searchParams.get("v")}`, here).href;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // How far an arrow key moves the pin, and with Shift. Unit: pixels.
  const STEP = 10, SMALL_STEP = 1;
  // How long the arrow keys rest before the point is told. Unit: milliseconds.
  const REST = 400;
  // How near the map is at a point that is known: a village fills it; and how much nearer it comes at a press. Unit: zooms.
  const NEAR = 14, NEARER = 3;
  // From which zoom on the names of a level are shown: more of them would cover each other.
  const NAMED_FROM = { capital: 0, regency: 8, district: 9, village: 12 };

  function added(element) {
    return new Promise((done, fail) => {
      element.onload = done;
      element.onerror = () => { element.remove(); fail(new Error(element.src || element.href)); };
      document.head.append(element);
    });
  }
  const style = (name) => added(Object.assign(document.createElement("link"), { rel: "stylesheet", href: file(name) }));
  const script = (name) => added(Object.assign(document.createElement("script"), { src: file(name) }));
  const json = (address) => fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  });

  // Once for a page, however many maps it opens; anew if something did not come.
  function loaded() {
    window.sinergiMap = window.sinergiMap || Promise.all([
      json(`/peta/wilayah.json?v=${here.searchParams.get("w")}`), style("leaflet.css"), script("leaflet.js"),
    ]).then(([ground]) => style("map.css").then(() => ground)).catch((gone) => {
      window.sinergiMap = undefined;
      throw gone;
    });
    return window.sinergiMap;
  }

  // A sentence with each {name} replaced.
  const filled = (sentence, values) => sentence.replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole);

  function link(words, href) {
    const element = document.createElement(href ? "a" : "span");
    element.textContent = words;
    if (href) element.href = href;
    return element;
  }

  // Leaflet stops a picture that is no longer wanted by a data: address, which our policy refuses.
  function tilesOf({ address, credit, href }) {
    const stop = (tile) => { tile.onload = tile.onerror = null; tile.removeAttribute("src"); };
    const Tiles = L.TileLayer.extend({
      _abortLoading() {
        for (const [key, tile] of Object.entries(this._tiles)) {
          if (tile.coords.z === this._tileZoom || tile.el.complete) continue;
          stop(tile.el);
          tile.el.remove();
          delete this._tiles[key];
        }
      },
      _removeTile(key) {
        if (this._tiles[key]) stop(this._tiles[key].el);
        L.GridLayer.prototype._removeTile.call(this, key);
      },
    });
    // Many servers of tiles answer only to a site that says which it is; the page stays unsaid.
    const attribution = link(credit, href).outerHTML;
    return new Tiles(address, { attribution, maxZoom: 18, referrerPolicy: "strict-origin" });
  }

  // Boundaries, capitals and villages: lines and dots that cannot be pressed, with their names.
  function places(collection) {
    return L.geoJSON(collection, {
      interactive: false,
      style: (place) => ({ className: `map-${place.properties.level}`, weight: place.properties.level === "regency" ? 2 : 1 }),
      pointToLayer: (place, at) => L.circleMarker(at, { radius: place.properties.level === "capital" ? 4 : 2 }),
      onEachFeature: (place, layer) => layer.bindTooltip(link(place.properties.name), {
        permanent: true,
        // Beneath the pins.
        pane: "shadowPane",
        direction: place.geometry.type === "Point" ? "top" : "center",
        className: `map-name map-name-${place.properties.level}`,
      }),
    });
  }

  function draw(frame, ground) {
    const words = frame.dataset;
    const map = L.map(frame, {
      zoomControl: false, scrollWheelZoom: false, doubleClickZoom: words.map !== "pick",
      maxZoom: 18, maxBounds: L.latLngBounds(ground.box).pad(0.2),
      zoomAnimation: !isCalm, fadeAnimation: !isCalm, markerZoomAnimation: !isCalm, inertia: !isCalm,
    });
    if (isCalm) map.panBy = (by) => L.Map.prototype.panBy.call(map, by, { animate: false });
    map.attributionControl.setPrefix(link("Leaflet", "https://leafletjs.com").outerHTML);
    if (ground.source) map.attributionControl.addAttribution(link(ground.source).outerHTML);
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    const name = () => {
      words.names = Object.keys(NAMED_FROM).filter((level) => map.getZoom() >= NAMED_FROM[level]).join(" ");
    };
    map.on("zoomend", name).fitBounds(ground.box, { animate: false });
    name();
    if (ground.tiles) {
      words.pictures = "";
      tilesOf(ground.tiles).addTo(map);
    }
    places(ground.places).addTo(map);
    return map;
  }

  const pin = () => L.icon({ iconUrl: file("pin.svg"), iconSize: [44, 44], iconAnchor: [22, 42] });

  function pick(map, frame) {
    const fields = [frame.dataset.latitude, frame.dataset.longitude].map((id) => document.getElementById(id));
    const gone = new AbortController();
    map.on("unload", () => gone.abort());
    let marker, rest, look;

    function typed() {
      const [latitude, longitude] = fields.map((field) => parseFloat(field.value.replace(",", ".")));
      return isFinite(latitude) && isFinite(longitude) ? L.latLng(latitude, longitude) : null;
    }
    function tell() {
      const { lat, lng } = marker.getLatLng();
      frame.dispatchEvent(new CustomEvent("mappick", { detail: `${lat.toFixed(5)} ${lng.toFixed(5)}` }));
    }
    function move(event) {
      const by = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      const way = L.point(by).multiplyBy(event.shiftKey ? SMALL_STEP : STEP);
      marker.setLatLng(map.unproject(map.project(marker.getLatLng()).add(way)));
      map.panInside(marker.getLatLng(), { padding: [44, 44], animate: !isCalm });
      clearTimeout(rest);
      rest = setTimeout(tell, REST);
    }
    function put(at) {
      if (marker) return marker.setLatLng(at);
      marker = L.marker(at, { icon: pin(), alt: frame.dataset.pin, draggable: true, autoPan: true }).addTo(map);
      marker.on("dragend", tell);
      marker.getElement().addEventListener("keydown", move);
    }
    // A point that was pressed on the whole province is told, and the map comes nearer: the next press is more exact.
    function press(at) {
      put(at);
      tell();
      if (map.getZoom() < NEAR) map.setView(at, Math.min(NEAR, map.getZoom() + NEARER), { animate: !isCalm });
    }
    // What stands in the fields is where the pin stands, whoever wrote it.
    function follow() {
      const at = typed();
      if (!at && marker) {
        clearTimeout(rest);
        marker.remove();
        marker = undefined;
      } else if (at && !(marker && marker.getLatLng().equals(at, 0.00001))) {
        put(at);
        if (!map.getBounds().contains(at)) map.setView(at, Math.max(map.getZoom(), NEAR), { animate: !isCalm });
      }
    }
    // Both fields change one after the other: only together they are a point.
    const later = () => { clearTimeout(look); look = setTimeout(follow); };
    for (const field of fields) {
      for (const type of ["input", "change"]) field.addEventListener(type, later, { signal: gone.signal });
    }
    map.on("click", (event) => press(event.latlng));
    frame.addEventListener("keydown", (event) => {
      if (event.target !== frame || event.key !== "Enter") return;
      event.preventDefault();
      press(map.getCenter());
      marker.getElement().focus();
    });
    const at = typed();
    if (!at) return;
    put(at);
    map.setView(at, NEAR, { animate: false });
  }

  function look(map, frame, { counts, pins }) {
    const told = document.getElementById(frame.dataset.told);
    // A marker that lists what it stands for below the map.
    function mark(at, icon, label, links) {
      const marker = L.marker(at, { icon, alt: label, title: label }).addTo(map);
      const show = () => {
        const list = document.createElement("ul");
        list.append(...links.map((one) => {
          const item = document.createElement("li");
          item.append(one);
          return item;
        }));
        told.replaceChildren(list);
      };
      marker.on("click", show);
      const element = marker.getElement();
      element.setAttribute("aria-label", label);
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        show();
      });
    }
    for (const { name, cases, at, href } of counts) {
      const label = filled(frame.dataset.count, { district: name, n: cases });
      const icon = L.divIcon({ className: "map-count", html: link(String(cases)), iconSize: [44, 44] });
      mark(at, icon, label, [link(label, href)]);
    }
    for (const { at, cases } of pins) {
      const label = cases.length === 1 ? cases[0].title : filled(frame.dataset.heap, { n: cases.length });
      mark(at, pin(), label, cases.map(({ title, href }) => link(title, href)));
    }
  }

  // Maps of pages that were left.
  const maps = window.sinergiMaps = (window.sinergiMaps || []).filter((map) => {
    if (!map.getContainer().isConnected) map.remove();
    return map.getContainer().isConnected;
  });
  for (const frame of document.querySelectorAll("div[data-map]:empty")) {
    const cases = frame.dataset.cases ? json(frame.dataset.cases) : undefined;
    Promise.all([loaded(), cases]).then(([ground, found]) => {
      // Closed again meanwhile, or drawn by a second press.
      if (!frame.isConnected || frame.firstElementChild) return;
      const map = draw(frame, ground);
      maps.push(map);
      if (found) look(map, frame, found);
      else pick(map, frame);
    }).catch(() => frame.dispatchEvent(new Event("mapfail")));
  }
})();
