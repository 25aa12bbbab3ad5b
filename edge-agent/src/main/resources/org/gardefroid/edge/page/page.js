(function () {
  // Asks each second; what is older than five seconds is taken away. Nothing here trusts the phone's date.
  // What is kept up to date outside of the live part is emptied when the box has no more to say of it.
  var live = document.getElementById('live'), said = document.getElementById('said');
  var seconds = document.getElementById('seconds'), heard = now(), word = document.getElementById('word').textContent;
  var from = live.getAttribute('data-from') || '/live', lang = '?lang=' + document.documentElement.lang;
  function now() { return window.performance ? performance.now() : new Date().getTime(); }
  function put(text) {
    var fresh = document.createElement('div'), i, part, there, kept = document.querySelectorAll('.kept');
    function isSaid(id) { return fresh.querySelector('[id="' + id + '"]'); }
    fresh.innerHTML = text;
    for (i = 0; i < kept.length; i++) {
      if (!isSaid(kept[i].id)) { kept[i].innerHTML = ''; }
    }
    for (i = live.children.length - 1; i >= 0; i--) {
      if (!isSaid(live.children[i].id)) { live.removeChild(live.children[i]); }
    }
    while (fresh.firstElementChild) {
      part = fresh.firstElementChild;
      there = document.getElementById(part.id);
      if (!there) { live.insertBefore(part, document.getElementById('todo')); continue; }
      if (there.innerHTML !== part.innerHTML) { there.innerHTML = part.innerHTML; }
      if (there.className !== part.className) { there.className = part.className; }
      fresh.removeChild(part);
    }
    part = document.getElementById('word').textContent;
    if (part !== word) { said.textContent = word = part; }
  }
  function ask() {
    var request = new XMLHttpRequest();
    request.open('GET', from + lang);
    request.timeout = 4000;
    request.onload = function () {
      if (request.status === 403) { location.replace('/care' + lang); return; }
      if (request.status === 200) { heard = now(); put(request.responseText); show(); }
      setTimeout(ask, 1000);
    };
    request.onerror = request.ontimeout = function () { setTimeout(ask, 1000); };
    request.send();
  }
  function show() {
    var silent = Math.floor((now() - heard) / 1000), lost = silent >= 5;
    if (lost) { seconds.textContent = silent + ' s'; }
    if (lost !== (document.body.className === 'lost')) {
      document.body.className = lost ? 'lost' : '';
      said.textContent = lost ? document.getElementById('lost').textContent : word;
    }
  }
  setInterval(show, 500);
  setTimeout(ask, 1000);
}());
