// Before a file is sent: its size, and no when it is too big, which saves a telephone ten minutes. While it is sent: that it is busy.
// Without this the server says the same afterwards.

for (const form of document.querySelectorAll('form[data-upload]')) watchUpload(form, document.getElementById(form.dataset.upload));

function watchUpload(form, status) {
  const field = form.querySelector('input[type=file]');
  const most = Number(form.dataset.most);
  const inWords = (bytes) => `${(bytes / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;
  const isTooBig = () => (field.files[0]?.size ?? 0) > most;

  field.addEventListener('change', () => {
    const [file] = field.files;
    if (!file) status.textContent = '';
    else if (isTooBig()) status.textContent = `${file.name} is ${inWords(file.size)}. Het mag hoogstens ${inWords(most)} zijn. Kies een kleiner bestand.`;
    else status.textContent = `Gekozen: ${file.name}, ${inWords(file.size)}.`;
  });
  form.addEventListener('submit', (event) => {
    if (isTooBig()) {
      event.preventDefault();
      field.focus();
    } else if (field.files[0]) {
      status.replaceChildren(`Bezig met versturen van ${field.files[0].name}. Blijf op deze pagina.`, document.createElement('progress'));
      status.lastElementChild.setAttribute('aria-label', 'Bezig met versturen');
    }
  });
}
