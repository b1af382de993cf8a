// The agent's screen: one key for what is suggested. Works without: the same can be typed and chosen.
(() => {
  const form = document.getElementById('intake');
  if (!form) return;
  const changed = el => el.dispatchEvent(new Event('change', { bubbles: true }));
  // whatever was taken with its words: whether they still stand in the answer is judged when it is sent
  const taken = (field, { dataset }) => {
    const name = 'answerFrom.' + dataset.from;
    const entry = form.elements[name] ?? Object.assign(document.createElement('input'), { type: 'hidden', name });
    entry.value = dataset.words ?? dataset.answer;
    field.after(entry);
  };
  form.addEventListener('click', e => {
    const target = e.target instanceof Element ? e.target : null;
    const remind = target?.closest('[data-remind]');
    if (remind) {
      form.elements.order.value = remind.dataset.remind;
      document.getElementById('remind').open = true;
      form.elements.reminder.focus();
      changed(form.elements.order);
    }
    const join = target?.closest('[data-join]');
    if (join) {
      form.elements.joinTo.value = join.dataset.join;
      document.getElementById('join').open = true;
      form.elements.joinTo.focus();
      changed(form.elements.joinTo);
    }
    const matter = target?.closest('[data-class]');
    if (matter) { form.elements.matterClass.value = matter.dataset.class; changed(form.elements.matterClass); form.elements.matterClass.focus(); }
    const answer = target?.closest('[data-answer]');
    if (answer) {
      const field = form.elements.answer;
      field.value = field.value.trim() ? field.value.trim() + '\n' + answer.dataset.answer : answer.dataset.answer;
      if (answer.dataset.from) taken(field, answer); // an earlier answer has none
      const outage = form.elements['outage.' + answer.dataset.outage];
      if (outage) outage.checked = true; // whoever is told of it is told when it changes
      const panel = field.closest('.in-outcomes > details');
      panel.open = true;
      field.focus();
      changed(field);
    }
    const urgent = target?.closest('[data-urgent]');
    if (urgent) {
      form.elements.urgentKind.value = urgent.dataset.urgent;
      changed(form.elements.urgentKind);
      const panel = form.elements.urgentKind.closest('.in-outcomes > details');
      panel.open = true;
      panel.querySelector('button[type=submit]').focus();
    }
    const guide = target?.closest('[data-guide]');
    if (guide) {
      form.elements.target.value = guide.dataset.guide;
      changed(form.elements.target);
      const panel = form.elements.target.closest('.in-outcomes > details');
      panel.open = true;
      panel.querySelector('button[type=submit]').focus();
    }
  });
  // the kind follows from the class until somebody chooses one
  const kinds = [...form.querySelectorAll('[name=kind]')];
  let chosen = kinds.some(k => k.checked);
  kinds.forEach(k => k.addEventListener('click', e => { if (e.isTrusted || e.detail === 0) chosen = true; }));
  form.elements.matterClass.addEventListener('change', e => {
    if (chosen) return;
    const kind = kinds.find(k => k.value === e.target.selectedOptions[0]?.dataset.kind);
    if (kind && !kind.checked) { kind.checked = true; changed(kind); }
  });
  // which of two versions is the later one
  const at = () => { form.elements.typedAt.value = Math.max(Date.now(), Number(form.elements.typedAt.value) + 1); };
  form.addEventListener('input', at);
  form.addEventListener('change', e => { if (!e.isTrusted) at(); }); // a button of ours; leaving a field is not typing
  // what is being sent is not kept beside it
  let leaving = false;
  form.addEventListener('submit', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; });
  document.body.addEventListener('htmx:beforeRequest', e => { if (leaving && e.detail.pathInfo.requestPath.endsWith('/intake/draft')) e.preventDefault(); });
  // Enter in a one-line field must not send half a form; Ctrl+Enter sends the open outcome
  form.addEventListener('keydown', e => {
    if (e.key === 'Enter' && e.ctrlKey) {
      const button = form.querySelector('.in-outcomes > details[open] button[type=submit]');
      if (button) { e.preventDefault(); button.click(); }
    } else if (e.key === 'Enter' && e.target.matches('input')) {
      e.preventDefault();
      const panel = e.target.closest('.in-panel');
      if (panel) panel.querySelector('button[type=submit]').focus();
      else { const all = [...form.querySelectorAll('input:not([type=hidden]), textarea, select')]; all[all.indexOf(e.target) + 1]?.focus(); }
    } else if (e.key === 'Escape') {
      const open = form.querySelector('.in-outcomes > details[open]');
      if (open) { open.open = false; open.querySelector('summary').focus(); }
    }
  });
  // the session has ended: say so, leave what is typed where it is
  const draft = document.getElementById('draft');
  const expired = () => { draft.textContent = draft.dataset.expired; };
  document.body.addEventListener('htmx:beforeSwap', e => {
    if (new URL(e.detail.xhr.responseURL || location.href).pathname.endsWith('/sign-in')) { e.detail.shouldSwap = false; expired(); }
  });
  document.body.addEventListener('htmx:responseError', e => { if (e.detail.xhr.status === 401 || e.detail.xhr.status === 403) expired(); });
})();
