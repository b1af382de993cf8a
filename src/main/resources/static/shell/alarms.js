// The desk's alarm (Art. 17): how long each urgent order waits, and a sound until somebody at the unit was reached.
(() => {
  const run = () => document.querySelectorAll('[data-since]').forEach(e => {
    const s = Math.max(0, Math.floor((Date.now() - Date.parse(e.dataset.since)) / 1000));
    const m = Math.floor(s / 60), h = Math.floor(m / 60), d = Math.floor(h / 24);
    const chinese = document.documentElement.lang.startsWith('zh');
    const say = (n, zh, en) => n + (chinese ? ' ' + zh : ' ' + en);
    // how long, in words: a clock time it must not be taken for
    e.textContent = d > 0 ? say(d, '天', 'd') + ' ' + say(h % 24, '小时', 'h')
      : h > 0 ? say(h, '小时', 'h') + ' ' + say(m % 60, '分', 'min')
      : m > 0 ? say(m, '分', 'min') + ' ' + say(s % 60, '秒', 's') : say(s, '秒', 's');
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
