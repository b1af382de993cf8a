// Turns the wall's pages and fetches them anew; the space bar stops and starts it. Without script all pages stand one below the other.
(() => {
  const wall = document.querySelector('[data-wall]');
  if (!wall) return;
  const seconds = Number(wall.dataset.wall);
  let at = 0, stopped = false;
  const pages = () => [...wall.querySelectorAll('[data-page]')];
  const show = () => pages().forEach((p, i) => { p.hidden = i !== at; });
  const stale = is => { document.getElementById('stale').hidden = !is; };
  const renew = () => fetch(location.href, { credentials: 'same-origin' })
    .then(answer => answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer.status))
    .then(text => {
      const next = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-wall]');
      if (!next) return Promise.reject('no wall');
      wall.replaceChildren(...next.childNodes);
      at = Math.min(at, pages().length - 1);
      show();
      stale(false);
    }).catch(() => stale(true));
  const turn = () => {
    if (stopped) return;
    at = (at + 1) % pages().length;
    show();
    if (at === 0) renew();
  };
  wall.classList.add('is-turning');
  show();
  setInterval(turn, seconds * 1000);
  addEventListener('keydown', e => {
    if (e.key === ' ') { stopped = !stopped; e.preventDefault(); }
    if (e.key === 'ArrowRight' || e.key === 'ArrowLeft') { at = (at + (e.key === 'ArrowRight' ? 1 : pages().length - 1)) % pages().length; show(); }
  });
})();
