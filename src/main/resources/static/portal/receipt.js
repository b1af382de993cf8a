// A receipt's QR code carries number and code behind the #, which no server sees: they come into the form, a person sends it.
(() => {
  const said = /^#(\d{8}-\d{6,})\.([A-Za-z0-9]{4,40})$/.exec(location.hash);
  const number = document.querySelector('form [name=number]');
  const code = document.querySelector('form [name=code]');
  if (!said || !number || !code) return;
  number.value = said[1];
  code.value = said[2];
  history.replaceState(null, '', location.pathname);
  document.querySelector('form .po-go button')?.focus();
})();
