// The desk's alarm (Art. 17): a running clock at each urgent order, and a sound until somebody at the unit was reached.
(() => {
  const run = () => document.querySelectorAll('[data-since]').forEach(e => {
    const s = Math.max(0, Math.floor((Date.now() - Date.parse(e.dataset.since)) / 1000));
    e.textContent = (s >= 3600 ? Math.floor(s / 3600) + ':' : '') + String(Math.floor(s / 60) % 60).padStart(2, '0') + ':' + String(s % 60).padStart(2, '0');
  });
  let audio;
  const sound = () => {
    try {
      audio = audio || new AudioContext();
      [0, 0.25].forEach(at => {
        const tone = audio.createOscillator(), volume = audio.createGain();
        tone.frequency.value = 880; volume.gain.value = 0.08;
        tone.connect(volume).connect(audio.destination);
        tone.start(audio.currentTime + at); tone.stop(audio.currentTime + at + 0.15);
      });
    } catch (e) { /* a browser that may not sound yet still shows the strip */ }
  };
  document.addEventListener('htmx:afterSwap', e => {
    if (!e.target.classList || !e.target.classList.contains('sw-alarms')) return;
    run();
    if (e.target.querySelector('.sw-strip')) sound();
  });
  run();
  setInterval(run, 1000);
})();
