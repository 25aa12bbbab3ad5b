// Keeps an open page current: takes the parts that the stream sends, counts ages and deadlines by the service's clock, and
// says so when the stream is silent. A page that cannot know must never look as if it did.
"use strict";
const page = document.documentElement;
const body = document.body;
const lost = document.getElementById("lost");
const SILENT_MILLIS = 12000;
let ahead = body.dataset.now ? Number(body.dataset.now) - Date.now() : 0;
let heardAt = Date.now();
let stream = null;

const now = () => Date.now() + ahead;
const two = (n) => String(n).padStart(2, "0");
const time = (millis) => new Date(millis).toLocaleTimeString("fr-FR", { timeZone: body.dataset.zone });

function span(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return s + " s";
  if (s < 3600) return Math.floor(s / 60) + " min";
  if (s < 86400) return Math.floor(s / 3600) + " h " + two(Math.floor(s / 60) % 60);
  return Math.floor(s / 86400) + " " + page.dataset.day + " " + Math.floor(s / 3600) % 24 + " h";
}

function countdown(seconds) {
  const s = Math.max(0, Math.ceil(seconds));
  return s >= 3600 ? span(s) : two(Math.floor(s / 60)) + ":" + two(s % 60);
}

function count() {
  const seconds = now() / 1000;
  for (const el of document.querySelectorAll("[data-age]")) {
    el.textContent = page.dataset.ago.replace("{0}", span(seconds - el.dataset.age));
  }
  for (const el of document.querySelectorAll("[data-deadline]")) {
    el.textContent = countdown(el.dataset.deadline - seconds);
  }
  if (!body.dataset.live) return;
  document.getElementById("clock").textContent = time(now());
  const silent = Date.now() - heardAt > SILENT_MILLIS;
  body.classList.toggle("is-lost", silent);
  if (silent && lost.hidden) lost.textContent = body.dataset.lost.replace("{0}", time(heardAt + ahead));
  lost.hidden = !silent;
}

function take(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const next = template.content.firstElementChild;
  const old = next && document.getElementById(next.id);
  if (!old) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  old.replaceWith(next);
  if (focused) next.querySelector('a[href="' + CSS.escape(focused) + '"]')?.focus({ preventScroll: true });
  count();
}

function leave() {
  location.assign("/login?back=" + encodeURIComponent(location.pathname));
}

function listen() {
  stream = new EventSource(body.dataset.live);
  stream.addEventListener("part", (event) => take(event.data));
  stream.addEventListener("ended", leave);
  stream.addEventListener("beat", (event) => {
    heardAt = Date.now();
    ahead = Number(event.data) - heardAt;
    count();
  });
  stream.addEventListener("error", () => {
    if (stream.readyState !== EventSource.CLOSED) return; // else the browser tries again by itself
    stream.close();
    fetch("/live/session").then((answer) => (answer.status === 401 ? leave() : setTimeout(listen, 4000)),
      () => setTimeout(listen, 4000));
  });
}

count();
if (body.dataset.live) {
  listen();
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
}
setInterval(count, 1000);
