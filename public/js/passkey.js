// Passkeys: the part that stands hidden without script asks the browser, and sends on what it answers. Nothing is sent when the
// person stops halfway: the form goes empty, and the page says what to do.

for (const form of document.querySelectorAll('[data-passkey]')) {
  if (window.PublicKeyCredential && navigator.credentials) offerPasskey(form);
}

function offerPasskey(form) {
  const { passkey: act, options } = form.dataset;
  form.closest('[hidden]').hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const made = await navigator.credentials[act]({ publicKey: inBytes(JSON.parse(options)) }).catch(() => undefined);
    form.elements.antwoord.value = made ? JSON.stringify(inText(made)) : '';
    form.submit();
  });
}

function inBytes(options) {
  const keys = (list) => list?.map((key) => ({ ...key, id: bytesOf(key.id) }));
  const given = { ...options, challenge: bytesOf(options.challenge) };
  if (options.user) given.user = { ...options.user, id: bytesOf(options.user.id) };
  return { ...given, excludeCredentials: keys(options.excludeCredentials), allowCredentials: keys(options.allowCredentials) };
}

function inText({ id, rawId, type, response }) {
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const given = Object.fromEntries(parts.filter((part) => response[part]).map((part) => [part, textOf(response[part])]));
  return { id, rawId: textOf(rawId), type, clientExtensionResults: {}, response: { ...given, transports: response.getTransports?.() } };
}

function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}

function textOf(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
