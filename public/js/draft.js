// Keeps what is typed in a form that only its button saves: on this device, in this tab, for the same person only, until it was sent.
// Who breaks off finds it again and reads that it was not sent. What the page asks anew, such as a version, is never put back. In a form
// with data-draft="as-asked" an answer goes when something else is asked by now: nobody finds a yes to what they did not see.

const who = document.querySelector('dialog[data-session]')?.dataset.who;
if (who) keepDrafts(`klad:${who}:`);

function keepDrafts(own) {
  const forms = new Map([...document.querySelectorAll('form[data-draft]')].map((form) => [own + form.getAttribute('action'), form]));
  for (const name of Object.keys(sessionStorage)) {
    if (!name.startsWith('klad:')) continue;
    const arrived = JSON.parse(sessionStorage.getItem(name)).sent && !forms.has(name); // the answer to it was another page of ours
    if (arrived || !name.startsWith(own)) sessionStorage.removeItem(name);
  }
  for (const [name, form] of forms) keepDraft(form, name);
}

function keepDraft(form, name) {
  const hidden = [...form.elements].filter(({ type }) => type === 'hidden');
  const stood = hidden.map(({ value }) => value).join();
  const typed = () => {
    const all = new URLSearchParams(new FormData(form));
    for (const field of hidden) all.delete(field.name);
    return all.toString();
  };
  const stay = (sent) => sessionStorage.setItem(name, JSON.stringify({ typed: typed(), stood, sent }));
  const kept = JSON.parse(sessionStorage.getItem(name));
  const isDone = kept && (kept.typed === typed() || (kept.stood !== stood && (kept.sent || form.dataset.draft === 'as-asked')));
  if (isDone) sessionStorage.removeItem(name);
  else if (kept && !document.querySelector('.o-errors')) {
    putBack(form, new URLSearchParams(kept.typed));
    stay(false); // pressed before, without internet: it did not arrive, and is still here after another page
  }
  form.addEventListener('input', () => stay(false));
  form.addEventListener('submit', () => stay(true));
}

function putBack(form, kept) {
  fill(form, kept); // of keep.js: all of this is one file to a browser
  const said = document.createElement('p');
  said.className = 'o-saved';
  said.role = 'status';
  form.prepend(said);
  said.textContent = form.dataset.still ?? 'Wat je hier typte, staat er nog. Het is nog niet verstuurd.';
}
