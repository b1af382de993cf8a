// Prints the receipt; without scripts the browser's own menu does.
document.addEventListener('click', e => { if (e.target instanceof Element && e.target.closest('[data-print]')) print(); });
