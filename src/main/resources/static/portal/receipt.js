// Number and code pasted together into the first field, as the receipt's button copies them, come into a field each.
(() => {
  const number = document.querySelector('form [name=number]');
  const code = document.querySelector('form [name=code]');
  if (!number || !code) return;
  number.addEventListener('paste', e => {
    const text = (e.clipboardData?.getData('text') || '').normalize('NFKC');
    const both = /(20\d{6}[^0-9A-Za-z]{0,3}\d{6,9})(?!\d)[^0-9A-Za-z]+([2-9A-HJ-NP-Za-hj-np-z]{8})(?![0-9A-Za-z])/.exec(text);
    if (!both) return;
    e.preventDefault();
    number.value = both[1];
    code.value = both[2].toUpperCase();
    document.querySelector('form .po-go button')?.focus();
  });
})();

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
