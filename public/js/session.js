// Warns three minutes before a session ends, and extends it when somebody wants to go on. What counts is what the server says: a
// click in any tab, and asking does not extend. Without this, text that comes in too late is kept until its writer is back.

for (const dialog of document.querySelectorAll('dialog[data-session]')) watchSession(dialog);

function watchSession(dialog) {
  const { session, extend, seconds, signIn } = dialog.dataset;
  const lead = Math.min(180, seconds / 2);
  const [minutes, over] = ['[data-minutes]', '[data-over]'].map((part) => dialog.querySelector(part));
  let timer;

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(1, wait) * 1000);
  };

  async function look() {
    const answer = await fetch(session, { cache: 'no-store' }).catch(() => undefined);
    const left = answer?.ok ? (await answer.json()).seconds : undefined;
    if (left === undefined) return later(30);
    if (left <= 0) return end();
    if (left > lead) {
      if (dialog.open) dialog.close();
      return later(left - lead);
    }
    minutes.textContent = left > 90 ? `${Math.round(left / 60)} minuten` : 'een minuut';
    if (!dialog.open) dialog.showModal();
    later(Math.min(15, left));
  }

  async function stay() {
    if (!over.hidden) return dialog.close();
    const answer = await fetch(extend, { method: 'POST', redirect: 'manual' }).catch(() => undefined);
    if (answer && !answer.ok) return end();
    dialog.close();
    later(1);
  }

  /** Nobody who comes by later may read on, except who still has something unsaved here. */
  function end() {
    clearTimeout(timer);
    if (![...document.forms].some(isChanged)) return location.replace(`${signIn}?naar=${encodeURIComponent(location.pathname + location.search)}`);
    [over.hidden, dialog.querySelector('[data-soon]').hidden] = [false, true];
    dialog.setAttribute('aria-labelledby', 'sessie-over');
    dialog.classList.add('o-session--over');
    if (!dialog.open) dialog.showModal();
  }

  for (const button of dialog.querySelectorAll('button')) button.addEventListener('click', stay);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    stay();
  });
  document.addEventListener('visibilitychange', () => document.hidden || look());
  later(seconds - lead - 60);
}

const isChanged = (form) =>
  [...form.elements].some((field) =>
    field.type === 'hidden' ? false
      : field.options ? [...field.options].some((option) => option.selected !== option.defaultSelected && !isFirst(option))
      : field.checked !== field.defaultChecked || (field.defaultValue !== undefined && field.value !== field.defaultValue));

/** What a select shows when nobody chose. */
const isFirst = (option) => option.index === 0 && ![...option.parentElement.options].some(({ defaultSelected }) => defaultSelected);
