// Adds to pages that already work without it: choose all, count what is chosen, print, close what hangs over the page, and follow a job that takes long.

for (const all of document.querySelectorAll('[data-choose-all]')) chooseAll(all, all.dataset.chooseAll);
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
for (const rest of document.querySelectorAll('[data-rest]')) closeAfterwards(rest);
const watched = document.querySelector('[data-watch]');
if (watched) follow(watched);

/** A part that hangs over the page goes when the reader goes on elsewhere, or presses Escape. */
function closeAfterwards(part) {
  const close = () => part.removeAttribute('open');
  document.addEventListener('click', ({ target }) => part.contains(target) || close());
  part.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !part.contains(relatedTarget) && close());
  part.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !part.open) return;
    close();
    part.querySelector('summary').focus();
  });
}

function chooseAll(button, name) {
  const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
  const counter = document.querySelector(`[data-chosen="${name}"]`);
  const count = () => {
    if (counter) counter.textContent = `${boxes.filter((box) => box.checked).length} gekozen`;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    const choose = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = choose;
    count();
  });
  for (const box of boxes) box.addEventListener('change', count);
}

/** Looks again until the page has nothing to wait for any more; a screen reader hears each quarter, not each step. */
function follow(shown) {
  const heard = shown.parentElement.querySelector('[data-watch-status]');
  let pause = 2000;
  const look = async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
    const fresh = page?.querySelector('[data-watch]');
    if (page && !fresh) return location.reload();
    if (fresh && heard && quartersOf(fresh) > quartersOf(shown)) heard.textContent = `${quartersOf(fresh) * 25} procent klaar`;
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceChildren(...fresh.childNodes);
    pause = Math.min(pause * 1.2, 5000);
    setTimeout(look, pause);
  };
  setTimeout(look, pause);
}

function quartersOf(part) {
  const bar = part.querySelector('progress');
  return bar ? Math.floor((4 * bar.value) / bar.max) : 0;
}
