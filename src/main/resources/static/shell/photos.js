// Photos of telephones are made smaller before they are sent: what this browser can draw (on some telephones HEIC too) goes
// as a JPEG of 2,400 pixels. What can't be drawn goes as it is when it is small enough; else it is named and left out, and
// the others stay; so is a HEIC that can't be drawn, where the page has words for it. Without script everything goes as it
// is, and the server looks.
(() => {
  const LONGEST = 2400, FROM = 1500000;
  const drawable = f => /^image\/(jpeg|png|webp|heic|heif|avif)$/.test(f.type) || /\.(heic|heif)$/i.test(f.name);
  const shrink = async f => {
    if (!drawable(f)) return f;
    const heic = !/^image\/(jpeg|png|webp)$/.test(f.type);
    let bitmap;
    try {
      bitmap = await createImageBitmap(f, { imageOrientation: 'from-image' });
    } catch {
      return f;
    }
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && f.size < FROM && !heic) { bitmap.close(); return f; }
    // a long screenshot stays legible: its width decides
    const long = Math.max(bitmap.width, bitmap.height) > 4 * Math.min(bitmap.width, bitmap.height);
    const by = long ? Math.min(1, Math.sqrt(16e6 / (bitmap.width * bitmap.height))) : scale;
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * by));
    canvas.height = Math.max(1, Math.round(bitmap.height * by));
    const g = canvas.getContext('2d');
    g.fillStyle = '#fff';
    g.fillRect(0, 0, canvas.width, canvas.height);
    g.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (!blob || (blob.size >= f.size && !heic)) return f;
    return new File([blob], f.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg', lastModified: f.lastModified });
  };
  document.querySelectorAll('input[data-shrink]').forEach(input => {
    const told = document.createElement('p');
    told.className = 'sw-quiet';
    told.setAttribute('role', 'status');
    input.closest('label').after(told);
    let turn = 0;
    input.addEventListener('change', async () => {
      const mine = ++turn, chosen = [...input.files], words = [];
      const kept = new DataTransfer();
      let smaller = false;
      input.dataset.busy = 'yes';
      for (const f of chosen) {
        const now = await shrink(f);
        smaller = smaller || now !== f;
        if (input.dataset.heic && /\.(heic|heif)$/i.test(now.name)) words.push(input.dataset.heic.replace('{0}', f.name));
        else if (now.size > Number(input.dataset.largest)) words.push(input.dataset.tooLarge.replace('{0}', f.name));
        else kept.items.add(now);
      }
      if (mine !== turn) return;
      input.files = kept.files;
      delete input.dataset.busy;
      if (smaller) words.push(input.dataset.shrunk);
      told.textContent = words.join(' ');
    });
    // whoever sends while a photo is still being drawn waits for it
    input.form.addEventListener('submit', e => {
      if (!input.dataset.busy) return;
      e.preventDefault();
      const form = input.form, by = e.submitter;
      const wait = () => (input.dataset.busy ? setTimeout(wait, 100) : form.requestSubmit(by));
      wait();
    });
  });
})();
