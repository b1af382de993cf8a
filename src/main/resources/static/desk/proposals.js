// Proposals beside the fields: one key takes one, nothing that the agent typed is ever written over. Works without: all can be typed.
(() => {
  const form = document.getElementById('intake');
  if (!form) return;
  const input = name => form.elements[name];
  const mark = (el, on) => (el.closest?.('label') ?? el).classList.toggle('is-proposed', on);
  // a group of radios has no element of its own: what it holds and who filled it
  const filled = {};
  const value = name => input(name).value;
  const set = (name, to, by) => {
    const field = input(name);
    if (field instanceof RadioNodeList) {
      field.forEach(r => { r.checked = r.value === to; mark(r, r.checked && by === 'machine'); });
    } else {
      field.value = to;
      mark(field, by === 'machine');
    }
    filled[name] = by === 'machine' ? to : undefined;
    const el = field instanceof RadioNodeList ? field[0] : field;
    el.dispatchEvent(new Event('change', { bubbles: true }));
    if (name === 'content') el.dispatchEvent(new Event('input', { bubbles: true })); // what follows from the words
  };
  const empty = name => !value(name) || filled[name] === value(name);
  // who is sure is filled in and marked, as long as nobody has chosen; taken back when the words say otherwise
  const fill = () => {
    for (const name of ['kind', 'matterClass', 'content']) {
      if (!input(name)) continue;
      const sure = form.querySelector(`[data-fill="${name}"]`);
      if (sure && empty(name) && value(name) !== sure.dataset.value) set(name, sure.dataset.value, 'machine');
      if (!sure && filled[name] && filled[name] === value(name)) set(name, '', 'machine');
    }
  };
  // what somebody has chosen is no longer proposed
  const tidy = () => {
    for (const [name, line] of [['kind', 'p-kind'], ['matterClass', 'p-class']]) {
      const slot = document.getElementById(line);
      if (slot) slot.hidden = !empty(name);
    }
  };
  const follow = () => { fill(); tidy(); };
  const take = button => {
    const name = button.dataset.take;
    if (!empty(name)) return;
    set(name, button.dataset.value, 'agent');
    if (name === 'phone') input(name).dispatchEvent(new Event('input', { bubbles: true }));
    button.hidden = true;
  };
  document.addEventListener('click', e => {
    const target = e.target instanceof Element ? e.target : null;
    const one = target?.closest('[data-take]');
    if (one) take(one);
    if (target?.closest('[data-take-all]')) form.querySelectorAll('[data-take][data-all]:not([hidden])').forEach(take);
  });
  form.addEventListener('input', e => { if (e.isTrusted && e.target.name in filled) set(e.target.name, value(e.target.name), 'agent'); });
  form.addEventListener('change', tidy);
  document.body.addEventListener('htmx:afterSettle', follow);
  follow();
})();
