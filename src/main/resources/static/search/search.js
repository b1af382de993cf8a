// A filter that is changed is asked at once; without script the button below them does it.
(() => {
  const form = document.querySelector('form[data-search]');
  if (!form) return;
  const HERE = 'search-filter'; // which filter was changed last: the keyboard goes on from there on the next page
  const name = el => el.name + '=' + (el.type === 'checkbox' ? el.value : '');
  form.addEventListener('change', e => {
    if (!e.target.matches('input[type=checkbox], select')) return; // a day is typed in parts
    sessionStorage.setItem(HERE, name(e.target));
    form.requestSubmit();
  });
  const last = sessionStorage.getItem(HERE);
  sessionStorage.removeItem(HERE);
  if (last) addEventListener('load', () => [...form.elements].find(el => el.name && name(el) === last)?.focus({ preventScroll: true }));
})();
