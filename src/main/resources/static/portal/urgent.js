// The page came as the answer to a form: loading it again, or coming back to it, shows it again and sends nothing.
(() => {
  if (location.pathname !== '/ask/urgent') history.replaceState(null, '', '/ask/urgent');
  Object.keys(sessionStorage).filter(k => k.startsWith('ask:')).forEach(k => sessionStorage.removeItem(k));
})();
