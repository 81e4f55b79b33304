// Adds to pages that already work without it: choose all, count what is chosen, print, and follow a file that is being read.

for (const all of document.querySelectorAll('[data-choose-all]')) {
  const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${all.dataset.chooseAll}"]`)];
  const counter = document.querySelector(`[data-chosen="${all.dataset.chooseAll}"]`);
  const count = () => {
    if (counter) counter.textContent = `${boxes.filter((box) => box.checked).length} gekozen`;
  };
  all.hidden = false;
  all.addEventListener('click', () => {
    const choose = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = choose;
    count();
  });
  for (const box of boxes) box.addEventListener('change', count);
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

const watched = document.querySelector('[data-watch]');
if (watched) {
  let pause = 2000;
  const look = async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
    const fresh = page?.querySelector('[data-watch]');
    if (page && !fresh) return location.reload();
    if (fresh && fresh.textContent !== watched.textContent) watched.replaceChildren(...fresh.childNodes);
    pause = Math.min(pause * 1.2, 5000);
    setTimeout(look, pause);
  };
  setTimeout(look, pause);
}
