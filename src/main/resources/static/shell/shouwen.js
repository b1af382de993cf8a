// Small helpers; every page works without them.
(() => {
  const root = document.documentElement;

  document.addEventListener('click', e => {
    const target = e.target instanceof Element ? e.target : null;
    if (!target) return;
    if (target.closest('[data-theme-toggle]')) {
      const next = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
      root.setAttribute('data-bs-theme', next);
      localStorage.setItem('theme', next);
    }
    const back = target.closest('[data-back]');
    if (back) { e.preventDefault(); history.back(); }
    const all = target.closest('[data-check-all]');
    if (all) document.querySelectorAll(all.dataset.checkAll).forEach(box => { box.checked = all.checked; });
    const into = target.closest('[data-into]');
    if (into?.form) into.form.elements[into.dataset.into].value = into.value;
    const copy = target.closest('[data-copy]');
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy);
    document.querySelectorAll('details.sw-me[open], details.sw-act[open][data-single]').forEach(d => { if (!d.contains(target)) d.open = false; });
  });

  // on a phone the heads of a table are not there: each number says which it is
  const heads = () => document.querySelectorAll('table.sw-list').forEach(table => {
    const names = [...table.querySelectorAll('thead tr:first-child > th')].map(th => th.textContent.trim());
    table.querySelectorAll('tbody > tr').forEach(row => {
      if (row.cells.length !== names.length) return;
      [...row.cells].forEach((cell, i) => { if (i > 0 && cell.classList.contains('sw-num')) cell.dataset.head = names[i]; });
    });
  });
  document.addEventListener('DOMContentLoaded', heads);
  document.addEventListener('htmx:afterSwap', heads);
  heads();

  // what is wrong, named on top: each with its field, to which it leads from under any panel
  const open = el => { for (let d = el.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; };
  const faulty = link => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  document.querySelectorAll('.sw-faults a').forEach(link => {
    const error = faulty(link);
    const asked = error && (error.closest('label') || error.previousElementSibling || error.parentElement)?.querySelector('label > span, legend, span');
    const name = asked && [...asked.childNodes].filter(n => n.nodeName !== 'KBD').map(n => n.textContent).join('').trim();
    if (name && !link.textContent.includes(name)) link.prepend(name + (document.documentElement.lang.startsWith('zh') ? '：' : ': '));
    link.addEventListener('click', e => {
      if (!error) return;
      e.preventDefault();
      document.querySelectorAll('details[name=outcome][open]').forEach(d => { if (!d.contains(error)) d.open = false; });
      open(error);
      (error.previousElementSibling?.matches('input, textarea, select') ? error.previousElementSibling : error.previousElementSibling?.querySelector('input, textarea, select'))?.focus();
      error.scrollIntoView({ block: 'center' });
    });
  });

  // keys: data-key="F2" on a field focuses it, on a button or link presses it; "?" shows them all
  // with Alt or Ctrl a letter is one key, whether Caps Lock is on or not
  const keyOf = e => (e.altKey ? 'Alt+' : '') + (e.ctrlKey ? 'Ctrl+' : '') + (e.altKey || e.ctrlKey ? e.key.toLowerCase() : e.key);
  document.addEventListener('keydown', e => {
    const typing = e.target instanceof Element && e.target.matches('input, textarea, select');
    const key = keyOf(e);
    if (typing && key.length === 1) return;
    if (key === '?') {
      const dialog = document.getElementById('keys');
      if (!dialog) return;
      const list = dialog.querySelector('dl');
      list.textContent = '';
      const told = new Set(); // a page may carry a key twice, such as a button above and below: the first is the one that acts
      document.querySelectorAll('[data-key]').forEach(el => {
        if (told.has(el.dataset.key)) return;
        told.add(el.dataset.key);
        const dt = document.createElement('dt'); dt.textContent = el.dataset.key.replace(/\+[a-z]$/, x => x.toUpperCase());
        const dd = document.createElement('dd'); dd.textContent = el.getAttribute('aria-label') || [...el.childNodes].filter(n => n.nodeName !== 'KBD').map(n => n.textContent).join('').trim() || el.getAttribute('placeholder') || ''; // the key stands on the left already
        list.append(dt, dd);
      });
      dialog.showModal();
      return;
    }
    for (const el of document.querySelectorAll('[data-key]')) {
      if (el.dataset.key.replace(/\+[A-Z]$/, x => x.toLowerCase()) !== key) continue;
      e.preventDefault();
      if (e.repeat) return;
      if (el.matches('input[type=radio], input[type=checkbox]')) { el.click(); el.focus(); } else if (el.matches('input, textarea, select')) el.focus(); else if (el.matches('summary')) { el.parentElement.open = true; el.parentElement.querySelector('input:not([type=hidden]), textarea, select, button')?.focus(); } else el.click();
      return;
    }
    if ((e.key === 'ArrowDown' || e.key === 'ArrowUp') && !typing) {
      const rows = [...document.querySelectorAll('[data-row]')];
      const here = rows.indexOf(document.activeElement?.closest('[data-row]'));
      const next = rows[here + (e.key === 'ArrowDown' ? 1 : -1)] || rows[0];
      if (next) { e.preventDefault(); (next.querySelector('a') || next).focus(); }
    }
  });

  // a form that was changed and not sent asks before it is left
  let changed = false;
  document.addEventListener('input', e => { if (e.target.closest('form[data-keep]')) changed = true; });
  document.addEventListener('submit', e => {
    if (!e.target.matches('[data-ringing]')) changed = false; // a call must not cost what is half-way through
    const button = e.submitter;
    if (button && !changed && e.target.method === 'post') setTimeout(() => { button.disabled = true; }, 0);
  });
  addEventListener('beforeunload', e => { if (changed) e.preventDefault(); });
  addEventListener('pageshow', () => document.querySelectorAll('button[disabled][type=submit]').forEach(b => { b.disabled = false; }));

  // the session has ended: what was typed stays on the page while signing in again beside it
  let signedIn = 0; // how often it was done beside this page: what was asked before comes too late to tell anything
  document.body.addEventListener('htmx:beforeRequest', e => { e.detail.xhr.asked = signedIn; });
  document.body.addEventListener('htmx:responseError', e => {
    const ended = document.getElementById('ended');
    if (ended && e.detail.xhr.asked === signedIn && [401, 403].includes(e.detail.xhr.status)) ended.hidden = false; // 403: its forms are worth nothing any more
  });
  addEventListener('focus', async () => {
    const ended = document.getElementById('ended');
    if (!ended || ended.hidden) return;
    // as a part of a page: unanswered without a session, and without making one that would take the place of the new one
    const answer = await fetch(ended.dataset.fresh, { headers: { 'HX-Request': 'true' } });
    if (answer.redirected || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('input[name=_csrf]');
    // what one has typed is not kept or sent by another who signed in beside it
    if (!fresh || page.getElementById('ended')?.dataset.who !== ended.dataset.who) return;
    document.querySelectorAll('input[name=_csrf]').forEach(field => { field.value = fresh.value; });
    ended.hidden = true;
    signedIn++;
    document.getElementById('intake')?.dispatchEvent(new Event('change')); // what was typed meanwhile is kept
  });

  // nothing moves under a hand: what arrives while something is pressed, such as an alarm above it, shows after the press
  let pressed = false;
  addEventListener('pointerdown', () => { pressed = true; }, true);
  ['pointerup', 'pointercancel'].forEach(over => addEventListener(over, () => { pressed = false; }, true));
  document.addEventListener('htmx:beforeSwap', e => {
    if (!pressed) return;
    const how = e.detail.swapOverride || e.detail.requestConfig.elt.closest('[hx-swap]')?.getAttribute('hx-swap') || 'innerHTML';
    e.detail.swapOverride = how + ' swap:400ms';
  });

  // the database is away for some seconds: what a page asks by itself says so, and says when it is back
  document.body.addEventListener('htmx:afterRequest', e => {
    const away = document.getElementById('away');
    if (away && e.detail.xhr.status) away.hidden = e.detail.xhr.status !== 503;
  });

  document.body.addEventListener('htmx:configRequest', e => {
    const token = document.querySelector('input[name=_csrf]');
    if (token) e.detail.headers['X-CSRF-TOKEN'] = token.value;
  });
})();
