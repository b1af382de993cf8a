// One question a page where there is script; all on one page where there is none. What is not about the person is kept
// for this tab, so that a reload or a way back loses nothing; name and phone are never stored.
(() => {
  const form = document.getElementById('ask');
  if (!form) return;
  const steps = [...form.querySelectorAll('fieldset'), document.getElementById('check')];
  const ids = steps.map(s => s.id);
  const back = document.getElementById('back'), next = document.getElementById('next'), send = document.getElementById('send');
  const where = form.querySelector('.po-steps');
  const kept = ['content', 'wants', 'place', 'location', 'happenedAt'];
  const store = 'ask:' + location.pathname;
  if (!document.querySelector('.sw-problem')) {
    try {
      const saved = JSON.parse(sessionStorage.getItem(store) || '{}');
      kept.forEach(n => { if (saved[n] && !form.elements[n].value) form.elements[n].value = saved[n]; });
      // a question that was looked for comes with the page: what was written here before stays beside it
      const { content } = form.elements;
      if (saved.content && !content.value.includes(saved.content)) content.value = saved.content.includes(content.value) ? saved.content : saved.content + '\n' + content.value;
    } catch { sessionStorage.removeItem(store); }
  }
  form.addEventListener('input', () => {
    const now = {};
    kept.forEach(n => { now[n] = form.elements[n].value; });
    sessionStorage.setItem(store, JSON.stringify(now));
  });
  form.addEventListener('submit', () => sessionStorage.removeItem(store));

  // what may answer the words and what is out at the place: offered while they are typed, in nobody's way
  const offer = (id, asks) => {
    const box = document.getElementById(id);
    let latest = 0;
    return () => {
      const mine = ++latest;
      asks().then(r => r.ok ? r.text() : '').then(html => { if (mine === latest) box.innerHTML = html; }).catch(() => { /* the form goes on as ever */ });
    };
  };
  const { content, place } = form.elements;
  const beside = offer('beside', () => fetch('/answers/beside', { method: 'POST', body: new URLSearchParams({ content: content.value.slice(0, 400), _csrf: form.elements._csrf.value }) }));
  const there = offer('there', () => fetch('/answers/outages?place=' + encodeURIComponent(place.value)));
  let typing;
  content.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(beside, 600); });
  place.addEventListener('change', there);
  if (content.value) beside();
  if (place.value) there();

  const summary = () => {
    const list = document.querySelector('#check dl');
    list.textContent = '';
    form.querySelectorAll('fieldset textarea, fieldset input, fieldset select').forEach(el => {
      const value = el.type === 'checkbox' ? (el.checked ? '✓' : '') : el.tagName === 'SELECT' ? (el.value ? el.selectedOptions[0].textContent : '') : el.value.trim();
      if (!value) return;
      const dt = document.createElement('dt');
      dt.textContent = (el.getAttribute('aria-label') || el.closest('label')?.querySelector('span')?.textContent || '').replace(/[（(].*/, '');
      const dd = document.createElement('dd');
      dd.textContent = value;
      list.append(dt, dd);
    });
  };
  let here = 0;
  const show = (n, focus) => {
    here = Math.max(0, Math.min(n, steps.length - 1));
    steps.forEach((s, i) => { s.hidden = i !== here; });
    where.hidden = false;
    where.textContent = where.dataset.of.replace('{0}', here + 1).replace('{1}', steps.length);
    back.hidden = here === 0;
    next.hidden = here === steps.length - 1;
    send.hidden = here !== steps.length - 1;
    if (here === steps.length - 1) summary();
    if (focus) { (steps[here].querySelector('legend, h2') || steps[here]).focus(); window.scrollTo(0, 0); }
  };
  const said = something => {
    form.elements.content.classList.toggle('is-invalid', !something);
    document.getElementById('say-first').hidden = something;
  };
  form.elements.content.addEventListener('input', () => said(true));
  next.addEventListener('click', () => {
    if (here === 0 && !form.elements.content.value.trim()) {
      said(false);
      form.elements.content.focus();
      return;
    }
    if (here === 0) danger();
    location.hash = ids[here + 1];
    show(here + 1, true); // not a moment later: who presses twice goes two steps
  });
  // whoever has written of danger need not answer the other questions first: what is there is sent at once
  const danger = () => {
    const body = new URLSearchParams({ content: form.elements.content.value, _csrf: form.elements._csrf.value });
    fetch('/ask/urgency', { method: 'POST', body }).then(r => { if (r.status === 200) { sessionStorage.removeItem(store); form.submit(); } }).catch(() => { /* the form goes on as ever */ });
  };
  back.addEventListener('click', () => history.back());
  addEventListener('hashchange', () => {
    const at = Math.max(0, ids.indexOf(location.hash.slice(1)));
    if (at !== here) show(at, true);
  });
  form.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.target.matches('input') && here < steps.length - 1) { e.preventDefault(); next.click(); }
  });
  const wrong = steps.findIndex(s => s.querySelector('.sw-error:not([hidden])'));
  const start = wrong >= 0 ? wrong : 0;
  history.replaceState(null, '', location.pathname + location.search + (start ? '#' + ids[start] : ''));
  show(start, false);
})();
