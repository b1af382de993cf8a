// Shows what belongs to the chosen outcome; without scripts all of it is there.
(() => {
  const radios = [...document.querySelectorAll('[data-shows]')];
  const show = () => {
    const chosen = radios.find(r => r.checked)?.dataset.shows;
    document.querySelectorAll('[data-choice]').forEach(part => { part.hidden = part.id !== chosen; });
  };
  radios.forEach(r => r.addEventListener('change', show));
  show();
})();
