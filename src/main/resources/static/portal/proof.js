// Shows that this machine has worked for a moment, when many were sent from its address: no picture to decipher, no
// service outside.
(() => {
  const field = document.querySelector('input[name=proof][data-challenge]');
  if (!field || !window.crypto?.subtle) return;
  const send = document.getElementById('send');
  const text = new TextEncoder();
  const zeros = bytes => {
    let n = 0;
    for (const b of bytes) {
      if (b === 0) { n += 8; continue; }
      return n + Math.clz32(b) - 24;
    }
    return n;
  };
  (async () => {
    send.disabled = true;
    for (let answer = 0; ; answer++) {
      const proof = field.dataset.challenge + ':' + answer;
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(proof)));
      if (zeros(hash) >= Number(field.dataset.bits)) { field.value = proof; send.disabled = false; return; }
    }
  })();
})();
