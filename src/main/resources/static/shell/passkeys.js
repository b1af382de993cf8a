// Passkeys: what the browser and the server say to each other. Without them the page works by password.
(() => {
  const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;
  const send = (form, address, body) => fetch(address, {
    method: 'POST',
    headers: { 'X-CSRF-TOKEN': form.elements._csrf.value, 'Content-Type': 'application/json' },
    body,
  });
  document.querySelectorAll('[data-passkey]').forEach(form => {
    form.hidden = !able;
    const failed = form.querySelector('[data-failed]');
    form.addEventListener('submit', async e => {
      e.preventDefault();
      failed.hidden = true;
      const button = form.querySelector('button');
      try {
        const asked = await send(form, form.dataset.options, '{}');
        if (!asked.ok) throw new Error(asked.status);
        const options = await asked.json();
        const credential = form.dataset.passkey === 'make'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        const query = form.elements.label ? '?label=' + encodeURIComponent(form.elements.label.value) : '';
        const answer = await send(form, form.getAttribute('action') + query, JSON.stringify(credential));
        if (!answer.ok) throw new Error(answer.status);
        location.assign(form.dataset.passkey === 'make' ? location.href : answer.url);
      } catch {
        failed.hidden = false;
        setTimeout(() => { button.disabled = false; }, 0);
      }
    });
  });
})();
