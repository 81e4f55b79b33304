// Keeps what is typed: by itself 1.5 seconds after the last change, when the page is left, and again when there is internet. Without
// this the button saves. What could not be sent stays on this device until it could, for the same person only.

const SENT = '&verstuurd=ja';
if (document.querySelector('dialog[data-session]')) forgetArrived();
for (const form of document.querySelectorAll('form[data-keep]')) keep(form, document.getElementById(form.dataset.keep));

/** The button was pressed, and the answer to it is a page of ours without that form: what was typed arrived. Without internet there is no page. */
function forgetArrived() {
  const open = [...document.querySelectorAll('form[data-keep]')].map(draftOf);
  for (const name of Object.keys(sessionStorage)) if (name.startsWith('concept:') && sessionStorage.getItem(name).endsWith(SENT) && !open.includes(name)) sessionStorage.removeItem(name);
}

function draftOf(form) {
  return `concept:${form.dataset.keeper}:${form.getAttribute('action')}`;
}

function keep(form, status) {
  const own = `concept:${form.dataset.keeper}:`;
  const draft = draftOf(form);
  for (const other of Object.keys(sessionStorage)) if (other.startsWith('concept:') && !other.startsWith(own)) sessionStorage.removeItem(other);
  const version = form.elements.versie;
  let [timer, busy, changed] = [undefined, false, false];

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };
  const typed = () => new URLSearchParams(new FormData(form));
  const stay = (sent = '') => sessionStorage.setItem(draft, typed().toString() + sent);
  const again = (after) => {
    clearTimeout(timer);
    timer = setTimeout(() => send(false), after);
  };

  async function send(leaving) {
    clearTimeout(timer);
    if (!changed || busy) return;
    [busy, changed] = [true, false];
    if (leaving) stay();
    const answer = await fetch(form.action, {
      method: 'POST', body: typed(), keepalive: leaving, redirect: 'manual', headers: { accept: 'application/json' },
    }).catch(() => undefined);
    busy = false;
    await took(answer);
  }

  async function took(answer) {
    if (answer?.ok) {
      const { versie, tijd } = await answer.json();
      version.value = versie;
      sessionStorage.removeItem(draft);
      say(`Bewaard om ${tijd} uur`);
      if (changed) again(1500);
      return;
    }
    changed = true;
    stay();
    if (answer?.status === 409) return say('Dit onderdeel is ergens anders ook veranderd. Sla op om te kiezen.');
    if (answer?.type === 'opaqueredirect' || answer?.status === 401) return say('Je bent uitgelogd. Je tekst staat nog op dit apparaat. Log opnieuw in.');
    say(answer ? 'Bewaren lukt nu niet. We proberen het zo weer.' : 'Geen internet. Je tekst staat op dit apparaat.');
    again(10_000);
  }

  form.addEventListener('input', () => {
    changed = true;
    again(1500);
  });
  form.addEventListener('submit', () => {
    changed = false;
    clearTimeout(timer);
    stay(SENT);
  });
  addEventListener('pagehide', () => send(true));
  document.addEventListener('visibilitychange', () => document.hidden && send(true));
  addEventListener('online', () => send(false));
  if (restore(form, sessionStorage.getItem(draft))) {
    changed = true;
    send(false);
  }
}

/** Puts back what was typed but not sent; what the page says beforehand gives way. */
function restore(form, draft) {
  if (!draft) return false;
  const kept = new URLSearchParams(draft);
  form.elements.versie.value = kept.get('versie'); // what was seen while typing: somebody else's change since then must show
  fill(form, kept);
  return true;
}

function fill(form, kept) {
  for (const field of form.elements) {
    if (!field.name || field.type === 'hidden' || field.type === 'submit') continue;
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = kept.getAll(field.name).includes(field.value);
    else if (kept.has(field.name)) field.value = kept.get(field.name);
  }
}
